// SPDX-License-Identifier: GPL-3.0-or-later
// The settings' way to a code for another till, and to another server.
#include "ui/SettingsFlow.h"

void SettingsFlow::connectPairing()
{
    const auto follow = [this]<class Flow>(const Flow *flow) {
        if (!flow)
            return;
        connect(flow, &Flow::refusedSound, this, &SettingsFlow::refusedSound);
        connect(flow, &Flow::changed, this, [this] {
            if (m_open)
                emit changed();
        });
    };
    follow(m_pairing.add);
    follow(m_pairing.join);
    if (!m_pairing.add)
        return;
    connect(m_pairing.add, &AddTill::sessionDone, this, &SettingsFlow::sessionDone);
    connect(m_pairing.add, &AddTill::supervisorWanted, this, [this] {
        if (!m_open || m_step != Step::AddTill)
            return;
        m_waitingAction = Item::AddTill;
        askSupervisor();
    });
}

void SettingsFlow::openAddTill(const QByteArray &session)
{
    m_step = Step::AddTill;
    m_say = Say::Nothing;
    m_pairing.add->ask(session);
}

/// Which server the till works for is the whole shop's: where money is real a supervisor signs for it.
void SettingsFlow::openJoin()
{
    m_mayNotGo = !m_pairing.join->open();
    if (m_mayNotGo)
        return refuse(Say::Nothing);
    if (m_till.training)
        return beginJoin();
    m_waitingAction = Item::JoinServer;
    askSupervisor();
}

void SettingsFlow::openJoining()
{
    open();
    show(Group::Tills);
    if (m_pairing.join)
        openJoin();
}

void SettingsFlow::beginJoin()
{
    m_step = Step::Join;
    say(Say::Nothing);
}

void SettingsFlow::signedFor(Item action, const QByteArray &session)
{
    if (action == Item::AddTill)
        return openAddTill(session);
    emit sessionDone(session);
    if (action == Item::LeaveKiosk)
        return emit leaveSigned();
    beginJoin();
}

void SettingsFlow::closePairing()
{
    if (m_step == Step::AddTill || m_waitingAction == Item::AddTill)
        m_pairing.add->close();
    if (m_step == Step::Join)
        m_pairing.join->close();
}

void SettingsFlow::fillPairing(SettingsView &settings) const
{
    if (m_step == Step::AddTill)
        settings.addTill = m_pairing.add->view();
    if (m_pairing.join && (m_step == Step::Join || m_mayNotGo))
        settings.join = m_pairing.join->view();
}
