// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Connections.h"

#include "server/http/ConnectionGuard.h"
#include "server/http/LingeringClose.h"
#include "server/net/PeerNetwork.h"

#include <algorithm>

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
    ++m_perPeer[networkOf(peer)];
    ++m_count;
}

void Connections::countOut(const QHostAddress &peer)
{
    if (const auto counted = m_perPeer.find(networkOf(peer)); --*counted == 0)
        m_perPeer.erase(counted);
    --m_count;
    emit removed();
}

ConnectionGuard *Connections::find(const QHostAddress &peer, quint16 port) const
{
    return m_guards.value({plain(peer), port});
}

bool Connections::hasRoomFor(const QHostAddress &peer) const
{
    return !isCounted(peer) || m_perPeer.value(networkOf(peer)) < limits.maxConnectionsPerPeer;
}

bool Connections::admits(const QHostAddress &peer)
{
    if (!isCounted(peer))
        return true;
    return !proxies.only && hasRoomFor(peer) && !m_fresh.take(peer);
}

void Connections::drain()
{
    m_isDraining = true;
    const auto guards = m_guards.values(); // a copy: who is let go leaves the list
    for (auto *guard : guards)
        guard->letGoIfIdle();
}

int Connections::busyCount() const
{
    return int(std::count_if(m_guards.begin(), m_guards.end(), [](const auto *guard) { return guard->isBusy(); }));
}
