// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/KeptPort.h"
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
        switchOn();
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = m_server.nextPendingConnection()) {
                ++connections;
                m_socket = socket;
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { came(*socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    quint16 port() const { return m_port.number(); }
    void switchOff() { m_server.close(); }
    void switchOn()
    {
        if (!m_server.listen(QHostAddress::LocalHost, port()))
            qFatal("no port for the printer");
    }

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
    KeptPort m_port;
    QPointer<QTcpSocket> m_socket;
};
