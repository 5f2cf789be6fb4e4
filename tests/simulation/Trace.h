// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"

#include <QStringList>
#include <deque>

/// What happened, in order: the last steps for reading, all of them as one number for comparing, and the first thing
/// that should not have been.
class Trace
{
public:
    static constexpr size_t kept = 30;

    explicit Trace(const Clock &clock, bool aloud = false) : m_clock(clock), m_aloud(aloud) {}

    void note(const QString &step);
    /// An invariant does not hold. The first one counts.
    void broke(const QString &what);

    bool isBroken() const { return !m_broken.isEmpty(); }
    const QString &whatBroke() const { return m_broken; }
    QStringList lastSteps() const { return {m_last.begin(), m_last.end()}; }
    quint64 number() const { return m_number; }
    qint64 steps() const { return m_steps; }

private:
    const Clock &m_clock;
    bool m_aloud;
    std::deque<QString> m_last;
    QString m_broken;
    quint64 m_number = 0xcbf29ce484222325;
    qint64 m_steps = 0;
};
