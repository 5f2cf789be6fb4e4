// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Cashier.h"

#include <array>

void Cashier::serve(qint64 untilMs, qint64 gapMs)
{
    m_untilMs = untilMs;
    m_gapMs = gapMs;
    m_nextSaleMs = m_clock.steadyMs() + m_dice.around(gapMs);
    ++m_round;
    look();
}

void Cashier::lookAgain(qint64 delayMs)
{
    m_clock.callAfter(std::chrono::milliseconds(std::max<qint64>(50, delayMs)), this, [this, round = m_round] {
        if (round == m_round)
            look();
    });
}

void Cashier::look()
{
    const qint64 nowMs = m_clock.steadyMs();
    if (!m_till.isOn())
        return lookAgain(2000);
    watchCode();
    switch (m_till.view().state) {
    case PayState::Ready:
        if (nowMs >= m_untilMs)
            return; // closing time
        if (nowMs < m_nextSaleMs)
            return lookAgain(m_nextSaleMs - nowMs);
        ringUp();
        break;
    case PayState::Waiting:
    case PayState::Checking:
        act();
        break;
    case PayState::Paid:
        if (m_dice.happens(0.3))
            m_till.press(Wish::Kind::NextSale);
        break;
    case PayState::Expired:
    case PayState::Cancelled:
        m_till.press(m_dice.happens(0.4) ? Wish::Kind::NewCode : Wish::Kind::NextSale);
        break;
    case PayState::CallManager:
        if (m_dice.happens(0.2))
            m_till.press(Wish::Kind::Cancel); // twice: it asks
        break;
    case PayState::Creating:
    case PayState::Cancelling:
        if (m_dice.happens(0.02))
            endAttempt(Wish::Kind::Cancel);
        break;
    }
    lookAgain(m_dice.between(500, 2500));
}

void Cashier::ringUp()
{
    static constexpr std::array amounts{"12.5", "9.9", "36.5", "5", "12.5", "88.8", "230", "0.1", "651.2"};
    if (m_till.view().entry.isEmpty())
        m_till.type(QString::fromLatin1(m_dice.oneOf(amounts)));
    m_till.press(Wish::Kind::Pay);
    m_nextSaleMs = m_clock.steadyMs() + (m_till.view().state == PayState::Ready ? 1000 : m_dice.around(m_gapMs));
    const qint64 habit = m_dice.between(0, 99);
    m_habit = habit < 74 ? Habit::Wait : habit < 86 ? Habit::Cancel : habit < 93 ? Habit::NewCode : Habit::Query;
    m_actAfterMs = m_dice.between(1000, m_dice.happens(0.2) ? 290'000 : 60'000);
}

/// A new code on the screen is a customer who sees it.
void Cashier::watchCode()
{
    const QString code = m_till.view().codeUrl;
    if (code == m_code)
        return;
    m_code = code;
    m_codeSinceMs = m_clock.steadyMs();
    if (!code.isEmpty())
        m_customers.see(code, 1000LL * std::max(0, m_till.view().secondsLeft));
}

void Cashier::act()
{
    if (m_code.isEmpty() || m_clock.steadyMs() - m_codeSinceMs < m_actAfterMs)
        return;
    if (m_habit == Habit::Query)
        m_till.press(Wish::Kind::Query);
    if (m_habit == Habit::Cancel)
        endAttempt(Wish::Kind::Cancel);
    if (m_habit == Habit::NewCode)
        endAttempt(Wish::Kind::NewCode);
    m_habit = m_habit == Habit::Query && m_dice.happens(0.5) ? Habit::Query : Habit::Wait;
}

void Cashier::endAttempt(Wish::Kind how)
{
    if (!m_code.isEmpty())
        m_customers.cancelled(m_code);
    m_till.press(how);
    if (how == Wish::Kind::Cancel)
        m_till.press(how); // it asks once
}
