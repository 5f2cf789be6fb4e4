// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/VirtualClock.h"

#include <QCoreApplication>

void VirtualClock::callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> call)
{
    m_calls.insert({m_nowMs + delay.count(), {context, std::move(call)}});
}

void VirtualClock::advance(std::chrono::milliseconds span)
{
    const qint64 until = m_nowMs + span.count();
    while (step(std::chrono::milliseconds(until - m_nowMs))) {}
}

bool VirtualClock::step(std::chrono::milliseconds span)
{
    const qint64 until = m_nowMs + span.count();
    if (m_calls.empty() || m_calls.begin()->first > until) {
        m_nowMs = until;
        return false;
    }
    auto due = m_calls.extract(m_calls.begin());
    m_nowMs = std::max(m_nowMs, due.key());
    if (due.mapped().context)
        due.mapped().call();
    QCoreApplication::processEvents();
    return true;
}
