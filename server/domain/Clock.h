// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <chrono>
#include <functional>

class QObject;

/// Time as it is handed to everything that asks for it, so that a whole day can be played in a moment.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall time, milliseconds since the epoch, UTC. May jump; compare with the outside world only.
    virtual qint64 nowMs() const = 0;
    /// Milliseconds that only grow, for measuring spans.
    virtual qint64 steadyMs() const = 0;
    /// Calls once, after the delay, in the context's thread; never if the context has gone by then.
    virtual void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) = 0;

    QDateTime now() const { return QDateTime::fromMSecsSinceEpoch(nowMs(), Qt::UTC); }
};

class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
    qint64 steadyMs() const override;
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override;
};
