// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"

/// A till's spans of time, five times as short: 200 rounds need not wait 1.5 s each for Paid to end. What is measured
/// is measured by a real clock; a till in a hurry paints its countdown more often, and is never the faster for it.
class HurriedClock final : public Clock
{
public:
    static constexpr int times = 5;

    qint64 nowMs() const override { return m_real.nowMs(); }
    qint64 steadyMs() const override { return m_real.steadyMs() * times; }
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override
    {
        m_real.callAfter(delay / times, context, std::move(call));
    }

private:
    SystemClock m_real;
};
