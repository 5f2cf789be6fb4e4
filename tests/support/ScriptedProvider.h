// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentProvider.h"

#include <QPromise>
#include <QStringList>
#include <deque>
#include <memory>

/// WeChat Pay as a test wants it: each call is noted and answered by the next script, or held until the test answers.
class ScriptedProvider final : public PaymentProvider
{
public:
    template <class T> struct Line
    {
        std::deque<Result<T>> answers; ///< the next call's; the last one stays
        bool hold = false; ///< calls wait for release()
        QList<std::shared_ptr<QPromise<Result<T>>>> held;

        QFuture<Result<T>> answer()
        {
            if (hold) {
                held.append(std::make_shared<QPromise<Result<T>>>());
                held.last()->start();
                return held.last()->future();
            }
            Result<T> next = answers.front();
            if (answers.size() > 1)
                answers.pop_front();
            return ready(std::move(next));
        }
        void release(const Result<T> &result)
        {
            for (const auto &promise : std::exchange(held, {})) {
                promise->addResult(result);
                promise->finish();
            }
        }
    };

    QFuture<Result<QString>> createNative(const Order &order) override
    {
        calls << "create " + order.outTradeNo.text();
        return creates.answer();
    }
    QFuture<Result<PaymentEvent>> query(const OutTradeNo &number) override
    {
        calls << "query " + number.text();
        return queries.answer();
    }
    QFuture<Result<PaymentEvent>> queryByTransactionId(const QString &transactionId) override
    {
        calls << "query by " + transactionId;
        return queries.answer();
    }
    QFuture<Result<void>> close(const OutTradeNo &number) override
    {
        calls << "close " + number.text();
        return closes.answer();
    }

    QFuture<Result<RefundEvent>> refund(const Refund &refund) override
    {
        calls << "refund " + refund.outRefundNo.text();
        return refunds.answer();
    }
    QFuture<Result<RefundEvent>> queryRefund(const OutRefundNo &number) override
    {
        calls << "query refund " + number.text();
        return refundQueries.answer();
    }
    QFuture<Result<RefundEvent>> redirectAbnormal(const Refund &refund) override
    {
        calls << "redirect " + refund.outRefundNo.text();
        return redirects.answer();
    }

    QStringList calls;
    Line<QString> creates{{QStringLiteral("weixin://wxpay/bizpayurl?pr=one")}};
    Line<PaymentEvent> queries;
    Line<void> closes{{Result<void>()}};
    Line<RefundEvent> refunds;
    Line<RefundEvent> refundQueries;
    Line<RefundEvent> redirects;
};
