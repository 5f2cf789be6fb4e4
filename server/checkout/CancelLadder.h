// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/CheckoutSettings.h"
#include "server/checkout/ProviderLine.h"

#include <QHash>
#include <QObject>
#include <QPromise>
#include <functional>
#include <memory>

/// A cancel that cannot lie: query, close, query, again and again until WeChat says CLOSED or paid. Accepting a close
/// proves nothing; only the query after it does (reference 2.5). For the first half minute it goes on by itself, for
/// a cashier waits; the rounds after that are the Reconciler's to start.
class CancelLadder : public QObject
{
    Q_OBJECT
public:
    /// Writes a witness's word into the books and answers the order as it is afterwards.
    using Settle = std::function<QFuture<Result<Order>>(const PaymentEvent &)>;
    /// WeChat has no such order: whether that ends it here. Answers the order as it is afterwards.
    using Vanished = std::function<QFuture<Result<Order>>(const OutTradeNo &, const QString &operatorId)>;

    CancelLadder(ProviderLine &line, Clock &clock, const CheckoutSettings &settings, Settle settle, Vanished vanished);

    /// The order once it is settled; after the settings' patience Unknown, while the ladder goes on behind. Whoever
    /// asks for the same number meanwhile joins; the first one is who closes it.
    QFuture<Result<Order>> climb(const OutTradeNo &number, const QString &operatorId);
    /// One round, for nobody in person. Its first question is reserved in the budget. False: one is under way.
    bool round(const OutTradeNo &number);
    /// The order as it is in the books now: nobody has to climb for one that is settled.
    void heard(const Order &order);

signals:
    /// WeChat has said the end.
    void ended(const OutTradeNo &number);

private:
    struct Climb
    {
        OutTradeNo number;
        QString operatorId; ///< who wants it closed
        qint64 quickUntilMs = 0; ///< steady; no round begins by itself after it
        bool isRunning = false; ///< between the first step of a round and the last of a run of them
        bool isOver = false;
        bool hasReserved = false; ///< the next question, in the budget
        QList<std::shared_ptr<QPromise<Result<Order>>>> waiting;
    };
    using ClimbPtr = std::shared_ptr<Climb>;
    using Next = std::function<void()>;

    ClimbPtr climbOf(const OutTradeNo &number, const QString &operatorId);
    void begin(const ClimbPtr &climb);
    void queryThenClose(const ClimbPtr &climb);
    void closeThenQuery(const ClimbPtr &climb);
    /// Asks, settles; goes on to next while the order is not settled.
    void ask(const ClimbPtr &climb, const Next &next);
    void settled(const ClimbPtr &climb, const Result<Order> &order, bool saysPaid, const Next &next);
    void again(const ClimbPtr &climb);
    void finish(const ClimbPtr &climb, const Result<Order> &result);

    ProviderLine &m_line;
    Clock &m_clock;
    CheckoutSettings m_settings;
    Settle m_settle;
    Vanished m_vanished;
    QHash<OutTradeNo, ClimbPtr> m_climbs;
};
