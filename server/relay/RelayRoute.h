// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"
#include "server/http/KeyedBuckets.h"
#include "server/runtime/LineLimit.h"
#include "server/store/RelayStore.h"

#include <QFuture>
#include <QSet>
#include <array>

class HttpListener;

/// POST /wechatpay/notify/<shop> of a relay (API.md, "The relay"): what may be a notification is answered 204 once it
/// is in the relay's books. A relay has no keys and verifies nothing; so whoever knows a shop's name may send it what
/// looks like one, and limits keep that from filling its line.
class RelayRoute : public QObject
{
    Q_OBJECT
public:
    /// Of one network, for all shops, where peers are counted at all. 429 over it. There is none for all networks:
    /// strangers could use it up, and WeChat would be refused for it.
    static constexpr BucketRate perNetwork{1000, std::chrono::seconds(10)};
    /// For one shop. 429 over it.
    static constexpr BucketRate perShop{200, std::chrono::seconds(10)};

    static constexpr int linesAMinute = 30; ///< in the log, of what could not be kept

    /// What became of a post; the last one: how many there are.
    enum class Outcome {
        Kept,
        Repeated, ///< the same delivery waits already
        Malformed,
        TooLong,
        Probe,
        UnknownShop,
        TooOften,
        NoRoom, ///< the shop's line is full, or too much waits for the store
        NotWritten,
        Count
    };
    using Counts = std::array<qint64, size_t(Outcome::Count)>;

    /// Both must outlive this.
    RelayRoute(RelayStore &store, Clock &clock);

    QFuture<HttpReply> answer(const HttpRequest &request);
    void addTo(HttpListener &http);

    /// "203.0.113.0/24", or an IPv6 network of 48 bits.
    static QString networkOf(const QHostAddress &peer);
    const Counts &counts() const { return m_counts; } ///< since the start, by Outcome

signals:
    /// A notification for that shop is in the books.
    void kept(const QString &shop);

private:
    QFuture<HttpReply> keep(const QString &shop, const RelayedNotification &notification, const QString &network);
    HttpReply replyTo(const QString &shop, const Result<bool> &kept);
    HttpReply refused(Outcome outcome, int status, const char *why);
    void count(Outcome outcome) { ++m_counts[size_t(outcome)]; }

    RelayStore &m_store;
    Clock &m_clock;
    KeyedBuckets<QString> m_networks;
    KeyedBuckets<QString> m_shops;
    LineLimit m_lines;
    Counts m_counts{};
    QSet<QString> m_known; ///< shops; others get no bucket, of which there are only so many
};
