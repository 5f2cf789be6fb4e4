// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The rules of the house that a machine can see.
namespace HouseRules {

struct Finding
{
    QString rule; ///< its short name
    int line = 0;
    QString what;
};

/// What is wrong with one file. path: from the repository's root.
QList<Finding> judge(const QString &path, const QString &text);

/// Types that others can see, by name: what a file defines outside of an unnamed namespace, a function or another type.
/// Two of one name in one program are one to the linker, whichever it meets first.
QStringList typesSeenFrom(const QString &text);

/// Whether judge has an opinion on such a file.
bool looksAt(const QString &path);

} // namespace HouseRules
