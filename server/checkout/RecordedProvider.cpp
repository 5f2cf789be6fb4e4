// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/RecordedProvider.h"

namespace {

const QString wechat = QStringLiteral("wechat");

/// Never the message: it may hold what the provider said.
QString wordFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unknown:
        return QStringLiteral("no_answer");
    case ErrorCode::ProviderUnavailable:
        return QStringLiteral("unavailable");
    case ErrorCode::RateLimited:
        return QStringLiteral("too_often");
    case ErrorCode::ProviderRefused:
        return QStringLiteral("refused");
    case ErrorCode::NotFound:
        return QStringLiteral("not_found");
    case ErrorCode::OrderPaid:
        return QStringLiteral("already_paid");
    case ErrorCode::OrderClosed:
        return QStringLiteral("already_closed");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::Unverified:
        return QStringLiteral("not_verified");
    default:
        return QStringLiteral("failed");
    }
}

template <class T> QString wordFor(const Result<T> &answer)
{
    return answer ? QStringLiteral("ok") : wordFor(answer.error().code);
}
QString wordFor(const Result<PaymentEvent> &answer)
{
    return answer ? toText(answer->state) : wordFor(answer.error().code);
}
QString wordFor(const Result<RefundEvent> &answer)
{
    return answer ? toText(answer->status) : wordFor(answer.error().code);
}

} // namespace

RecordedProvider::RecordedProvider(PaymentProvider &inner, FlightRecorder &recorder, const Clock &clock)
    : m_inner(inner), m_recorder(recorder), m_clock(clock)
{
}

RecordedProvider::Asked RecordedProvider::asked(const QString &outTradeNo, const QString &what)
{
    const Asked asked = this->asked();
    if (const auto number = OutTradeNo::parse(outTradeNo))
        m_recorder.mark({.number = *number, .at = asked.at, .source = wechat, .what = what + QStringLiteral("_asked")});
    return asked;
}

void RecordedProvider::answered(const QString &outTradeNo, const QString &what, const Asked &asked,
                                const QString &outcome)
{
    if (const auto number = OutTradeNo::parse(outTradeNo))
        m_recorder.mark(*number, wechat, what + QStringLiteral("_answered"),
                        {.tookMs = m_clock.steadyMs() - asked.steadyMs, .outcome = outcome});
}

/// Questions without consequences come by the hundred: one mark for question and answer, and those alike are counted.
void RecordedProvider::looked(const QString &outTradeNo, const QString &what, const Asked &asked,
                              const QString &outcome)
{
    if (const auto number = OutTradeNo::parse(outTradeNo))
        m_recorder.repeated({.number = *number,
                             .at = asked.at,
                             .source = wechat,
                             .what = what,
                             .detail = {.tookMs = m_clock.steadyMs() - asked.steadyMs, .outcome = outcome}});
}

QFuture<Result<QString>> RecordedProvider::createNative(const Order &order)
{
    const QString number = order.outTradeNo.text();
    const Asked begun = asked(number, QStringLiteral("create"));
    return m_inner.createNative(order).then(this, [this, number, begun](const Result<QString> &answer) {
        end("create", begun, answer);
        answered(number, QStringLiteral("create"), begun, wordFor(answer));
        return answer;
    });
}

QFuture<Result<PaymentEvent>> RecordedProvider::query(const OutTradeNo &number)
{
    return m_inner.query(number).then(this, [this, number, begun = asked()](const Result<PaymentEvent> &answer) {
        end("query", begun, answer);
        looked(number.text(), QStringLiteral("query"), begun, wordFor(answer));
        return answer;
    });
}

QFuture<Result<PaymentEvent>> RecordedProvider::queryByTransactionId(const QString &transactionId)
{
    return m_inner.queryByTransactionId(transactionId)
        .then(this, [this, begun = asked()](const Result<PaymentEvent> &answer) {
            end("query", begun, answer);
            if (answer)
                looked(answer->outTradeNo, QStringLiteral("query"), begun, wordFor(answer));
            return answer;
        });
}

QFuture<Result<void>> RecordedProvider::close(const OutTradeNo &number)
{
    const Asked begun = asked(number.text(), QStringLiteral("close"));
    return m_inner.close(number).then(this, [this, number, begun](const Result<void> &answer) {
        end("close", begun, answer);
        answered(number.text(), QStringLiteral("close"), begun, wordFor(answer));
        return answer;
    });
}

QFuture<Result<RefundEvent>> RecordedProvider::refundAnswered(const Refund &refund, const char *what,
                                                              QFuture<Result<RefundEvent>> answer)
{
    const QString name = QString::fromLatin1(what);
    const Asked begun = asked(refund.outTradeNo, name);
    return answer.then(this, [this, number = refund.outTradeNo, what, name, begun](const Result<RefundEvent> &said) {
        end(what, begun, said);
        answered(number, name, begun, wordFor(said));
        return said;
    });
}

QFuture<Result<RefundEvent>> RecordedProvider::refund(const Refund &refund)
{
    return refundAnswered(refund, "refund", m_inner.refund(refund));
}

QFuture<Result<RefundEvent>> RecordedProvider::queryRefund(const OutRefundNo &number)
{
    return m_inner.queryRefund(number).then(this, [this, begun = asked()](const Result<RefundEvent> &answer) {
        end("refund_query", begun, answer);
        if (answer) // the order is known from the answer alone
            looked(answer->outTradeNo, QStringLiteral("refund_query"), begun, wordFor(answer));
        return answer;
    });
}

QFuture<Result<RefundEvent>> RecordedProvider::redirectAbnormal(const Refund &refund)
{
    return refundAnswered(refund, "redirect", m_inner.redirectAbnormal(refund));
}
