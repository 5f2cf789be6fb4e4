// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"

#include <QObject>
#include <QPointer>
#include <map>

/// Time that stands still until a test moves it. One thread only.
class VirtualClock final : public Clock
{
public:
    explicit VirtualClock(qint64 startMs = 1'767'225'600'000) : m_nowMs(startMs) {}

    qint64 nowMs() const override { return m_nowMs + m_wallShiftMs; }
    qint64 steadyMs() const override { return m_nowMs; }
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override;

    /// Moves time on, making every call that falls due on the way, in order.
    void advance(std::chrono::milliseconds span);
    /// Moves time on to the next call that falls due within the span, and makes it; to the span's end, and false, when
    /// there is none.
    bool step(std::chrono::milliseconds span);
    /// The wall clock jumps; spans do not.
    void jumpWall(std::chrono::milliseconds shift) { m_wallShiftMs += shift.count(); }
    qsizetype pendingCalls() const { return qsizetype(m_calls.size()); }

private:
    struct Call
    {
        QPointer<QObject> context;
        std::function<void()> call;
    };
    qint64 m_nowMs;
    qint64 m_wallShiftMs = 0;
    std::multimap<qint64, Call> m_calls;
};
