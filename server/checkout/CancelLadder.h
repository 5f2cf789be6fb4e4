// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/CheckoutSettings.h"
#include "server/domain/Clock.h"
#include "server/domain/PaymentProvider.h"

#include <QHash>
#include <QObject>
#include <QPromise>
#include <functional>
#include <memory>

/// A cancel that cannot lie: query, close, query, again and again until WeChat says CLOSED or paid. Accepting a close
/// proves nothing; only the query after it does (reference 2.5).
class CancelLadder : public QObject
{
    Q_OBJECT
public:
    /// Writes a witness's word into the books and answers the order as it is afterwards.
    using Settle = std::function<QFuture<Result<Order>>(const PaymentEvent &)>;
    /// WeChat has no such order: whether that ends it here. Answers the order as it is afterwards.
    using Vanished = std::function<QFuture<Result<Order>>(const OutTradeNo &, const QString &operatorId)>;

    CancelLadder(PaymentProvider &provider, Clock &clock, const CheckoutSettings &settings, Settle settle,
                 Vanished vanished);

    /// The order once it is final; after the settings' patience Unknown, while the ladder goes on behind. Whoever asks
    /// for the same number meanwhile joins; the first one is who closes it.
    QFuture<Result<Order>> climb(const OutTradeNo &number, const QString &operatorId);
    int running() const { return int(m_climbs.size()); }

private:
    struct Climb
    {
        OutTradeNo number;
        QString operatorId; ///< who wants it closed
        std::chrono::milliseconds pause; ///< before the next round; grows
        qint64 quickUntilMs = 0; ///< steady
        qint64 untilMs = 0; ///< steady; a ladder without end would ask for ever about a lost order
        QList<std::shared_ptr<QPromise<Result<Order>>>> waiting;
    };
    using ClimbPtr = std::shared_ptr<Climb>;
    using Next = std::function<void()>;

    void queryThenClose(const ClimbPtr &climb);
    void closeThenQuery(const ClimbPtr &climb);
    /// Asks, settles; goes on to next while the order is not final.
    void ask(const ClimbPtr &climb, const Next &next);
    void settled(const ClimbPtr &climb, const Result<Order> &order, const Next &next);
    void again(const ClimbPtr &climb);
    void finish(const ClimbPtr &climb, const Result<Order> &result);

    PaymentProvider &m_provider;
    Clock &m_clock;
    CheckoutSettings m_settings;
    Settle m_settle;
    Vanished m_vanished;
    QHash<OutTradeNo, ClimbPtr> m_climbs;
};
