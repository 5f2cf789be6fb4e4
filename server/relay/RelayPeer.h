// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/relay/LineCounts.h"
#include "server/relay/RelayFrames.h"
#include "server/store/RelayStore.h"

#include <QWebSocket>
#include <chrono>
#include <memory>

class Clock;
class Random;

/// The relay's end of one connection (API.md, "The relay"): a stranger until its token is known, then a shop that gets
/// its line in order and acknowledges by number. Pings it, and drops who does not answer or does not read.
class RelayPeer : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds helloWithin{10};
    static constexpr std::chrono::seconds pingInterval{20};
    static constexpr int maxMissedPings = 2;
    static constexpr int window = 32; ///< notifications under way without an acknowledgement
    static constexpr int page = 8; ///< read from the books at once
    static constexpr qint64 maxUnreadBytes = 256LL * 1024; ///< more is not written before some of it is read

    /// All must outlive this.
    RelayPeer(std::unique_ptr<QWebSocket> socket, RelayStore &store, LineCounts &counts, Clock &clock, Random &random,
              QObject *parent);
    ~RelayPeer() override;

    QString shop() const { return m_shop; } ///< empty: a stranger yet
    /// There is something new in the shop's line.
    void look();
    void drop(int closeCode, const QString &why);

signals:
    void recognised();
    /// Its token is not the shop's, or there is no such shop.
    void strange(const QHostAddress &peer);
    void gone();

private:
    void textCame(const QString &text);
    void greeted(const RelayFrames::Hello &hello);
    void recognise(const RelayFrames::Hello &hello, const Result<RelayShop> &shop);
    void begin(const Result<RelayShop> &shop);
    void acknowledged(qint64 seq);
    void readMore();
    void send(const Result<QList<RelayedNotification>> &found, int asked);
    void failed(const Error &error);
    void notUnderstood(int closeCode, const QString &why);
    void ping();

    std::unique_ptr<QWebSocket> m_socket;
    RelayStore &m_store;
    LineCounts &m_counts;
    Clock &m_clock;
    Random &m_random;
    QString m_shop;
    QString m_stream;
    qint64 m_sent = 0;
    qint64 m_acknowledged = 0;
    int m_missedPings = 0;
    bool m_hasGreeted = false;
    bool m_reading = false; ///< a page is asked for
    bool m_mayBeMore = false; ///< than has been read
    bool m_gone = false;
};
