// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpSocket>

/// A port that whoever has this may listen on again and again, at any IPv4 loopback address: while nobody listens the
/// kernel gives it to no one else, neither to a server that asks for any port nor to a client's end (bind(2),
/// SO_REUSEADDR in socket(7)).
class KeptPort
{
public:
    KeptPort()
    {
        if (!m_socket.bind(QHostAddress::AnyIPv4, 0, QAbstractSocket::ReuseAddressHint))
            qFatal("no port to keep");
    }

    quint16 number() const { return m_socket.localPort(); }

private:
    QTcpSocket m_socket;
};
