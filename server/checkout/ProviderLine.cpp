// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/ProviderLine.h"

#include <QPromise>
#include <memory>

QFuture<Result<PaymentEvent>> ProviderLine::queryNow(const OutTradeNo &number)
{
    m_budget.useReserved();
    return heard(m_provider.query(number));
}

QFuture<Result<QString>> ProviderLine::createNative(const Order &order)
{
    return heard(m_provider.createNative(order));
}

QFuture<Result<PaymentEvent>> ProviderLine::query(const OutTradeNo &number)
{
    return inTurn([this, number] { return m_provider.query(number); });
}

QFuture<Result<PaymentEvent>> ProviderLine::queryByTransactionId(const QString &transactionId)
{
    return inTurn([this, transactionId] { return m_provider.queryByTransactionId(transactionId); });
}

QFuture<Result<void>> ProviderLine::close(const OutTradeNo &number)
{
    return heard(m_provider.close(number));
}

QFuture<Result<PaymentEvent>> ProviderLine::inTurn(Question ask)
{
    auto promise = std::make_shared<QPromise<Result<PaymentEvent>>>();
    promise->start();
    auto answer = promise->future();
    const bool accepted = m_budget.inTurn(this, [this, promise, ask = std::move(ask)] {
        heard(ask()).then(this, [promise](const Result<PaymentEvent> &seen) {
            promise->addResult(seen);
            promise->finish();
        });
    });
    if (!accepted)
        return ready(
            Result<PaymentEvent>(Error{ErrorCode::Busy, QStringLiteral("too many questions wait for WeChat Pay")}));
    return answer;
}

template <class T> QFuture<Result<T>> ProviderLine::heard(QFuture<Result<T>> answer)
{
    return answer.then(this, [this](const Result<T> &result) {
        note(result
             || (result.error().code != ErrorCode::Unknown && result.error().code != ErrorCode::ProviderUnavailable));
        return result;
    });
}

void ProviderLine::note(bool answered)
{
    const bool wasSilent = m_silences >= 2; // one lost answer is no broken line
    m_silences = answered ? 0 : m_silences + 1;
    if (answered && wasSilent)
        emit cameBack();
}
