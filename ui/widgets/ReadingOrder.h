// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// The order in which Tab goes through a window: as one reads it, card by card, row by row. Where things stand depends
/// on the window's size, so it is looked up at each press.
namespace ReadingOrder {

/// Everything that Tab can reach and an eye can see: shown, enabled, and under nothing.
QList<QWidget *> of(const QWidget &window);

} // namespace ReadingOrder
