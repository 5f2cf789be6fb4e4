// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Connections.h"

#include "server/http/LingeringClose.h"

Connections::~Connections()
{
    qDeleteAll(findChildren<LingeringClose *>(QString(), Qt::FindDirectChildrenOnly));
}

QHostAddress Connections::plain(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

void Connections::add(const QHostAddress &peer, quint16 port, ConnectionGuard *guard)
{
    m_guards.insert({peer, port}, guard);
    countIn(peer);
}

void Connections::remove(const QHostAddress &peer, quint16 port, ConnectionGuard *guard)
{
    const auto found = m_guards.constFind({peer, port});
    if (found != m_guards.constEnd() && *found == guard) // a new connection may have the port already
        m_guards.erase(found);
    countOut(peer);
}

void Connections::countIn(const QHostAddress &peer)
{
    ++m_perPeer[peer];
    ++m_count;
}

void Connections::countOut(const QHostAddress &peer)
{
    if (--m_perPeer[peer] == 0)
        m_perPeer.remove(peer);
    --m_count;
    emit removed();
}

ConnectionGuard *Connections::find(const QHostAddress &peer, quint16 port) const
{
    return m_guards.value({plain(peer), port});
}

bool Connections::hasRoomFor(const QHostAddress &peer) const
{
    return peer.isLoopback() || m_perPeer.value(peer) < limits.maxConnectionsPerPeer;
}
