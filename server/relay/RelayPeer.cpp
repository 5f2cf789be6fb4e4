// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayPeer.h"

#include "server/crypto/ConstantTime.h"
#include "server/domain/Clock.h"
#include "server/domain/WhileHere.h"
#include "server/relay/RelayAccess.h"

#include <algorithm>

RelayPeer::RelayPeer(std::unique_ptr<QWebSocket> socket, RelayStore &store, LineCounts &counts, Clock &clock,
                     Random &random, QObject *parent)
    : QObject(parent), m_socket(std::move(socket)), m_store(store), m_counts(counts), m_clock(clock), m_random(random)
{
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &RelayPeer::textCame);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this,
            [this] { notUnderstood(QWebSocketProtocol::CloseCodeDatatypeNotSupported, QStringLiteral("text only")); });
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_missedPings = 0; });
    connect(m_socket.get(), &QWebSocket::bytesWritten, this, &RelayPeer::readMore);
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
        m_gone = true;
        emit gone();
    });
    m_clock.callAfter(helloWithin, this, [this] {
        if (!m_shop.isEmpty() || m_gone)
            return;
        ++m_counts.lateHellos;
        drop(QWebSocketProtocol::CloseCodePolicyViolated, QStringLiteral("no hello came"));
    });
    m_clock.callAfter(pingInterval, this, [this] { ping(); });
}

RelayPeer::~RelayPeer()
{
    m_socket->disconnect(this);
    m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
}

void RelayPeer::drop(int closeCode, const QString &why)
{
    if (std::exchange(m_gone, true))
        return;
    m_socket->close(QWebSocketProtocol::CloseCode(closeCode), why);
    m_clock.callAfter(helloWithin, this, [this] { m_socket->abort(); }); // who does not answer the close
}

void RelayPeer::failed(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return drop(QWebSocketProtocol::CloseCodePolicyViolated, QStringLiteral("this line has ended"));
    drop(QWebSocketProtocol::CloseCodeBadOperation, QStringLiteral("the relay cannot read its books"));
}

void RelayPeer::textCame(const QString &text)
{
    if (m_gone)
        return;
    const auto frame = RelayFrames::fromShop(text);
    const auto *hello = std::get_if<RelayFrames::Hello>(&frame);
    const auto *ack = std::get_if<RelayFrames::Ack>(&frame);
    if (hello && !std::exchange(m_hasGreeted, true))
        return greeted(*hello);
    if (ack && !m_shop.isEmpty() && ack->seq <= m_sent)
        return acknowledged(ack->seq);
    notUnderstood(QWebSocketProtocol::CloseCodeProtocolError, QStringLiteral("not understood"));
}

void RelayPeer::notUnderstood(int closeCode, const QString &why)
{
    if (!m_gone)
        ++m_counts.notUnderstood;
    drop(closeCode, why);
}

void RelayPeer::greeted(const RelayFrames::Hello &hello)
{
    whileHere(this, m_store.shop(hello.shop), [this, hello](const Result<RelayShop> &shop) { recognise(hello, shop); });
}

void RelayPeer::recognise(const RelayFrames::Hello &hello, const Result<RelayShop> &shop)
{
    if (m_gone)
        return;
    if (!shop && shop.error().code != ErrorCode::NotFound)
        return failed(shop.error());
    const QByteArray hash = RelayAccess::hashOf(hello.token);
    if (!shop || !equalInConstantTime(shop->tokenHash, hash)) {
        ++m_counts.strangers;
        emit strange(m_socket->peerAddress());
        return drop(QWebSocketProtocol::CloseCodePolicyViolated, QStringLiteral("not a shop of this relay"));
    }
    whileHere(this, m_store.resume(hello.shop, hello.position, RelayAccess::newStream(m_random)),
              [this](const Result<RelayShop> &line) { begin(line); });
}

void RelayPeer::begin(const Result<RelayShop> &shop)
{
    if (m_gone)
        return;
    if (!shop)
        return failed(shop.error());
    m_shop = shop->name;
    m_stream = shop->stream;
    m_sent = m_acknowledged = shop->acknowledged;
    const RelayFrames::Welcome welcome{{m_stream, shop->acknowledged, shop->acknowledgedDigest}, shop->last};
    m_socket->sendTextMessage(RelayFrames::text(welcome));
    emit recognised();
    look();
}

void RelayPeer::acknowledged(qint64 seq)
{
    if (seq <= m_acknowledged)
        return;
    m_counts.acknowledged += seq - m_acknowledged;
    m_acknowledged = seq;
    whileHere(this, m_store.acknowledge(m_shop, m_stream, seq), [this](const Result<void> &done) {
        if (!done)
            failed(done.error());
    });
    readMore();
}

void RelayPeer::look()
{
    m_mayBeMore = true;
    readMore();
}

void RelayPeer::readMore()
{
    const int room = window - int(m_sent - m_acknowledged);
    if (m_gone || m_shop.isEmpty() || m_reading || !m_mayBeMore || room < 1
        || m_socket->bytesToWrite() > maxUnreadBytes)
        return;
    m_reading = true;
    m_mayBeMore = false;
    const int asked = std::min(room, page);
    whileHere(this, m_store.after(m_shop, m_stream, m_sent, asked),
              [this, asked](const Result<QList<RelayedNotification>> &found) { send(found, asked); });
}

void RelayPeer::send(const Result<QList<RelayedNotification>> &found, int asked)
{
    m_reading = false;
    if (m_gone)
        return;
    if (!found)
        return failed(found.error());
    for (const auto &notification : *found) {
        m_socket->sendTextMessage(RelayFrames::text(notification));
        m_sent = notification.seq;
        ++m_counts.handedDown;
    }
    if (found->size() == asked)
        m_mayBeMore = true;
    readMore();
}

void RelayPeer::ping()
{
    if (m_gone)
        return;
    if (m_missedPings++ >= maxMissedPings)
        return m_socket->abort();
    m_socket->ping();
    m_clock.callAfter(pingInterval, this, [this] { ping(); });
}
