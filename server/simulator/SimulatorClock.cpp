// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/SimulatorClock.h"

void SimulatorClock::callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> call)
{
    const qint64 delayMs = std::max<qint64>(0, delay.count());
    m_calls.insert({steadyMs() + delayMs, {context, std::move(call)}});
    wakeAfter(delayMs);
}

void SimulatorClock::wakeAfter(qint64 delayMs)
{
    m_real.callAfter(std::chrono::milliseconds(delayMs), this, [this] { callDue(); });
}

bool SimulatorClock::advance(std::chrono::seconds span)
{
    const qint64 spanS = span.count();
    if (spanS < 0 || spanS > maxAdvanceS || m_offsetMs / 1000 + spanS > maxAdvanceS)
        return false;
    m_offsetMs += spanS * 1000;
    callDue();
    return true;
}

void SimulatorClock::callDue()
{
    // Only what is due now: a call that plans another for at once must not keep us here.
    const auto end = m_calls.upper_bound(steadyMs());
    std::multimap<qint64, Call> due;
    while (m_calls.begin() != end)
        due.insert(m_calls.extract(m_calls.begin()));
    for (auto &[at, call] : due) {
        if (call.context)
            call.call();
    }
}
