// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>

class Clock;

/// How many lines somebody outside may make us write into the log: so many a minute, and then one that says how many
/// were left out. Nobody fills a disk from outside.
class LineLimit
{
public:
    /// The clock outlives this.
    LineLimit(int linesAMinute, Clock &clock) : m_clock(clock), m_lines(linesAMinute) {}

    /// Nothing: this line is left out. Otherwise it may be written, and so many were left out since the last one.
    std::optional<int> next();

private:
    Clock &m_clock;
    const int m_lines;
    int m_written = 0; ///< in the minute that began at m_began
    int m_leftOut = 0;
    qint64 m_began = 0; ///< steady milliseconds
};
