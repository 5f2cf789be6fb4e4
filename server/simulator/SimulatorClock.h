// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"

#include <QObject>
#include <QPointer>
#include <map>

/// The simulator's own time: the real clock plus an offset that only grows (`PUT /sim/clock`). Orders expire and
/// notifications are repeated by it; signatures keep the real time. One thread.
class SimulatorClock final : public QObject, public Clock
{
    Q_OBJECT
public:
    static constexpr qint64 maxAdvanceS = 400LL * 24 * 3600; ///< of all advances together
    static constexpr int chinaOffsetS = 8 * 3600; ///< of the times it writes

    explicit SimulatorClock(Clock &real, QObject *parent = nullptr) : QObject(parent), m_real(real) {}

    qint64 nowMs() const override { return m_real.nowMs() + m_offsetMs; }
    qint64 steadyMs() const override { return m_real.steadyMs() + m_offsetMs; }
    /// Falls due by this clock, so an advance brings it nearer.
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override;

    /// Jumps; everything that is due by then is called once, in order. False (and nothing done) out of range.
    bool advance(std::chrono::seconds span);
    qint64 offsetMs() const { return m_offsetMs; }

private:
    struct Call
    {
        QPointer<QObject> context;
        std::function<void()> call;
    };
    void wakeAfter(qint64 delayMs);
    void callDue();

    Clock &m_real;
    qint64 m_offsetMs = 0;
    std::multimap<qint64, Call> m_calls; ///< by the steady time they are due at
};
