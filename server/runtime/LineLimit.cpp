// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/LineLimit.h"

#include "server/domain/Clock.h"

#include <utility>

std::optional<int> LineLimit::next()
{
    const qint64 now = m_clock.steadyMs();
    if (now - m_began >= 60'000) {
        m_began = now;
        m_written = 0;
    }
    if (m_written >= m_lines) {
        ++m_leftOut;
        return std::nullopt;
    }
    ++m_written;
    return std::exchange(m_leftOut, 0);
}
