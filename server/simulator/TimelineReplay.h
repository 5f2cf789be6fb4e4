// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "server/http/HttpMessage.h"
#include "server/simulator/Faults.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <memory>

class Payments;

/// The provider's side of one order, read from its timeline: how late and how it answered each call, when the customer
/// paid, and what became of the notification.
struct ReplayScript
{
    enum class Call { Create, Query, Close };
    enum class Outcome { Answered, Lost, Trouble };
    struct Reply
    {
        std::chrono::milliseconds delay{0};
        Outcome outcome = Outcome::Answered;
    };
    static constexpr qsizetype mostMarks = 2000;
    static constexpr qsizetype mostReplies = 1000; ///< of one kind of call

    QHash<Call, QList<Reply>> replies; ///< in order; what comes after the last is answered at once
    std::optional<std::chrono::milliseconds> paysAfter; ///< the first create call came in; none: never
    NotifyFate fate;

    /// As GET …/timeline tells it. InvalidInput: no timeline, or nothing in it was asked of the provider.
    static Result<ReplayScript> fromTimeline(const QJsonObject &timeline);
};

/// Acts a script for the next order that is made, once. Other orders are not touched.
class TimelineReplay final : public QObject
{
    Q_OBJECT
public:
    /// realClock: replies are late by it. clock: the simulator's, by which customers pay.
    TimelineReplay(Payments &payments, Faults &faults, Clock &realClock, Clock &clock, QObject *parent = nullptr);

    /// `POST /sim/replay` {"timeline":{…}}. 200 {"replies","pays_after_ms","notify"}, 400.
    HttpReply arm(const HttpRequest &request);
    using Handler = std::function<QFuture<HttpReply>(const HttpRequest &)>;
    /// The call as the script has it; by itself where it is of another order.
    QFuture<HttpReply> around(ReplayScript::Call call, const HttpRequest &request, const Handler &handler);

private:
    bool isOurs(ReplayScript::Call call, const HttpRequest &request);
    void begin(const QString &outTradeNo);
    QFuture<HttpReply> late(QFuture<HttpReply> reply, std::chrono::milliseconds delay);
    QFuture<HttpReply> never();

    Payments &m_payments;
    Faults &m_faults;
    Clock &m_realClock;
    Clock &m_clock;
    std::optional<ReplayScript> m_script;
    QString m_order; ///< that it is acted for; empty: the next one
    QList<std::shared_ptr<QPromise<HttpReply>>> m_lost;
};
