// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <chrono>
#include <functional>

class Clock;

/// A server's end in order: nobody new comes in, what was begun is finished, who waits is told what they are owed and
/// then to go. Each step has its time; what is not done by then is left to the books, which a start takes up again.
class GracefulStop : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds finishWithin{5000}; ///< what is being answered
    static constexpr std::chrono::milliseconds storeWithin{5000}; ///< what is written, from then on
    static constexpr std::chrono::milliseconds leaveWithin{1000}; ///< those who are told to go
    static constexpr std::chrono::milliseconds lookEvery{10};

    struct House
    {
        std::function<void()> shutDoors;
        std::function<int()> busy; ///< requests that are being answered, without those that only wait
        std::function<QFuture<void>()> storeReached;
        std::function<void()> sendHome;
        std::function<int()> present; ///< connections
    };
    GracefulStop(House house, Clock &clock) : m_house(std::move(house)), m_clock(clock) {}

    void start();

signals:
    /// storeAnswers: false when the store hangs, and to wait for it would be to wait for ever.
    void done(bool storeAnswers);

private:
    void reachStore();
    void sendHome();
    /// Calls next once count() is 0, after the time at the latest.
    void await(std::function<int()> count, qint64 untilMs, std::function<void()> next);

    House m_house;
    Clock &m_clock;
    bool m_storeAnswers = false;
    bool m_left = false; ///< the step with the store is behind us
};
