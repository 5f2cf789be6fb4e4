// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TicketWatch.h"

#include "ui/Answers.h"

TicketWatch::TicketWatch(LoginDesk &desk, Clock &clock, const LoginDesk::Ticket &ticket, qint64 askedMs,
                         QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_ticket(ticket), m_endMs(askedMs + lifeMs)
{
}

void TicketWatch::start()
{
    m_clock.callAfter(std::chrono::milliseconds(msLeft() + graceMs), this,
                      [this] { tell({.state = TicketState::Expired}); });
    ask();
}

void TicketWatch::drop()
{
    m_over = true;
    disconnect();
    m_desk.stopWaiting(m_ticket);
    deleteLater();
}

qint64 TicketWatch::msLeft() const
{
    return std::max<qint64>(0, m_endMs - m_clock.steadyMs());
}

int TicketWatch::secondsLeft() const
{
    return int((msLeft() + 999) / 1000);
}

void TicketWatch::ask()
{
    if (m_over)
        return;
    m_askedMs = m_clock.steadyMs();
    whenAnswered(m_desk.news(m_ticket, m_state), this,
                 [this](const Result<std::optional<LoginDesk::TicketNews>> &answer) { answered(answer); });
}

void TicketWatch::answered(const Result<std::optional<LoginDesk::TicketNews>> &answer)
{
    if (m_over) {
        if (answer && *answer && !(**answer).sessionToken.isEmpty())
            m_desk.signOut((**answer).sessionToken); // it came too late for anybody to use it
        return;
    }
    if (!answer)
        return failed(answer.error());
    m_failures = 0;
    setReached(true);
    if (*answer && (**answer).state != m_state) {
        tell(**answer);
        return ask();
    }
    askAfter(std::max<qint64>(0, atLeastMs - (m_clock.steadyMs() - m_askedMs)));
}

void TicketWatch::failed(const Error &error)
{
    if (error.code == ErrorCode::NotFound || error.code == ErrorCode::Unauthorized)
        return tell({.state = TicketState::Expired}); // a server that has started anew knows no old tickets
    setReached(false);
    askAfter(1000LL << std::min(m_failures++, 3));
}

void TicketWatch::tell(const LoginDesk::TicketNews &told)
{
    if (m_over || told.state == m_state)
        return;
    m_state = told.state;
    m_over = m_state != TicketState::Created && m_state != TicketState::Scanned;
    emit news(told);
}

void TicketWatch::askAfter(qint64 pauseMs)
{
    if (m_over)
        return;
    if (pauseMs == 0)
        return ask();
    m_clock.callAfter(std::chrono::milliseconds(pauseMs), this, [this] { ask(); });
}

void TicketWatch::setReached(bool reached)
{
    if (std::exchange(m_reached, reached) != reached)
        emit reachedChanged(reached);
}
