// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PhoneLogin.h"

#include "ui/Answers.h"

using Phone = LockView::Phone;

PhoneLogin::PhoneLogin(LoginDesk &desk, Clock &clock, const QString &shop, const QString &till, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_shop(shop), m_till(till)
{
}

void PhoneLogin::start()
{
    if (std::exchange(m_on, true))
        return;
    m_failures = 0;
    enter(Phone::Making);
    ask();
}

void PhoneLogin::stop()
{
    m_on = false;
    dropAll();
    enter(Phone::Connecting);
}

void PhoneLogin::newCode()
{
    if (!m_on || m_asking || m_state == Phone::Off || m_clock.steadyMs() - m_newCodeMs < newCodeEveryMs)
        return;
    m_newCodeMs = m_clock.steadyMs();
    dropAll();
    enter(Phone::Making);
    ask();
}

void PhoneLogin::askNow()
{
    if (m_on && m_state == Phone::Unreachable && !m_asking)
        ask();
}

void PhoneLogin::bound(const Person &person)
{
    if (m_state != Phone::Strange)
        return;
    m_owner = person;
    enter(Phone::Scanned);
    count();
}

void PhoneLogin::ask()
{
    if (std::exchange(m_asking, true))
        return;
    whenAnswered(m_desk.openTicket(m_shop, m_till), this,
                 [this, round = m_round, askedMs = m_clock.steadyMs()](const Result<LoginDesk::Ticket> &answer) {
                     if (round == m_round)
                         opened(askedMs, answer);
                 });
}

void PhoneLogin::opened(qint64 askedMs, const Result<LoginDesk::Ticket> &answer)
{
    m_asking = false;
    if (answer) {
        m_failures = 0;
        m_reached = true;
        drop(m_before);
        m_before = std::exchange(m_current, follow(*answer, askedMs));
        enter(Phone::Waiting);
        after(TicketWatch::lifeMs - renewBeforeMs, [this] { ask(); });
        count();
        return m_current->start();
    }
    if (answer.error().message.startsWith(QLatin1String("PHONE_LOGIN_OFF"))) {
        dropAll();
        return enter(Phone::Off);
    }
    if (!m_current)
        enter(Phone::Unreachable);
    after(std::min<qint64>(1000LL << std::min(m_failures++, 4), 15'000), [this] { ask(); });
}

TicketWatch *PhoneLogin::follow(const LoginDesk::Ticket &ticket, qint64 askedMs)
{
    auto *watch = new TicketWatch(m_desk, m_clock, ticket, askedMs, this);
    connect(watch, &TicketWatch::news, this, [this, watch](const LoginDesk::TicketNews &news) { heard(watch, news); });
    connect(watch, &TicketWatch::reachedChanged, this, [this, watch](bool reached) {
        if (watch != m_current)
            return;
        m_reached = reached;
        emit changed();
    });
    return watch;
}

void PhoneLogin::heard(TicketWatch *watch, const LoginDesk::TicketNews &news)
{
    switch (news.state) {
    case TicketState::Created:
        return;
    case TicketState::Scanned:
        return scanned(watch, news.person);
    case TicketState::Confirmed:
        return confirmed(watch, news);
    case TicketState::Cancelled:
        return ended(watch, Phone::Cancelled);
    case TicketState::Expired:
        return ended(watch, Phone::Expired);
    }
}

/// From here on this ticket alone counts.
void PhoneLogin::scanned(TicketWatch *watch, const std::optional<Person> &person)
{
    if (watch != m_current)
        std::swap(m_current, m_before);
    drop(m_before);
    ++m_round;
    m_asking = false; // a fresh code that is on its way is not wanted any more
    m_reached = true;
    m_owner = person;
    enter(person ? Phone::Scanned : Phone::Strange);
    count();
}

void PhoneLogin::confirmed(TicketWatch *watch, const LoginDesk::TicketNews &news)
{
    const auto person = news.person ? news.person : m_owner;
    if (news.sessionToken.isEmpty() || !person) // the answer with the token was lost on its way
        return ended(watch, Phone::Expired);
    emit signedIn({news.sessionToken, *person});
}

void PhoneLogin::ended(TicketWatch *watch, Phone how)
{
    if (watch != m_current)
        return drop(m_before);
    const bool unseen = m_state == Phone::Waiting && how == Phone::Expired;
    dropAll();
    if (unseen) { // nobody was at it: no need to tell
        enter(Phone::Making);
        return ask();
    }
    enter(how);
    after(endShownMs, [this] {
        enter(Phone::Making);
        ask();
    });
}

/// Tells again at each whole second.
void PhoneLogin::count()
{
    const qint64 leftMs = m_current ? m_current->msLeft() : 0;
    if (leftMs <= 0)
        return;
    m_clock.callAfter(std::chrono::milliseconds((leftMs - 1) % 1000 + 1), m_current, [this, epoch = m_epoch] {
        if (epoch != m_epoch)
            return;
        emit changed();
        count();
    });
}

void PhoneLogin::enter(Phone state)
{
    ++m_epoch;
    m_state = state;
    if (state != Phone::Scanned)
        m_owner.reset();
    emit changed();
}

void PhoneLogin::dropAll()
{
    ++m_round;
    m_asking = false;
    m_reached = true;
    drop(m_current);
    drop(m_before);
}

void PhoneLogin::drop(QPointer<TicketWatch> &watch)
{
    if (TicketWatch *old = watch) {
        watch.clear();
        old->drop();
    }
}

void PhoneLogin::after(qint64 delayMs, std::function<void()> call)
{
    m_clock.callAfter(std::chrono::milliseconds(delayMs), this, [this, epoch = m_epoch, call = std::move(call)] {
        if (epoch == m_epoch)
            call();
    });
}

void PhoneLogin::fill(LockView &view) const
{
    view.phone = m_state;
    if (!m_current)
        return;
    if (!m_reached)
        view.phone = Phone::Unreachable;
    if (m_state == Phone::Waiting)
        view.qr = m_current->ticket().qr;
    view.number = m_current->ticket().number;
    view.secondsLeft = m_current->secondsLeft();
    view.owner = m_owner ? m_owner->name : QString();
}
