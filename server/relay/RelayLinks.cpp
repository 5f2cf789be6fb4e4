// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayLinks.h"

#include <QLoggingCategory>

namespace {

Q_LOGGING_CATEGORY(lcRelayLinks, "scantill.relay")

} // namespace

RelayLinks::RelayLinks(RelayStore &store, Clock &clock, Random &random)
    : m_store(store), m_clock(clock), m_random(random)
{
}

void RelayLinks::add(std::unique_ptr<QWebSocket> socket)
{
    if (m_strangers.size() >= maxStrangers)
        return socket->abort();
    auto *peer = new RelayPeer(std::move(socket), m_store, m_clock, m_random, this);
    m_strangers.insert(peer);
    connect(peer, &RelayPeer::recognised, this, [this, peer] { recognised(peer); });
    connect(peer, &RelayPeer::gone, this, [this, peer] { gone(peer); });
}

void RelayLinks::look(const QString &shop)
{
    if (auto *peer = m_shops.value(shop))
        peer->look();
}

void RelayLinks::recognised(RelayPeer *peer)
{
    m_strangers.remove(peer);
    const QString shop = peer->shop();
    if (auto *older = m_shops.value(shop)) // it may be dead without knowing it yet
        older->drop(RelayFrames::replacedCode, QStringLiteral("a newer connection took over"));
    m_shops.insert(shop, peer);
    qCInfo(lcRelayLinks).noquote() << shop << "is connected";
}

void RelayLinks::gone(RelayPeer *peer)
{
    m_strangers.remove(peer);
    if (m_shops.value(peer->shop()) == peer) {
        m_shops.remove(peer->shop());
        qCInfo(lcRelayLinks).noquote() << peer->shop() << "is gone";
    }
    peer->deleteLater();
}
