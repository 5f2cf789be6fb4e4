// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentProvider.h"
#include "tests/support/Orders.h"
#include "tests/support/VirtualClock.h"

#include <QPromise>
#include <memory>

/// WeChat Pay with books of its own, on the test's clock: orders are made, paid and closed, answers take their time,
/// and the line may be dead.
class PretendWechat final : public QObject, public PaymentProvider
{
public:
    explicit PretendWechat(VirtualClock &clock) : m_clock(clock) {}

    struct Call
    {
        qint64 atMs;
        QString what; ///< "query T00001"
    };

    void pay(const char *number) { states[QString::fromLatin1(number)] = TradeState::Success; }
    /// When it was asked that, since the start of the test.
    QList<qint64> times(const QString &what) const
    {
        QList<qint64> times;
        for (const auto &call : calls) {
            if (call.what == what)
                times << call.atMs;
        }
        return times;
    }
    QStringList words() const
    {
        QStringList words;
        for (const auto &call : calls)
            words << call.what;
        return words;
    }

    QFuture<Result<QString>> createNative(const Order &order) override
    {
        const QString number = order.outTradeNo.text();
        note("create " + number);
        if (!isDown && !states.contains(number))
            states[number] = TradeState::NotPay;
        return later<QString>(QStringLiteral("weixin://") + number);
    }
    QFuture<Result<PaymentEvent>> query(const OutTradeNo &number) override
    {
        note("query " + number.text());
        return later<PaymentEvent>(wordOf(number.text()));
    }
    QFuture<Result<void>> close(const OutTradeNo &number) override
    {
        note("close " + number.text());
        const bool isPaid = states.value(number.text()) == TradeState::Success;
        if (!isDown && !isPaid && takesCloses && states.contains(number.text()))
            states[number.text()] = TradeState::Closed;
        return later<void>(isPaid ? Result<void>(Error{ErrorCode::OrderPaid, {}}) : Result<void>());
    }
    QFuture<Result<PaymentEvent>> queryByTransactionId(const QString &transactionId) override
    {
        note("query by " + transactionId);
        const QString number = transactions.key(transactionId, transactionId.mid(2));
        if (transactionOf(number) != transactionId)
            return later<PaymentEvent>(Error{ErrorCode::NotFound, {}});
        return later<PaymentEvent>(wordOf(number));
    }
    QFuture<Result<RefundEvent>> refund(const Refund &) override { return none<RefundEvent>(); }
    QFuture<Result<RefundEvent>> queryRefund(const OutRefundNo &) override { return none<RefundEvent>(); }
    QFuture<Result<RefundEvent>> redirectAbnormal(const Refund &) override { return none<RefundEvent>(); }

    std::chrono::milliseconds delay{0}; ///< of every answer; what it says is older by that
    bool isDown = false; ///< calls do not arrive, and are given up after the delay
    bool hangs = false; ///< calls are never answered
    bool takesCloses = true;
    qint64 receives = 1990; ///< fen
    QDateTime paidAt = Orders::start.addSecs(5);
    bool isForeign = false; ///< payments are another merchant's
    QHash<QString, TradeState> states;
    QHash<QString, QString> transactions; ///< its number of a payment; "42" and the order's unless it is here
    QList<Call> calls;

private:
    QString transactionOf(const QString &number) const { return transactions.value(number, "42" + number); }
    Result<PaymentEvent> wordOf(const QString &number) const
    {
        if (!states.contains(number))
            return Error{ErrorCode::NotFound, {}};
        PaymentEvent seen = Orders::payment(qPrintable(number), receives);
        seen.witness = Witness::Query;
        seen.state = states[number];
        seen.transactionId = transactionOf(number);
        seen.successTime = paidAt;
        seen.foreign = isForeign;
        return seen;
    }
    template <class T> QFuture<Result<T>> none() { return ready(Result<T>(Error{ErrorCode::NotFound, {}})); }
    void note(const QString &what) { calls.append({m_clock.steadyMs() - Orders::start.toMSecsSinceEpoch(), what}); }

    template <class T> QFuture<Result<T>> later(const Result<T> &said)
    {
        const Result<T> answer = isDown ? Result<T>(Error{ErrorCode::Unknown, {}}) : said;
        if (!hangs && delay.count() == 0)
            return ready(Result<T>(answer));
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        auto future = promise->future();
        if (hangs) {
            m_hung.append([promise] {});
            return future;
        }
        m_clock.callAfter(delay, this, [promise, answer] {
            promise->addResult(answer);
            promise->finish();
        });
        return future;
    }

    VirtualClock &m_clock;
    QList<std::function<void()>> m_hung;
};
