// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/CancelLadder.h"

using namespace std::chrono_literals;

CancelLadder::CancelLadder(ProviderLine &line, Clock &clock, const CheckoutSettings &settings, Settle settle,
                           Vanished vanished)
    : m_line(line), m_clock(clock), m_settings(settings), m_settle(std::move(settle)), m_vanished(std::move(vanished))
{
}

QFuture<Result<Order>> CancelLadder::climb(const OutTradeNo &number, const QString &operatorId)
{
    auto promise = std::make_shared<QPromise<Result<Order>>>();
    promise->start();
    auto answer = promise->future();
    const ClimbPtr climb = climbOf(number, operatorId);
    climb->waiting.append(promise);
    climb->quickUntilMs = m_clock.steadyMs() + std::chrono::milliseconds(30s).count();
    m_clock.callAfter(m_settings.patience, this, [climb, promise] {
        if (climb->waiting.removeOne(promise)) {
            promise->addResult(Result<Order>(Error{ErrorCode::Unknown, QStringLiteral("not known yet")}));
            promise->finish();
        }
    });
    begin(climb);
    return answer;
}

bool CancelLadder::round(const OutTradeNo &number)
{
    const ClimbPtr climb = climbOf(number, {});
    if (climb->isRunning)
        return false;
    climb->hasReserved = true;
    begin(climb);
    return true;
}

void CancelLadder::heard(const Order &order)
{
    const auto climb = m_climbs.value(order.outTradeNo);
    if (climb && order.isSettled())
        finish(climb, order);
}

CancelLadder::ClimbPtr CancelLadder::climbOf(const OutTradeNo &number, const QString &operatorId)
{
    auto &climb = m_climbs[number];
    if (!climb)
        climb = std::make_shared<Climb>(Climb{.number = number, .operatorId = {}, .waiting = {}});
    if (climb->operatorId.isEmpty())
        climb->operatorId = operatorId;
    return climb;
}

void CancelLadder::begin(const ClimbPtr &climb)
{
    if (!std::exchange(climb->isRunning, true))
        queryThenClose(climb);
}

void CancelLadder::queryThenClose(const ClimbPtr &climb)
{
    ask(climb, [this, climb] { closeThenQuery(climb); });
}

void CancelLadder::closeThenQuery(const ClimbPtr &climb)
{
    // Whatever the close was answered, paid and unknown included, the query after it decides.
    m_line.close(climb->number).then(this, [this, climb](const Result<void> &) {
        if (!climb->isOver)
            ask(climb, [this, climb] { again(climb); });
    });
}

void CancelLadder::ask(const ClimbPtr &climb, const Next &next)
{
    const bool hasReserved = std::exchange(climb->hasReserved, false);
    auto answer = hasReserved ? m_line.queryNow(climb->number) : m_line.query(climb->number);
    answer.then(this, [this, climb, next](const Result<PaymentEvent> &seen) {
        if (seen) {
            const bool saysPaid = seen->state == TradeState::Success || seen->state == TradeState::Refund;
            PaymentEvent asked = *seen;
            asked.askedBy = climb->operatorId;
            m_settle(asked).then(this, [this, climb, saysPaid, next](const Result<Order> &order) {
                settled(climb, order, saysPaid, next);
            });
        } else if (seen.error().code == ErrorCode::NotFound)
            m_vanished(climb->number, climb->operatorId).then(this, [this, climb, next](const Result<Order> &order) {
                settled(climb, order, false, next);
            });
        else if (!climb->isOver)
            next();
    });
}

void CancelLadder::settled(const ClimbPtr &climb, const Result<Order> &order, bool saysPaid, const Next &next)
{
    // Paid, but not the way it should be, is an end too: it is a case, or was one.
    if (order && (order->isSettled() || saysPaid))
        finish(climb, order);
    else if (!climb->isOver)
        next();
}

void CancelLadder::again(const ClimbPtr &climb)
{
    if (m_clock.steadyMs() >= climb->quickUntilMs) {
        climb->isRunning = false;
        return;
    }
    m_clock.callAfter(m_settings.retryDelay, this, [this, climb] {
        if (!climb->isOver)
            queryThenClose(climb);
    });
}

void CancelLadder::finish(const ClimbPtr &climb, const Result<Order> &result)
{
    if (std::exchange(climb->isOver, true))
        return;
    m_climbs.remove(climb->number);
    for (const auto &promise : std::exchange(climb->waiting, {})) {
        promise->addResult(result);
        promise->finish();
    }
    emit ended(climb->number);
}
