// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

/// The line between two machines: passes every byte on, until a test cuts it.
class Cable : public QObject
{
public:
    enum class Break {
        Refused, ///< connections are lost, and new ones refused
        Silent, ///< connections stand, and nothing comes through them ever again
    };

    /// far: where it leads, "http://127.0.0.2:8090". The near end is 127.0.0.1 with the same port: a name that the far
    /// machine answers to.
    explicit Cable(const QUrl &far) : m_far(far)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = m_server.nextPendingConnection())
                join(socket);
        });
        listen();
    }

    QUrl near() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_far.port())); }

    void breakDown(Break how)
    {
        m_isSilent = how == Break::Silent;
        if (how == Break::Refused)
            m_server.close();
        for (const auto &socket : std::exchange(m_sockets, {})) {
            if (!socket)
                continue;
            socket->disconnect(this); // its bytes go nowhere from now on
            if (how == Break::Refused)
                socket->abort();
        }
    }
    /// What was lost stays lost; what is begun from now on comes through.
    void mend()
    {
        m_isSilent = false;
        if (!m_server.isListening())
            listen();
    }

private:
    void listen()
    {
        if (!m_server.listen(QHostAddress::LocalHost, quint16(m_far.port())))
            qFatal("the cable has no end");
    }
    void join(QTcpSocket *nearEnd)
    {
        connect(nearEnd, &QTcpSocket::disconnected, nearEnd, &QObject::deleteLater);
        if (m_isSilent)
            return;
        auto *farEnd = new QTcpSocket(this);
        connect(farEnd, &QTcpSocket::disconnected, farEnd, &QObject::deleteLater);
        for (const auto &[from, to] : {std::pair(nearEnd, farEnd), std::pair(farEnd, nearEnd)}) {
            m_sockets.append(from);
            connect(from, &QTcpSocket::readyRead, this, [from = from, to = QPointer(to)] {
                if (to && to->isOpen())
                    to->write(from->readAll());
            });
            connect(from, &QTcpSocket::disconnected, this, [to = QPointer(to)] {
                if (to)
                    to->disconnectFromHost();
            });
        }
        farEnd->connectToHost(m_far.host(), quint16(m_far.port()));
    }

    QTcpServer m_server;
    QUrl m_far;
    bool m_isSilent = false;
    QList<QPointer<QTcpSocket>> m_sockets;
};
