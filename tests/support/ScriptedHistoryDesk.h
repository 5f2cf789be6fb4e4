// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ScriptedLoginDesk.h"
#include "ui/HistoryDesk.h"

/// A server's orders that say only what a test has them say, and remember what they were asked.
class ScriptedHistoryDesk final : public HistoryDesk
{
public:
    template <class T> using Line = ScriptedLoginDesk::Line<T>;

    QFuture<Result<Page>> orders(const OrderSearch &search, int limit, const QString &cursor) override
    {
        searches.append(search);
        return pages.ask({cursor, QString::number(limit)});
    }
    QFuture<Result<Order>> order(const OutTradeNo &number) override { return details.ask({number.text()}); }
    QFuture<Result<QJsonObject>> timeline(const OutTradeNo &number) override { return timelines.ask({number.text()}); }
    QFuture<Result<Check>> check(const QString &number, const QString &meant) override
    {
        return checks.ask({number, meant});
    }

    /// The oldest open search is answered with these, the newest first.
    void list(const QList<Order> &orders, const QString &next = {}) { pages.answer(Page{orders, next}); }
    static Order made(const QString &number, qint64 fen = 3650, TradeState state = TradeState::Success)
    {
        Order order{.shopId = {}, .outTradeNo = *OutTradeNo::parse(number), .total = *Money::fromFen(fen)};
        order.state = state;
        order.createdAt = QDateTime::fromMSecsSinceEpoch(1'767'225'600'000, Qt::UTC);
        order.seq = 3;
        return order;
    }
    /// So many of them, NUMBER00001 and on.
    static QList<Order> many(int count, int from = 1)
    {
        QList<Order> orders;
        for (int i = 0; i < count; ++i)
            orders.append(made(QStringLiteral("NUMBER%1").arg(from + i, 7, 10, QLatin1Char('0'))));
        return orders;
    }

    QList<OrderSearch> searches;
    Line<Page> pages; ///< cursor, limit
    Line<Order> details;
    Line<QJsonObject> timelines;
    Line<Check> checks; ///< number, meant
};
