// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/PaperDecoder.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

/// A stand-in receipt printer on a loopback port, which can also be off, hang, or drop the line.
class PaperPrinter : public QObject
{
public:
    explicit PaperPrinter(int columns = 48) : decoder(columns)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port for the printer");
        m_port = m_server.serverPort();
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = m_server.nextPendingConnection()) {
                ++connections;
                m_socket = socket;
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { came(*socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    quint16 port() const { return m_port; }
    void switchOff() { m_server.close(); }
    void switchOn() { m_server.listen(QHostAddress::LocalHost, m_port); }

    PaperDecoder decoder;
    int connections = 0;
    qint64 bytes = 0; ///< that came
    bool hangs = false; ///< takes everything and does nothing
    qint64 dropsAfter = -1; ///< bytes of one connection, then it is gone; -1: never

private:
    void came(QTcpSocket &socket)
    {
        QByteArray read = socket.readAll();
        bytes += read.size();
        const qint64 before = socket.property("bytes").toLongLong();
        socket.setProperty("bytes", before + read.size());
        const bool drops = dropsAfter >= 0 && before + read.size() > dropsAfter;
        if (drops)
            read.truncate(qMax<qint64>(0, dropsAfter - before));
        if (!hangs)
            socket.write(decoder.feed(read));
        if (drops)
            socket.abort();
    }

    QTcpServer m_server;
    quint16 m_port = 0;
    QPointer<QTcpSocket> m_socket;
};
