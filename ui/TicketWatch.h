// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/LoginDesk.h"

/// Follows one ticket from its making to its end, by long polls one after the other. Cut off, it asks again with a
/// growing pause; a ticket whose end the server does not tell in time ends here as expired.
class TicketWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 lifeMs = 120'000; ///< api.md; counted from before we asked, so never too long
    static constexpr qint64 graceMs = 1'500; ///< for the server's own word on the end
    static constexpr qint64 atLeastMs = 1'000; ///< between two polls, should the server answer them at once

    /// askedMs: when the ticket was asked for, on the clock that only grows.
    TicketWatch(LoginDesk &desk, Clock &clock, const LoginDesk::Ticket &ticket, qint64 askedMs, QObject *parent);

    void start();
    /// No news from now on; goes away by itself.
    void drop();
    const LoginDesk::Ticket &ticket() const { return m_ticket; }
    int secondsLeft() const;
    qint64 msLeft() const;

signals:
    /// Another state than before; the same one never twice.
    void news(const LoginDesk::TicketNews &news);
    /// The server could not be asked, or can be again.
    void reachedChanged(bool reached);

private:
    void ask();
    void answered(const Result<std::optional<LoginDesk::TicketNews>> &answer);
    void failed(const Error &error);
    void tell(const LoginDesk::TicketNews &news);
    void askAfter(qint64 pauseMs);
    void setReached(bool reached);

    LoginDesk &m_desk;
    Clock &m_clock;
    const LoginDesk::Ticket m_ticket;
    const qint64 m_endMs;
    TicketState m_state = TicketState::Created;
    qint64 m_askedMs = 0;
    int m_failures = 0; ///< in a row
    bool m_over = false;
    bool m_reached = true;
};
