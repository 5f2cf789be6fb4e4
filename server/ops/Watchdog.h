// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <chrono>
#include <functional>

class Clock;

/// Says twice within systemd's time that the server lives; only when it does: this thread must come to ask, and the
/// store's must answer. A server that hangs in either is silent, and is started anew.
class Watchdog : public QObject
{
    Q_OBJECT
public:
    using Ask = std::function<QFuture<void>()>; ///< ends when the store's thread has come so far
    using Say = std::function<void()>;

    Watchdog(std::chrono::microseconds within, Ask ask, Say say, Clock &clock);

private:
    void look();

    const std::chrono::milliseconds m_every;
    Ask m_ask;
    Say m_say;
    Clock &m_clock;
    bool m_isAsking = false;
};
