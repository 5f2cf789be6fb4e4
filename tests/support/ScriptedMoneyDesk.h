// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ScriptedLoginDesk.h"
#include "ui/MoneyDesk.h"

/// A server's refunds and cases that say only what a test has them say, and remember what they were asked.
class ScriptedMoneyDesk final : public MoneyDesk
{
public:
    template <class T> using Line = ScriptedLoginDesk::Line<T>;

    QFuture<Result<QList<Order>>> paidOrders(const QString &tail) override { return orders.ask({tail}); }
    QFuture<Result<QList<Refund>>> refundsOf(const OutTradeNo &order) override { return pasts.ask({order.text()}); }
    QFuture<Result<Refund>> refund(const RefundCall &call, const QByteArray &session) override
    {
        return refunds.ask({call.number.text(), call.order.text(), QString::number(call.amount.fen()), call.reason,
                            QString::fromLatin1(session)});
    }
    QFuture<Result<Refund>> refund(const OutRefundNo &number) override { return looks.ask({number.text()}); }
    QFuture<Result<QList<PaymentCase>>> cases() override { return lists.ask({}); }
    QFuture<Result<PaymentCase>> decide(qint64 id, Move move, const QString &reason, const QByteArray &session) override
    {
        return decisions.ask({QString::number(id),
                              move == Move::Honour ? QStringLiteral("honour") : QStringLiteral("refund"), reason,
                              QString::fromLatin1(session)});
    }

    Line<QList<Order>> orders;
    Line<QList<Refund>> pasts;
    Line<Refund> refunds; ///< number, order, fen, reason, session
    Line<Refund> looks;
    Line<QList<PaymentCase>> lists;
    Line<PaymentCase> decisions; ///< id, move, reason, session
};
