// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/LoginFlow.h"

#include "ui/Answers.h"

using Phone = LockView::Phone;
using Say = LockView::Say;

LoginFlow::LoginFlow(LoginDesk &desk, Clock &clock, bool training, const TillIdentity &identity, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_training(training),
      m_phone(desk, clock, identity.shop, identity.till), m_pin(desk, clock), m_locked(!training)
{
    m_view.locked = m_locked;
    connect(&m_phone, &PhoneLogin::changed, this, &LoginFlow::phoneChanged);
    connect(&m_phone, &PhoneLogin::signedIn, this, &LoginFlow::unlock);
    connect(&m_pin, &PinLogin::changed, this, &LoginFlow::refresh);
    connect(&m_pin, &PinLogin::signedIn, this, &LoginFlow::pinSignedIn);
    connect(&m_pin, &PinLogin::refused, this, &LoginFlow::refusedSound);
}

void LoginFlow::start()
{
    if (m_locked)
        askPeople();
    refresh();
}

void LoginFlow::wish(const Wish &wish)
{
    if (m_locked)
        return wishLocked(wish);
    if (wish.kind == Wish::Kind::Lock)
        lockAsked();
}

void LoginFlow::wishLocked(const Wish &wish)
{
    switch (wish.kind) {
    case Wish::Kind::Type:
        if (m_manager)
            return emit refusedSound();
        return m_pin.type(wish.text);
    case Wish::Kind::Backspace:
        return m_pin.backspace();
    case Wish::Kind::Clear:
        return m_pin.clear();
    case Wish::Kind::TakeBack:
        return m_pin.takeBack(wish.count);
    case Wish::Kind::Scanned:
        return emit refusedSound(); // no barcode opens a till
    case Wish::Kind::Person:
        return personWished(wish.text);
    case Wish::Kind::MorePeople:
        ++m_peoplePage;
        return refresh();
    case Wish::Kind::Cancel:
        return cancel();
    case Wish::Kind::NewCode:
        return m_phone.newCode();
    case Wish::Kind::SignInOnly:
        return signInOnly();
    default:
        return; // the sale's and the back office's, and nobody may touch them now
    }
}

void LoginFlow::lockAsked()
{
    const bool nobody = m_peopleKnown && m_people.isEmpty();
    if (!nobody)
        return lock(Say::Nothing);
    m_lockWhenKnown = true; // with nobody to open it again it stays open, unless somebody has come since
    askPeople();
}

void LoginFlow::lock(Say why)
{
    const QByteArray session = std::exchange(m_session, {}).token;
    m_locked = true;
    m_lockWhenKnown = false;
    m_peoplePage = 0;
    m_pin.reset();
    m_pin.say(why);
    emit sessionChanged({});
    if (!session.isEmpty() && why != Say::SignInEnded)
        m_desk.signOut(session);
    askPeople();
    m_phone.start();
    refresh();
    emit screenChanged();
}

void LoginFlow::unlock(const LoginDesk::Session &session)
{
    if (m_manager && m_manager->token != session.token)
        m_desk.signOut(m_manager->token);
    m_manager.reset();
    m_locked = false;
    m_session = session;
    m_phone.stop();
    m_pin.reset();
    if (!session.person.id.isEmpty())
        m_pin.choose(session.person.id); // at this till the next is most likely the same one
    emit sessionChanged(session.token);
    refresh();
    emit screenChanged();
}

void LoginFlow::askPeople()
{
    if (std::exchange(m_askingPeople, true))
        return;
    whenAnswered(m_desk.people(), this, [this](const Result<LoginDesk::People> &answer) {
        m_askingPeople = false;
        if (answer)
            return peopleCame(*answer);
        if (!m_locked) {
            if (std::exchange(m_lockWhenKnown, false))
                emit refusedSound();
            return;
        }
        const qint64 pauseMs = 1000LL << std::min(m_failures++, 3);
        refresh();
        if (std::exchange(m_retryPlanned, true))
            return;
        m_clock.callAfter(std::chrono::milliseconds(pauseMs), this, [this] {
            m_retryPlanned = false;
            if (m_locked && m_failures > 0)
                askPeople();
        });
    });
}

void LoginFlow::peopleCame(const LoginDesk::People &came)
{
    m_failures = 0;
    m_peopleKnown = true;
    m_people = came.people;
    m_practicePin = came.practicePin;
    m_pin.setPeople(m_people);
    const bool asked = std::exchange(m_lockWhenKnown, false);
    if (m_people.isEmpty() && m_locked)
        return unlock({}); // nobody works here yet: the terminal itself is the operator
    if (m_people.isEmpty() && asked)
        return emit refusedSound();
    if (!m_locked && asked)
        return lock(Say::Nothing);
    if (m_locked)
        m_phone.start();
    refresh();
}

void LoginFlow::pinSignedIn(const LoginDesk::Session &session)
{
    if (m_phone.state() != Phone::Strange || session.person.role < Role::Supervisor)
        return unlock(session);
    m_manager = session;
    m_peoplePage = 0;
    refresh();
    emit screenChanged();
}

void LoginFlow::phoneChanged()
{
    if (m_manager && m_phone.state() != Phone::Strange)
        endManager(); // there is no strange phone any more
    refresh();
}

void LoginFlow::personWished(const QString &id)
{
    if (!m_manager)
        return m_pin.choose(id);
    const auto person = std::find_if(m_people.begin(), m_people.end(), [&id](const Person &p) { return p.id == id; });
    if (person != m_people.end() && person->role <= m_manager->person.role)
        bind(id);
    else
        emit refusedSound();
}

void LoginFlow::bind(const QString &person)
{
    if (!m_phone.ticket() || std::exchange(m_binding, true))
        return;
    whenAnswered(m_desk.bind(*m_phone.ticket(), person, m_manager->token), this,
                 [this, key = m_phone.ticket()->key](const Result<LoginDesk::TicketNews> &answer) {
                     m_binding = false;
                     if (m_manager && m_phone.ticket() && m_phone.ticket()->key == key)
                         bound(answer);
                 });
    refresh();
}

void LoginFlow::bound(const Result<LoginDesk::TicketNews> &answer)
{
    if (answer && answer->person)
        return m_phone.bound(*answer->person); // which ends the manager's part
    const ErrorCode code = answer ? ErrorCode::Unknown : answer.error().code;
    if (code == ErrorCode::Forbidden || code == ErrorCode::Unknown || code == ErrorCode::ProviderUnavailable) {
        m_pin.say(code == ErrorCode::Forbidden ? Say::BindRefused : Say::NotReached);
    } else {
        endManager(); // the code, or the manager's sign-in, has ended meanwhile
        m_phone.newCode();
    }
    emit refusedSound();
}

void LoginFlow::cancel()
{
    if (!m_manager)
        return m_pin.clear();
    endManager();
    m_phone.newCode();
}

void LoginFlow::signInOnly()
{
    if (m_manager)
        unlock(LoginDesk::Session(*m_manager));
}

void LoginFlow::endManager()
{
    m_desk.signOut(m_manager->token);
    m_manager.reset();
    m_pin.reset();
    refresh();
    emit screenChanged();
}

void LoginFlow::refuseSession(const QByteArray &session)
{
    if (!m_locked && session == m_session.token) // else it is an old one, whose answer came late
        lock(session.isEmpty() ? Say::Nothing : Say::SignInEnded);
}

void LoginFlow::setOnline(bool online)
{
    if (!online || !m_locked)
        return;
    m_phone.askNow();
    if (!m_peopleKnown)
        askPeople();
}

void LoginFlow::refresh()
{
    LockView view;
    view.locked = m_locked;
    view.operatorName = m_session.person.name;
    if (m_locked) {
        m_phone.fill(view);
        m_pin.fill(view);
        if (!m_phone.isOn() && m_failures > 0)
            view.phone = Phone::Unreachable;
        view.peoplePage = m_peoplePage;
        view.practicePin = m_training ? m_practicePin : QString();
        if (m_manager)
            fillOwners(view);
    }
    m_view = view;
    emit changed();
}

void LoginFlow::fillOwners(LockView &view) const
{
    view.people.clear();
    for (const Person &person : m_people)
        view.people.append({person.id, person.name, !m_binding && person.role <= m_manager->person.role});
    view.chosen.clear();
    view.digits = 0;
    view.binding = true;
    view.manager = m_manager->person.name;
    if (view.say != Say::BindRefused && view.say != Say::NotReached)
        view.say = m_binding ? Say::Checking : Say::WhosePhone;
}
