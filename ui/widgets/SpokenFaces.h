// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

/// What a screen reader is told about the widgets that are painted by hand: a role for each, which of several is
/// chosen, the key that presses a button. Names are the widgets' own, in the language that is spoken.
namespace SpokenFaces {

/// Once for the program; another call does nothing.
void install();

/// Tells only what is new: a view is shown again every second.
void name(QWidget *widget, const QString &name);
void describe(QWidget *widget, const QString &description);

} // namespace SpokenFaces
