// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// What the lock page shows: the phone's side at the left, the PIN's at the right.
struct LockView
{
    /// How far a phone has come.
    enum class Phone {
        Connecting, ///< it is not known yet who works here
        Making, ///< a code is being asked for
        Waiting, ///< qr, number, secondsLeft
        Scanned, ///< by owner's phone: they pick the number there
        Strange, ///< by a phone nobody has been bound to: a manager says whose it is
        Cancelled, ///< on the phone, or the wrong number was picked there
        Expired,
        Off, ///< phones cannot reach this server safely: the PIN alone
        Unreachable, ///< the server does not answer; it is asked again
    };
    /// The line under the six dots.
    enum class Say {
        Nothing, ///< training: the practice PIN
        ChoosePerson, ///< six digits, and nobody is chosen
        Checking,
        WrongPin, ///< count: tries left
        Blocked, ///< count: seconds
        NotReached, ///< the PIN could not be checked; nothing was counted
        SignInEnded, ///< the server has ended the sign-in
        WhosePhone, ///< a manager is to choose
        BindRefused, ///< not with this manager's rights
        NobodyMay, ///< no supervisor has a PIN
    };
    struct Button
    {
        QString id;
        QString name;
        bool enabled = true;
    };

    bool locked = false;
    QString operatorName; ///< who is signed in; empty: the terminal itself

    Phone phone = Phone::Connecting;
    QString qr; ///< the address a phone opens; empty: no code is shown
    int number = 0; ///< to be picked on the phone; 0: none
    int secondsLeft = -1; ///< -1: no countdown
    QString owner; ///< Phone::Scanned: whose phone

    QList<Button> people; ///< who may be chosen, by name
    QString chosen; ///< an id; empty: nobody
    int peoplePage = 0; ///< counts up; the page shows it modulo the pages it has
    int digits = 0; ///< 0 to 6 typed
    bool binding = false; ///< the people are the strange phone's owner to be, and `manager` says which
    QString manager;
    Say say = Say::Nothing;
    int count = 0; ///< of what is said
    QString practicePin; ///< training, where everybody has the same
};
