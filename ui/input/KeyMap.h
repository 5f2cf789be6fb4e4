// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"

#include <QChar>
#include <optional>

class QKeyEvent;

/// What each key of a keyboard or a number pad means at the till (product.md, "The whole sale by keyboard").
namespace KeyMap {

/// The character a key stands for, as the till reads it: full-width forms made plain, `*` made ×, a number pad with
/// NumLock off read as digits. Null for a key that is no character.
QChar character(const QKeyEvent &event);

/// The wish of a typed character: a Type, or none for letters and signs that only a scanner sends.
std::optional<Wish> typed(QChar character);

/// The wish of a key that is no character; Enter is Pay.
std::optional<Wish> command(const QKeyEvent &event);

} // namespace KeyMap
