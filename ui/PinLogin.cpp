// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PinLogin.h"

#include "ui/Answers.h"

using Say = LockView::Say;

PinLogin::PinLogin(LoginDesk &desk, Clock &clock, QObject *parent) : QObject(parent), m_desk(desk), m_clock(clock) {}

void PinLogin::setPeople(const QList<Person> &people)
{
    m_people.clear();
    std::copy_if(people.begin(), people.end(), std::back_inserter(m_people),
                 [](const Person &person) { return person.hasPin; });
    const auto isThere = [this](const QString &id) {
        return std::any_of(m_people.begin(), m_people.end(), [&id](const Person &person) { return person.id == id; });
    };
    if (!isThere(m_chosen))
        m_chosen = m_people.size() == 1 ? m_people[0].id : QString();
    for (const QString &id : m_blockedUntilMs.keys()) {
        if (!isThere(id))
            m_blockedUntilMs.remove(id);
    }
    emit changed();
}

void PinLogin::reset()
{
    m_entry.clear();
    m_checking = false;
    m_say = Say::Nothing;
    ++m_epoch;
    emit changed();
    countBlock();
}

void PinLogin::say(Say say)
{
    m_say = say;
    emit changed();
}

void PinLogin::choose(const QString &person)
{
    const bool isThere =
        std::any_of(m_people.begin(), m_people.end(), [&person](const Person &each) { return each.id == person; });
    if (m_checking || person == m_chosen || !isThere)
        return;
    if (!m_chosen.isEmpty())
        m_entry.clear(); // those digits were somebody else's
    m_chosen = person;
    edited();
    countBlock();
    sendSoon();
}

void PinLogin::type(const QString &key)
{
    if (!mayType() || !m_entry.type(key))
        return emit refused();
    edited();
    sendSoon();
}

void PinLogin::backspace()
{
    if (m_checking)
        return;
    m_entry.backspace();
    edited();
}

void PinLogin::clear()
{
    if (m_checking)
        return;
    m_entry.clear();
    edited();
}

void PinLogin::takeBack(int keys)
{
    if (m_checking)
        return;
    m_entry.takeBack(keys);
    edited();
}

void PinLogin::edited()
{
    ++m_epoch;
    m_say = Say::Nothing;
    emit changed();
}

void PinLogin::sendSoon()
{
    if (!m_entry.isFull() || blockedSeconds() > 0)
        return;
    if (m_chosen.isEmpty())
        return say(Say::ChoosePerson);
    m_clock.callAfter(std::chrono::milliseconds(sendAfterMs), this, [this, epoch = m_epoch] {
        if (epoch == m_epoch)
            send();
    });
}

void PinLogin::send()
{
    m_checking = true;
    const int epoch = ++m_epoch;
    emit changed();
    whenAnswered(m_desk.signIn(m_chosen, m_entry.digits()), this,
                 [this, epoch, person = m_chosen](const Result<LoginDesk::PinAnswer> &answer) {
                     if (epoch == m_epoch)
                         answered(person, answer);
                     else if (answer && answer->kind == LoginDesk::PinAnswer::Kind::SignedIn)
                         m_desk.signOut(answer->session.token); // somebody else was quicker
                 });
}

void PinLogin::answered(const QString &person, const Result<LoginDesk::PinAnswer> &answer)
{
    using Kind = LoginDesk::PinAnswer::Kind;
    m_checking = false;
    m_entry.clear();
    ++m_epoch;
    if (answer && answer->kind == Kind::SignedIn) {
        m_say = Say::Nothing;
        return emit signedIn(answer->session);
    }
    m_triesLeft = answer ? answer->triesLeft : -1;
    m_say = answer ? Say::WrongPin : Say::NotReached;
    if (answer && answer->kind == Kind::Blocked) {
        m_blockedUntilMs[person] = m_clock.steadyMs() + answer->retryAfterS * 1000LL;
        m_say = Say::Nothing;
    }
    emit changed();
    countBlock();
    emit refused();
}

int PinLogin::blockedSeconds() const
{
    const qint64 leftMs = m_blockedUntilMs.value(m_chosen) - m_clock.steadyMs();
    return leftMs > 0 && m_blockedUntilMs.contains(m_chosen) ? int((leftMs + 999) / 1000) : 0;
}

/// Tells again at each whole second until the chosen person may try again.
void PinLogin::countBlock()
{
    const int epoch = ++m_countEpoch;
    if (blockedSeconds() == 0)
        return;
    const qint64 leftMs = m_blockedUntilMs.value(m_chosen) - m_clock.steadyMs();
    m_clock.callAfter(std::chrono::milliseconds((leftMs - 1) % 1000 + 1), this, [this, epoch] {
        if (epoch != m_countEpoch)
            return;
        emit changed();
        countBlock();
    });
}

void PinLogin::fill(LockView &view) const
{
    for (const Person &person : m_people)
        view.people.append({person.id, person.name});
    view.chosen = m_chosen;
    view.digits = int(m_entry.digits().size());
    view.say = m_checking ? Say::Checking : m_say;
    view.count = m_triesLeft;
    if (const int seconds = blockedSeconds(); seconds > 0 && !m_checking) {
        view.say = Say::Blocked;
        view.count = seconds;
    }
}
