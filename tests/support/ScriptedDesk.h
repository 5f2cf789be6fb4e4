// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/PaymentDesk.h"

#include <QPromise>
#include <QTest>

/// A server that says only what a test has it say, and remembers what it was asked.
class ScriptedDesk final : public PaymentDesk
{
public:
    struct Call
    {
        QString verb;
        OutTradeNo number;
        QString sale = {};
        Money amount = {};
        QString description = {};
        SaleTerms terms = {};
        std::shared_ptr<QPromise<Result<Order>>> promise = std::make_shared<QPromise<Result<Order>>>();
        bool open = true;
    };

    QFuture<Result<Order>> place(const NewSale &sale) override
    {
        return asked({QStringLiteral("place"), sale.number, sale.sale, sale.amount, sale.description, sale.terms});
    }
    QFuture<Result<Order>> order(const OutTradeNo &number) override { return asked({QStringLiteral("order"), number}); }
    QFuture<Result<Order>> query(const OutTradeNo &number) override { return asked({QStringLiteral("query"), number}); }
    QFuture<Result<Order>> close(const OutTradeNo &number) override { return asked({QStringLiteral("close"), number}); }
    QFuture<Result<void>> mockPay(const OutTradeNo &number) override
    {
        mockPaid.append(number.text());
        return ready(mockAnswer);
    }
    void watch(const OutTradeNo &number) override { watched.append(number.text()); }
    void unwatch(const OutTradeNo &number) override { watched.removeAll(number.text()); }

    /// How often it was asked for this, answered or not.
    int count(const QString &verb) const
    {
        return int(std::count_if(calls.begin(), calls.end(), [&verb](const Call &call) { return call.verb == verb; }));
    }
    /// The newest call of the kind.
    const Call &last(const QString &verb) const
    {
        const auto found =
            std::find_if(calls.rbegin(), calls.rend(), [&verb](const Call &call) { return call.verb == verb; });
        if (found == calls.rend())
            qFatal("the desk was never asked to %s", qPrintable(verb));
        return *found;
    }
    /// Answers the oldest unanswered call of the kind.
    void answer(const QString &verb, const Result<Order> &answer)
    {
        const auto found = std::find_if(calls.begin(), calls.end(),
                                        [&verb](const Call &call) { return call.open && call.verb == verb; });
        if (found == calls.end())
            qFatal("the desk has nothing open to %s", qPrintable(verb));
        found->open = false;
        const auto promise = found->promise; // the answer may bring new calls, and the list may move
        promise->addResult(answer);
        promise->finish();
    }
    void push(const Order &order) { emit orderChanged(order); }
    void goOnline(bool online) { emit onlineChanged(online); }
    void openCases(int open) { emit casesChanged(open); }

    QList<Call> calls;
    QStringList watched;
    QStringList mockPaid;
    Result<void> mockAnswer;

private:
    QFuture<Result<Order>> asked(Call call)
    {
        call.promise->start();
        calls.append(call);
        return call.promise->future();
    }
};
