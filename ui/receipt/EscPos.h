// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/PrinterTrouble.h"
#include "ui/receipt/ReceiptLayout.h"

#include <QByteArray>

/// The language of receipt printers, as much of it as we speak: ESC @, FS &, ESC a, ESC E, GS !, ESC d, GS V, ESC p,
/// and for what the printer says of itself DLE EOT (at once) and GS r (when all before it is printed).
namespace EscPos {

constexpr int feedToTear = 4; ///< lines, so that the last one is past the edge where nothing cuts it

/// The whole receipt, from the printer's initial state to the cut.
QByteArray receipt(const ReceiptLayout &layout, bool cut);
QByteArray drawerKick();

/// Three questions that it answers at once, also while it does not print.
QByteArray statusQuestions();
constexpr int statusAnswers = 3; ///< bytes
/// None where it can print; Silent for bytes that are no answers.
PrinterTrouble troubleIn(const QByteArray &answers);

/// A question that it answers, with one byte, when everything sent before has been printed.
QByteArray endQuestion();
bool isEndAnswer(char answer);

} // namespace EscPos
