// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/QueryBudget.h"

#include <algorithm>

namespace {

constexpr qint64 secondMs = 1000;
constexpr qint64 storeAnswersMs = 20;

} // namespace

QueryBudget::QueryBudget(Clock &clock, int perSecond) : m_clock(clock), m_limit(size_t(std::max(1, perSecond))) {}

bool QueryBudget::hasSpare()
{
    return m_waiting.empty() && used() < m_limit;
}

qint64 QueryBudget::spareAtMs()
{
    const qint64 nowMs = m_clock.steadyMs();
    if (hasSpare())
        return nowMs;
    // Who waits is served first; the next one is ours, if there is one.
    return std::max(nowMs, backMs()) + (m_waiting.empty() ? 0 : 1);
}

void QueryBudget::take()
{
    (void)used();
    m_taken.push_back(m_clock.steadyMs());
}

void QueryBudget::useReserved()
{
    giveBack();
    take();
}

void QueryBudget::giveBack()
{
    if (m_reserved > 0)
        --m_reserved;
}

bool QueryBudget::inTurn(QObject *context, std::function<void()> ask)
{
    if (m_waiting.empty() && used() < m_limit) {
        take();
        ask();
        return true;
    }
    if (m_waiting.size() >= mostWaiting)
        return false;
    m_waiting.push_back({context, std::move(ask)});
    schedule();
    return true;
}

size_t QueryBudget::used()
{
    const qint64 nowMs = m_clock.steadyMs();
    while (!m_taken.empty() && m_taken.front() <= nowMs - secondMs)
        m_taken.pop_front();
    return m_taken.size() + m_reserved;
}

qint64 QueryBudget::backMs() const
{
    const qint64 nowMs = m_clock.steadyMs();
    if (m_reserved > 0) // used or given back once the store has answered, which nobody knows the moment of
        return nowMs + storeAnswersMs;
    return m_taken.empty() ? nowMs : m_taken.front() + secondMs;
}

void QueryBudget::schedule()
{
    if (m_isScheduled || m_waiting.empty())
        return;
    m_isScheduled = true;
    const qint64 wait = std::max<qint64>(0, backMs() - m_clock.steadyMs());
    m_clock.callAfter(std::chrono::milliseconds(wait), this, [this] {
        m_isScheduled = false;
        serve();
    });
}

void QueryBudget::serve()
{
    while (!m_waiting.empty() && used() < m_limit) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!next.context)
            continue;
        take();
        next.ask();
    }
    schedule();
}
