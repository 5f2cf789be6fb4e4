// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// C++ text as a rule wants to look at it. No parser: enough to tell code from comments and to read a call's arguments.
namespace SourceText {

/// The same text, with comments and the insides of strings and character literals turned to spaces; lines stay.
QString codeOnly(const QString &text);

/// Counted from 1.
int lineAt(const QString &text, qsizetype position);

/// The arguments of the call whose opening parenthesis is at that position, trimmed.
QStringList argumentsAt(const QString &code, qsizetype openingParenthesis);

} // namespace SourceText
