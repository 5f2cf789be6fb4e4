// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/CodeRequests.h"

CodeRequests::CodeRequests(OrderStore &store, PaymentProvider &provider, Clock &clock, const CheckoutSettings &settings,
                           Settle settle)
    : m_store(store), m_provider(provider), m_clock(clock), m_settings(settings), m_settle(std::move(settle))
{
}

QFuture<Result<Order>> CodeRequests::ask(const Order &order)
{
    auto promise = std::make_shared<QPromise<Result<Order>>>();
    promise->start();
    auto &asking = m_askings[order.outTradeNo];
    const bool first = !asking;
    if (first)
        asking = std::make_shared<Asking>(Asking{order, false, {}});
    const AskingPtr current = asking;
    current->waiting.append(promise);
    m_clock.callAfter(m_settings.patience, this, [current, promise] {
        if (current->waiting.removeOne(promise)) {
            promise->addResult(Result<Order>(current->order));
            promise->finish();
        }
    });
    if (first)
        tryOnce(current);
    return promise->future();
}

bool CodeRequests::giveUp(const OutTradeNo &number)
{
    const auto asking = m_askings.value(number);
    if (asking)
        asking->givenUp = true;
    return asking != nullptr;
}

void CodeRequests::tryOnce(const AskingPtr &asking)
{
    m_provider.createNative(asking->order).then(this, [this, asking](const Result<QString> &codeUrl) {
        if (codeUrl)
            keepCode(asking, *codeUrl);
        else
            failed(asking, codeUrl.error());
    });
}

void CodeRequests::keepCode(const AskingPtr &asking, const QString &codeUrl)
{
    const auto keep = [codeUrl, now = m_clock.now()](Order &order) -> std::optional<OrderEvent> {
        if (order.isFinal() || order.codeUrl == codeUrl)
            return std::nullopt;
        order.codeUrl = codeUrl;
        return OrderEvent{.at = now, .type = EventType::CodeReady, .source = QStringLiteral("system")};
    };
    m_store.change(asking->order.outTradeNo, keep).then(this, [this, asking](const Result<OrderChange> &changed) {
        if (!changed)
            return finish(asking, changed.error());
        if (changed->event)
            emit happened(*changed->order, *changed->event);
        finish(asking, *changed->order);
    });
}

void CodeRequests::failed(const AskingPtr &asking, const Error &error)
{
    const bool mayChange = error.code == ErrorCode::Unknown || error.code == ErrorCode::ProviderUnavailable
                           || error.code == ErrorCode::RateLimited || error.code == ErrorCode::Busy;
    const bool isKnownThere =
        error.code == ErrorCode::Conflict || error.code == ErrorCode::OrderPaid || error.code == ErrorCode::OrderClosed;
    if (isKnownThere)
        return learnItsState(asking, error);
    if (!mayChange)
        return closeRefused(asking, error);
    if (asking->givenUp || m_clock.now() >= asking->order.expiresAt)
        return finish(asking, error);
    m_clock.callAfter(m_settings.retryDelay, this, [this, asking, error] {
        if (asking->givenUp)
            finish(asking, error);
        else
            tryOnce(asking);
    });
}

void CodeRequests::learnItsState(const AskingPtr &asking, const Error &error)
{
    m_provider.query(asking->order.outTradeNo).then(this, [this, asking, error](const Result<PaymentEvent> &seen) {
        if (!seen)
            return finish(asking, error);
        m_settle(*seen).then(this, [this, asking, error](const Result<Order> &order) {
            finish(asking, order && order->isSettled() ? order : Result<Order>(error));
        });
    });
}

void CodeRequests::closeRefused(const AskingPtr &asking, const Error &error)
{
    // No code was ever shown for it, so nobody can pay it.
    const auto close = [error, now = m_clock.now()](Order &order) -> std::optional<OrderEvent> {
        if (order.isFinal() || !order.codeUrl.isEmpty())
            return std::nullopt;
        order.state = TradeState::Closed;
        order.closing = false;
        return OrderEvent{.at = now,
                          .type = EventType::Closed,
                          .source = QStringLiteral("system"),
                          .detail = {{QStringLiteral("refused"), error.message}}};
    };
    m_store.change(asking->order.outTradeNo, close)
        .then(this, [this, asking, error](const Result<OrderChange> &changed) {
            if (changed && changed->event)
                emit happened(*changed->order, *changed->event);
            finish(asking, error);
        });
}

void CodeRequests::finish(const AskingPtr &asking, const Result<Order> &result)
{
    m_askings.remove(asking->order.outTradeNo);
    answer(*asking, result);
}

void CodeRequests::answer(Asking &asking, const Result<Order> &result)
{
    for (const auto &promise : std::exchange(asking.waiting, {})) {
        promise->addResult(result);
        promise->finish();
    }
}
