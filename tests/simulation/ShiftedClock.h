// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"

/// One machine's clock: its spans are everybody's, its wall time may be off.
class ShiftedClock final : public Clock
{
public:
    explicit ShiftedClock(Clock &real) : m_real(real) {}

    qint64 nowMs() const override { return m_real.nowMs() + m_shiftMs; }
    qint64 steadyMs() const override { return m_real.steadyMs(); }
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override
    {
        m_real.callAfter(delay, context, std::move(call));
    }

    void shiftTo(std::chrono::milliseconds shift) { m_shiftMs = shift.count(); }
    bool isRight() const { return m_shiftMs == 0; }

private:
    Clock &m_real;
    qint64 m_shiftMs = 0;
};
