// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

/// A till elsewhere that was paired with a code and has a token of its own since.
struct Terminal
{
    static constexpr int maxNameLength = 40;

    QString id;
    QString name; ///< as its orders say
    QDateTime madeAt;
    QDateTime lastSeen = {}; ///< coarse; invalid: never
};
