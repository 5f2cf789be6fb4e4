// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SupervisorPin.h"

#include "ui/Answers.h"

SupervisorPin::SupervisorPin(LoginDesk &desk, Clock &clock, bool training, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_training(training), m_pin(desk, clock)
{
    connect(&m_pin, &PinLogin::changed, this, &SupervisorPin::changed);
    connect(&m_pin, &PinLogin::signedIn, this, &SupervisorPin::signedIn);
    connect(&m_pin, &PinLogin::refused, this, &SupervisorPin::refused);
}

void SupervisorPin::begin()
{
    m_on = true;
    m_page = 0;
    m_pin.setPeople({}); // whom the last one chose is nobody's business now
    m_pin.reset();
    askPeople();
}

void SupervisorPin::end()
{
    m_on = false;
    m_pin.reset();
}

void SupervisorPin::askPeople()
{
    if (std::exchange(m_asking, true))
        return;
    whenAnswered(m_desk.people(), this, [this](const Result<LoginDesk::People> &answer) {
        m_asking = false;
        if (!m_on)
            return;
        if (!answer) {
            m_clock.callAfter(std::chrono::seconds(2), this, [this] {
                if (m_on)
                    askPeople();
            });
            return;
        }
        QList<Person> able;
        std::copy_if(answer->people.begin(), answer->people.end(), std::back_inserter(able),
                     [](const Person &person) { return person.role >= Role::Supervisor; });
        m_practicePin = answer->practicePin;
        m_pin.setPeople(able);
        if (std::none_of(able.begin(), able.end(), [](const Person &person) { return person.hasPin; }))
            m_pin.say(LockView::Say::NobodyMay);
    });
}

void SupervisorPin::wish(const Wish &wish)
{
    switch (wish.kind) {
    case Wish::Kind::Type:
        return m_pin.type(wish.text);
    case Wish::Kind::Backspace:
        return m_pin.backspace();
    case Wish::Kind::Clear:
        return m_pin.clear();
    case Wish::Kind::TakeBack:
        return m_pin.takeBack(wish.count);
    case Wish::Kind::Person:
        return m_pin.choose(wish.text);
    case Wish::Kind::MorePeople:
        ++m_page;
        return emit changed();
    default:
        return emit refused(); // no barcode signs for money
    }
}

void SupervisorPin::fill(LockView &view) const
{
    m_pin.fill(view);
    view.peoplePage = m_page;
    view.practicePin = m_training ? m_practicePin : QString();
}
