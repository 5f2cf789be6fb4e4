// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/Reconciler.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr qint64 quickMs = milliseconds(3s).count();
constexpr milliseconds longestPause = 30min;
/// WeChat itself closes what is unpaid after seven days (reference 2.3).
constexpr qint64 longestMs = milliseconds(192h).count();
/// The longest lifetime that a profile may give; a clock that was wrong may have written a later deadline.
constexpr qint64 latestDeadlineMs = milliseconds(2h).count();
constexpr qint64 betweenSweepsMs = milliseconds(10s).count();

/// WeChat's advice for orders that nobody looks at (reference 3.8): the first of its moments after one.
qint64 slowTurn(qint64 createdMs, qint64 afterMs)
{
    static constexpr std::array<std::chrono::seconds, 7> moments{5s, 30s, 1min, 3min, 5min, 10min, 30min};
    for (const auto moment : moments) {
        const qint64 atMs = createdMs + milliseconds(moment).count();
        if (atMs > afterMs)
            return atMs;
    }
    return afterMs + longestPause.count();
}

bool saysPaid(const PaymentEvent &seen)
{
    return seen.state == TradeState::Success || seen.state == TradeState::Refund;
}

bool saysNothing(const PaymentEvent &seen)
{
    return seen.state == TradeState::NotPay || seen.state == TradeState::UserPaying;
}

} // namespace

Reconciler::Reconciler(OrderStore &store, ProviderLine &line, QueryBudget &budget, Clock &clock,
                       const CheckoutSettings &settings, Ways ways)
    : m_store(store), m_line(line), m_budget(budget), m_clock(clock), m_settings(settings), m_ways(std::move(ways))
{
    connect(&m_line, &ProviderLine::cameBack, this, &Reconciler::askAllSoon);
}

void Reconciler::start()
{
    m_isStarted = true;
    takeUp({});
}

void Reconciler::takeUp(const QString &after)
{
    m_store.unfinished(after).then(this, [this, after](const Result<QList<Order>> &found) {
        if (!found) { // an order that is not taken up could be paid and nobody would know
            m_clock.callAfter(m_settings.retryDelay, this, [this, after] { takeUp(after); });
            return;
        }
        for (const auto &order : *found)
            add(order, true);
        schedule();
        if (!found->isEmpty())
            takeUp(found->last().outTradeNo.text());
    });
}

void Reconciler::heard(const Order &order, const OrderEvent &event)
{
    if (!m_isStarted)
        return;
    if (order.isSettled())
        return forget(order.outTradeNo);
    if (!m_open.contains(order.outTradeNo))
        add(order, false);
    Open &open = m_open[order.outTradeNo];
    if (event.type == EventType::CodeReady && !open.hasCode) {
        open.hasCode = true;
        queue(order.outTradeNo, open, std::min(m_clock.steadyMs() + quickMs, open.deadlineMs));
    }
    schedule();
}

void Reconciler::closing(const OutTradeNo &number)
{
    if (const auto open = m_open.find(number); open != m_open.end())
        open->isClosing = true;
}

void Reconciler::forget(const OutTradeNo &number)
{
    m_open.remove(number);
    m_queue.remove(number);
}

void Reconciler::add(const Order &order, bool fromTheBooks)
{
    if (m_open.contains(order.outTradeNo))
        return;
    const qint64 nowMs = m_clock.steadyMs();
    const QDateTime now = m_clock.now();
    const qint64 deadlineMs = nowMs + std::min(now.msecsTo(order.expiresAt), latestDeadlineMs);
    const Open open{.createdMs = nowMs + now.msecsTo(order.createdAt),
                    .deadlineMs = deadlineMs,
                    .untilMs = std::max(nowMs, deadlineMs) + longestMs,
                    .pause = m_settings.retryDelay,
                    .hasCode = !order.codeUrl.isEmpty(),
                    .wantsCode = fromTheBooks && order.codeUrl.isEmpty(),
                    .isClosing = order.closing};
    m_open.insert(order.outTradeNo, open);
    queue(order.outTradeNo, open, fromTheBooks ? nowMs : deadlineMs);
}

void Reconciler::askAllSoon()
{
    const qint64 atMs = std::max(m_clock.steadyMs(), m_askAllAfterMs);
    m_askAllAfterMs = atMs + betweenSweepsMs;
    m_queue.hurryAll(atMs);
    schedule();
}

void Reconciler::work()
{
    const qint64 nowMs = m_clock.steadyMs();
    while (m_queue.hasDue(nowMs) && m_budget.hasSpare())
        turn(*m_queue.take(nowMs));
    schedule();
}

void Reconciler::schedule()
{
    const qint64 nowMs = m_clock.steadyMs();
    const auto next = m_queue.hasDue(nowMs) ? std::optional(m_budget.spareAtMs()) : m_queue.nextMs();
    if (!next || (m_scheduledForMs >= 0 && m_scheduledForMs <= *next))
        return;
    m_scheduledForMs = *next;
    m_clock.callAfter(milliseconds(std::max<qint64>(0, *next - nowMs)), this, [this, generation = ++m_generation] {
        if (generation != m_generation)
            return;
        m_scheduledForMs = -1;
        work();
    });
}

void Reconciler::turn(const OutTradeNo &number)
{
    Open &open = m_open[number];
    const qint64 nowMs = m_clock.steadyMs();
    if (nowMs >= open.untilMs)
        return forget(number);
    const bool isOver = nowMs >= open.deadlineMs;
    if (isOver || open.isClosing) {
        queue(number, open, nowMs + (isOver ? open.pause.count() : quickMs));
        if (isOver)
            open.pause = std::min(open.pause * 2, longestPause);
        m_budget.reserve();
        m_ways.close(number);
    } else if (open.hasCode) {
        queue(number, open, std::min(nowMs + quickMs, open.deadlineMs));
        ask(number, open);
    } else {
        queue(number, open, open.deadlineMs);
        if (std::exchange(open.wantsCode, false)) {
            m_budget.take();
            m_ways.askCode(number);
        }
    }
}

void Reconciler::ask(const OutTradeNo &number, Open &open)
{
    open.wasHeldUp = open.underWay >= mostAtOnce;
    if (open.wasHeldUp)
        return;
    ++open.underWay;
    m_budget.reserve();
    m_line.queryNow(number).then(this, [this, number](const Result<PaymentEvent> &seen) { answered(number, seen); });
}

void Reconciler::answered(const OutTradeNo &number, const Result<PaymentEvent> &seen)
{
    if (const auto open = m_open.find(number); open != m_open.end()) {
        --open->underWay;
        if (std::exchange(open->wasHeldUp, false))
            queue(number, *open, m_clock.steadyMs());
        schedule();
    }
    if (!seen || saysNothing(*seen))
        return; // nothing to write down
    m_ways.settle(*seen).then(this, [this, number, paid = saysPaid(*seen)](const Result<Order> &order) {
        // Paid, but not the way it should be: it is a case, and WeChat has nothing more to tell.
        if (order && paid)
            forget(number);
    });
}

void Reconciler::queue(const OutTradeNo &number, const Open &open, qint64 dueMs)
{
    // A QR that does not get its turn falls to the slower cadence; what is past its deadline is slow already.
    const qint64 nowMs = m_clock.steadyMs();
    const bool isQuick = open.hasCode && !open.isClosing && dueMs < open.deadlineMs;
    m_queue.put(number, {open.createdMs, dueMs, isQuick ? std::max(dueMs, slowTurn(open.createdMs, nowMs)) : dueMs});
}
