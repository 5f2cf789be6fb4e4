// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/Watchdog.h"

#include "server/domain/Clock.h"

Watchdog::Watchdog(std::chrono::microseconds within, Ask ask, Say say, Clock &clock)
    : m_every(
        std::max(std::chrono::milliseconds(1), std::chrono::duration_cast<std::chrono::milliseconds>(within / 2))),
      m_ask(std::move(ask)), m_say(std::move(say)), m_clock(clock)
{
    look();
}

void Watchdog::look()
{
    m_clock.callAfter(m_every, this, [this] { look(); });
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_ask().then(this, [this] {
        m_isAsking = false;
        m_say();
    });
}
