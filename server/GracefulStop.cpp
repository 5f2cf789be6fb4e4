// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/GracefulStop.h"

#include "server/domain/Clock.h"

void GracefulStop::start()
{
    m_house.shutDoors();
    await(m_house.busy, m_clock.steadyMs() + finishWithin.count(), [this] { reachStore(); });
}

/// What is in the books by then has been announced, so that nobody is sent away without it.
void GracefulStop::reachStore()
{
    const auto next = [this](bool answers) {
        if (std::exchange(m_left, true))
            return;
        m_storeAnswers = answers;
        sendHome();
    };
    m_clock.callAfter(storeWithin, this, [next] { next(false); });
    m_house.storeReached().then(this, [next] { next(true); });
}

void GracefulStop::sendHome()
{
    m_house.sendHome();
    await(m_house.present, m_clock.steadyMs() + leaveWithin.count(), [this] { emit done(m_storeAnswers); });
}

void GracefulStop::await(std::function<int()> count, qint64 untilMs, std::function<void()> next)
{
    if (count() <= 0 || m_clock.steadyMs() >= untilMs)
        return next();
    m_clock.callAfter(lookEvery, this, [this, count = std::move(count), untilMs, next = std::move(next)] {
        await(count, untilMs, next);
    });
}
