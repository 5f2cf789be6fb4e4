// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Figures.h"

#include <QStringList>

/// A program's start: from the call that makes the process to its line that says its first window is painted.
class StartTimes
{
public:
    StartTimes(const QString &program, const QStringList &arguments) : m_program(program), m_arguments(arguments) {}

    /// Starts it once and ends it again; false when it does not come up in a minute.
    bool measure(bool counts = true);

    Figures figures;

private:
    QString m_program;
    QStringList m_arguments;
};
