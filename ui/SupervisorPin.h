// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/PinLogin.h"
#include "ui/models/Wish.h"

/// A supervisor's PIN for one call: who may, six digits, and a session that is the asker's to end. Whoever is signed in
/// at the till stays so.
class SupervisorPin final : public QObject
{
    Q_OBJECT
public:
    SupervisorPin(LoginDesk &desk, Clock &clock, bool training, QObject *parent = nullptr);

    /// Asks who may; nothing is typed, nobody is chosen unless there is but one.
    void begin();
    /// Nothing typed stays; an answer that is on its way counts no more.
    void end();
    void wish(const Wish &wish);
    void fill(LockView &view) const;

signals:
    void changed();
    void signedIn(const LoginDesk::Session &session);
    /// A key that could not count, or a PIN that was wrong.
    void refused();

private:
    void askPeople();

    LoginDesk &m_desk;
    Clock &m_clock;
    const bool m_training;
    PinLogin m_pin;
    bool m_on = false;
    bool m_asking = false;
    int m_page = 0;
    QString m_practicePin;
};
