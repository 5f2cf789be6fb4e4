// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/TicketWatch.h"
#include "ui/models/LockView.h"

#include <QPointer>

/// The phone's side of the lock page: asks for a code, renews it before it ends while nobody has scanned it, and
/// follows who scans until somebody is signed in. A code that has just been renewed is followed to its end as well:
/// whoever was already pointing at it is not turned away.
class PhoneLogin final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 renewBeforeMs = 45'000; ///< before the code's end
    static constexpr qint64 endShownMs = 3'000; ///< how long a cancelled or expired try is told
    static constexpr qint64 newCodeEveryMs = 2'000; ///< by hand, at most

    /// shop and till: what a phone is told.
    PhoneLogin(LoginDesk &desk, Clock &clock, const QString &shop, const QString &till, QObject *parent = nullptr);

    void start();
    void stop();
    bool isOn() const { return m_on; }
    /// Gives up what is on the screen, by hand.
    void newCode();
    /// Somebody has said whose the strange phone is.
    void bound(const Person &person);
    /// It may work again: if the server is being waited for, now rather than later.
    void askNow();

    LockView::Phone state() const { return m_state; }
    /// The ticket that is on the screen; none while there is no code.
    const LoginDesk::Ticket *ticket() const { return m_current ? &m_current->ticket() : nullptr; }
    void fill(LockView &view) const;

signals:
    void changed();
    /// A person has confirmed on their phone.
    void signedIn(const LoginDesk::Session &session);

private:
    void ask();
    void opened(qint64 askedMs, const Result<LoginDesk::Ticket> &answer);
    TicketWatch *follow(const LoginDesk::Ticket &ticket, qint64 askedMs);
    void heard(TicketWatch *watch, const LoginDesk::TicketNews &news);
    void scanned(TicketWatch *watch, const std::optional<Person> &person);
    void confirmed(TicketWatch *watch, const LoginDesk::TicketNews &news);
    void ended(TicketWatch *watch, LockView::Phone how);
    void count();
    void enter(LockView::Phone state);
    void dropAll();
    static void drop(QPointer<TicketWatch> &watch);
    void after(qint64 delayMs, std::function<void()> call); ///< not if the state has been left by then

    LoginDesk &m_desk;
    Clock &m_clock;
    const QString m_shop;
    const QString m_till;
    LockView::Phone m_state = LockView::Phone::Connecting;
    QPointer<TicketWatch> m_current; ///< owned as a child
    QPointer<TicketWatch> m_before; ///< the code that was on the screen before this one
    std::optional<Person> m_owner;
    bool m_on = false;
    bool m_reached = true;
    bool m_asking = false;
    int m_epoch = 0;
    int m_round = 0; ///< grows when what was asked for is not wanted any more
    int m_failures = 0; ///< in a row
    qint64 m_newCodeMs = -newCodeEveryMs;
};
