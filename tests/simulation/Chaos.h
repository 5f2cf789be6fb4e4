// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Dice.h"

#include <QJsonObject>
#include <QObject>
#include <vector>

class World;

/// What goes wrong in a day, spell after spell, several at once. Each day draws which kinds of trouble it has at all:
/// with all of them every day, some combinations would never be seen.
class Chaos : public QObject
{
    Q_OBJECT
public:
    Chaos(World &world, quint64 seed) : m_world(world), m_dice(seed, "chaos") {}

    void begin();
    /// All is well from now on.
    void end();

private:
    using Trouble = void (Chaos::*)();

    void plan(Trouble trouble, qint64 gapMs);
    void later(qint64 delayMs, const std::function<void()> &call);
    void badApi();
    void badNotifies();
    void badTillWire();
    void unkindApi();
    void unkindNotifies();
    void oddPayments();
    void badRefunds();
    void serverCrash();
    void serverRestart();
    void tillCrash();
    void clockJump();
    void diskFull();
    void fault(const QString &member, const QJsonValue &value, qint64 spanMs);
    double share(double most) { return double(m_dice.between(1, 100)) / 100 * most; }

    World &m_world;
    Dice m_dice;
    int m_day = 0; ///< what was planned for an earlier one does not happen
    QJsonObject m_faults;
};
