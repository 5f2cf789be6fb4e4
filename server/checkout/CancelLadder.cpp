// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/CancelLadder.h"

using namespace std::chrono_literals;

CancelLadder::CancelLadder(PaymentProvider &provider, Clock &clock, const CheckoutSettings &settings, Settle settle,
                           Vanished vanished)
    : m_provider(provider), m_clock(clock), m_settings(settings), m_settle(std::move(settle)),
      m_vanished(std::move(vanished))
{
}

QFuture<Result<Order>> CancelLadder::climb(const OutTradeNo &number, const QString &operatorId)
{
    auto promise = std::make_shared<QPromise<Result<Order>>>();
    promise->start();
    auto &entry = m_climbs[number];
    const bool first = !entry;
    if (first) {
        const qint64 nowMs = m_clock.steadyMs();
        const auto longest = m_settings.orderLifetime + std::chrono::seconds(1h);
        entry = std::make_shared<Climb>(Climb{.number = number,
                                              .operatorId = operatorId,
                                              .pause = m_settings.retryDelay,
                                              .quickUntilMs = nowMs + std::chrono::milliseconds(30s).count(),
                                              .untilMs = nowMs + std::chrono::milliseconds(longest).count(),
                                              .waiting = {}});
    }
    const ClimbPtr climb = entry;
    climb->waiting.append(promise);
    m_clock.callAfter(m_settings.patience, this, [climb, promise] {
        if (climb->waiting.removeOne(promise)) {
            promise->addResult(Result<Order>(Error{ErrorCode::Unknown, QStringLiteral("not known yet")}));
            promise->finish();
        }
    });
    if (first)
        queryThenClose(climb);
    return promise->future();
}

void CancelLadder::queryThenClose(const ClimbPtr &climb)
{
    ask(climb, [this, climb] { closeThenQuery(climb); });
}

void CancelLadder::closeThenQuery(const ClimbPtr &climb)
{
    // Whatever the close was answered, paid and unknown included, the query after it decides.
    m_provider.close(climb->number).then(this, [this, climb](const Result<void> &) {
        ask(climb, [this, climb] { again(climb); });
    });
}

void CancelLadder::ask(const ClimbPtr &climb, const Next &next)
{
    m_provider.query(climb->number).then(this, [this, climb, next](const Result<PaymentEvent> &seen) {
        const auto onOrder = [this, climb, next](const Result<Order> &order) { settled(climb, order, next); };
        if (seen) {
            PaymentEvent asked = *seen;
            asked.askedBy = climb->operatorId;
            m_settle(asked).then(this, onOrder);
        } else if (seen.error().code == ErrorCode::NotFound)
            m_vanished(climb->number, climb->operatorId).then(this, onOrder);
        else
            next();
    });
}

void CancelLadder::settled(const ClimbPtr &climb, const Result<Order> &order, const Next &next)
{
    if (order && order->isFinal())
        finish(climb, order);
    else
        next();
}

void CancelLadder::again(const ClimbPtr &climb)
{
    if (m_clock.steadyMs() >= climb->untilMs)
        return finish(climb, Error{ErrorCode::Unknown, QStringLiteral("not known")});
    // Quick while a cashier may be waiting, then slower: somebody must look at it anyway.
    m_clock.callAfter(climb->pause, this, [this, climb] { queryThenClose(climb); });
    if (m_clock.steadyMs() > climb->quickUntilMs)
        climb->pause = std::min(climb->pause * 2, std::chrono::milliseconds(30s));
}

void CancelLadder::finish(const ClimbPtr &climb, const Result<Order> &result)
{
    m_climbs.remove(climb->number);
    for (const auto &promise : std::exchange(climb->waiting, {})) {
        promise->addResult(result);
        promise->finish();
    }
}
