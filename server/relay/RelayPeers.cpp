// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayPeers.h"

#include <QLoggingCategory>

namespace {

Q_LOGGING_CATEGORY(lcRelayPeers, "scantill.relay")

} // namespace

RelayPeers::RelayPeers(RelayStore &store, Clock &clock, Random &random)
    : m_store(store), m_clock(clock), m_random(random), m_lines(linesAMinute, clock)
{
}

void RelayPeers::add(std::unique_ptr<QWebSocket> socket)
{
    if (m_strangers.size() >= maxStrangers) {
        ++m_counts.tooMany;
        return socket->abort();
    }
    auto *peer = new RelayPeer(std::move(socket), m_store, m_counts, m_clock, m_random, this);
    m_strangers.insert(peer);
    connect(peer, &RelayPeer::recognised, this, [this, peer] { recognised(peer); });
    connect(peer, &RelayPeer::strange, this, [this](const QHostAddress &address) {
        if (const auto leftOut = m_lines.next())
            qCWarning(lcRelayPeers).noquote()
                << "a stranger at" << address.toString() << "- lines left out:" << *leftOut;
    });
    connect(peer, &RelayPeer::gone, this, [this, peer] { gone(peer); });
}

void RelayPeers::look(const QString &shop)
{
    if (auto *peer = m_shops.value(shop))
        peer->look();
}

void RelayPeers::goAway()
{
    const auto all = m_strangers.values() + m_shops.values(); // a copy: some may leave at once
    for (auto *peer : all)
        peer->drop(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("the relay stops"));
}

void RelayPeers::recognised(RelayPeer *peer)
{
    m_strangers.remove(peer);
    const QString shop = peer->shop();
    if (auto *older = m_shops.value(shop)) // it may be dead without knowing it yet
        older->drop(RelayFrames::replacedCode, QStringLiteral("a newer connection took over"));
    m_shops.insert(shop, peer);
    qCInfo(lcRelayPeers).noquote() << shop << "is connected";
}

void RelayPeers::gone(RelayPeer *peer)
{
    m_strangers.remove(peer);
    if (m_shops.value(peer->shop()) == peer) {
        m_shops.remove(peer->shop());
        qCInfo(lcRelayPeers).noquote() << peer->shop() << "is gone";
    }
    peer->deleteLater();
}
