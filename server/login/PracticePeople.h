// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class Clock;
class PeopleStore;
class PinHasher;
class Random;

/// Training's own people: a cashier, a supervisor and an owner, all with a PIN that everybody may know, so that signing
/// in can be practised before anybody is set up.
class PracticePeople : public QObject
{
    Q_OBJECT
public:
    static QString pin() { return QStringLiteral("135790"); }

    PracticePeople(PeopleStore &store, PinHasher &hasher, Clock &clock, Random &random);

    /// Begins, and goes on behind; where there is anybody already nothing is done.
    void makeWhereNobodyIs();

private:
    void make();
    void enter(const QString &pinHash);

    PeopleStore &m_store;
    PinHasher &m_hasher;
    Clock &m_clock;
    Random &m_random;
};
