// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/PhoneLogin.h"
#include "ui/PinLogin.h"
#include "ui/models/TillIdentity.h"
#include "ui/models/Wish.h"

/// Who may use the till: locked, signed in by phone or PIN, or the terminal itself where a shop has no people (and at
/// the start of a practice). Takes wishes while it is locked; a sale under way goes on behind and is no concern of
/// its.
class LoginFlow final : public QObject
{
    Q_OBJECT
public:
    LoginFlow(LoginDesk &desk, Clock &clock, bool training, const TillIdentity &identity, QObject *parent = nullptr);

    /// Live: asks who works here, and stays locked unless nobody does. Call it once, when the signals are connected.
    void start();
    bool isLocked() const { return m_view.locked; }
    const LockView &view() const { return m_view; }

public slots:
    void wish(const Wish &wish);
    /// The server takes no call with this session any more (empty: none without one).
    void refuseSession(const QByteArray &session);
    void setOnline(bool online);

signals:
    void changed();
    /// Locked, unlocked, or what the buttons mean has changed; the view is new already.
    void screenChanged();
    /// To go with every call from now on; empty: none. A secret.
    void sessionChanged(const QByteArray &session);
    void refusedSound();

private:
    void wishLocked(const Wish &wish);
    void lockAsked();
    void lock(LockView::Say why);
    void unlock(const LoginDesk::Session &session);
    void askPeople();
    void peopleCame(const LoginDesk::People &came);
    void pinSignedIn(const LoginDesk::Session &session);
    void phoneChanged();
    void personWished(const QString &id);
    void bind(const QString &person);
    void bound(const Result<LoginDesk::TicketNews> &answer);
    void cancel();
    void signInOnly();
    void endManager();
    void refresh();
    void fillOwners(LockView &view) const;

    LoginDesk &m_desk;
    Clock &m_clock;
    const bool m_training;
    PhoneLogin m_phone;
    PinLogin m_pin;
    bool m_locked;
    bool m_peopleKnown = false;
    bool m_askingPeople = false;
    bool m_lockWhenKnown = false; ///< F8 while nobody was known to work here
    bool m_retryPlanned = false;
    int m_failures = 0; ///< of asking who works here, in a row
    QList<Person> m_people;
    QString m_practicePin;
    int m_peoplePage = 0;
    LoginDesk::Session m_session; ///< of who is signed in; an empty token: the terminal itself
    std::optional<LoginDesk::Session> m_manager; ///< says whose the strange phone is
    bool m_binding = false; ///< that has been sent
    LockView m_view;
};
