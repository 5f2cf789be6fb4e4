// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/LoginDesk.h"
#include "ui/input/PinEntry.h"
#include "ui/models/LockView.h"

#include <QHash>

/// The PIN's side of the lock page: who, six digits, and what the server says to them. The sixth digit sends.
class PinLogin final : public QObject
{
    Q_OBJECT
public:
    /// After the sixth digit: by then a scanner's characters have been told from a hand's and taken back, for a wrong
    /// PIN counts against somebody.
    static constexpr qint64 sendAfterMs = 200;

    PinLogin(LoginDesk &desk, Clock &clock, QObject *parent = nullptr);

    /// Who can be chosen; whoever is chosen stays so if they are still there, and one alone need not be.
    void setPeople(const QList<Person> &people);
    /// Nothing is typed, nothing is said; an answer that is on its way counts no more.
    void reset();
    /// What the server has said about the till as a whole.
    void say(LockView::Say say);

    void choose(const QString &person);
    void type(const QString &key);
    void backspace();
    void clear();
    void takeBack(int keys);

    void fill(LockView &view) const;

signals:
    void changed();
    void signedIn(const LoginDesk::Session &session);
    /// A key that could not count, or a PIN that was wrong.
    void refused();

private:
    bool mayType() const { return !m_checking && blockedSeconds() == 0; }
    int blockedSeconds() const;
    void edited();
    void sendSoon();
    void send();
    void answered(const QString &person, const Result<LoginDesk::PinAnswer> &answer);
    void countBlock();

    LoginDesk &m_desk;
    Clock &m_clock;
    QList<Person> m_people; ///< who have a PIN
    QString m_chosen;
    PinEntry m_entry;
    bool m_checking = false;
    LockView::Say m_say = LockView::Say::Nothing;
    int m_triesLeft = -1;
    QHash<QString, qint64> m_blockedUntilMs; ///< by person, on the clock that only grows
    int m_epoch = 0; ///< grows with each edit and answer: what was planned before does not happen
    int m_countEpoch = 0;
};
