// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// What a program takes of the machine while nobody touches it: memory that nobody else has (the proportional set size
/// of Linux), and its share of one processor.
class IdleCost
{
public:
    static constexpr int settleMs = 5'000; ///< after its window is painted
    static constexpr int watchMs = 20'000;

    IdleCost(const QString &program, const QStringList &arguments) : m_program(program), m_arguments(arguments) {}

    /// Starts it, watches it and ends it. False when it does not come up, or where there is no /proc to read.
    bool measure();

    qint64 memoryKib = 0;
    double cpuPercent = 0; ///< of one processor

private:
    bool watch(qint64 process);

    QString m_program;
    QStringList m_arguments;
};
