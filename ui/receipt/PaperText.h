// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

/// Text as a receipt printer can set it. Its characters are those of GB18030 that such printers have in their fonts:
/// ASCII, what takes two bytes, and Extension A's four bytes, without anybody's private ones. ASCII is one column wide
/// and everything else two, as the printer steps.
namespace PaperText {

/// The same words in those characters: ¥ is the full-width one, accents it knows stand, what joins or decorates other
/// characters goes, and what it cannot set becomes ?. White space is a blank.
QString from(const QString &text);

/// For what came from from().
QByteArray bytes(const QString &paperText);
int columns(const QString &paperText);

/// Lines of at most so many columns (2 or more): broken at a blank, or between Chinese characters though never before
/// a closing mark, else wherever it is full. At least one line; line ends in the text end lines.
QStringList wrapped(const QString &text, int columns);

} // namespace PaperText
