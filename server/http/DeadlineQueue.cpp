// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/DeadlineQueue.h"

#include "server/domain/Clock.h"

void DeadlineQueue::set(Waiter &waiter, std::chrono::milliseconds fromNow)
{
    clear(waiter);
    waiter.m_due = m_clock.steadyMs() + fromNow.count();
    m_due.insert({waiter.m_due, &waiter});
    schedule();
}

void DeadlineQueue::clear(Waiter &waiter)
{
    if (waiter.m_due < 0)
        return;
    m_due.erase({waiter.m_due, &waiter});
    waiter.m_due = -1;
}

bool DeadlineQueue::makeRoom(const Waiter *newcomer)
{
    int asked = 0;
    for (const auto &[due, waiter] : m_due) {
        if (waiter == newcomer)
            continue;
        if (waiter->giveWay())
            return true; // the set is another one now
        if (++asked >= maxAsked)
            return false;
    }
    return false;
}

void DeadlineQueue::schedule()
{
    if (m_due.empty() || (m_scheduledFor >= 0 && m_scheduledFor <= m_due.begin()->first))
        return;
    m_scheduledFor = m_due.begin()->first;
    const qint64 wait = std::max<qint64>(0, m_scheduledFor - m_clock.steadyMs());
    // A call cannot be taken back: one that an earlier deadline has overtaken finds its generation gone.
    m_clock.callAfter(std::chrono::milliseconds(wait), this, [this, generation = ++m_generation] {
        if (generation == m_generation)
            fire();
    });
}

void DeadlineQueue::fire()
{
    m_scheduledFor = -1;
    const qint64 now = m_clock.steadyMs();
    // When thousands are due at the same moment, who is not has a turn in between.
    for (int fired = 0; fired < maxAtOnce && !m_due.empty() && m_due.begin()->first <= now; ++fired) {
        Waiter *waiter = m_due.begin()->second;
        clear(*waiter);
        waiter->deadlinePassed();
    }
    schedule();
}
