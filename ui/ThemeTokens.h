// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

/// One colour of a state: a mark for frames and icons, a soft ground, and the ink that is read on it at 7:1.
struct Tint
{
    QColor mark;
    QColor soft;
    QColor ink;
};

/// The colours of one theme. Contrast is held by tests/ui/tst_look_contrast.cpp.
struct ThemeTokens
{
    QColor ground; ///< the window
    QColor surface; ///< cards and keys
    QColor raised; ///< quieter keys, the buttons beside the QR
    QColor ink;
    QColor muted; ///< labels, and the yen sign
    QColor pale; ///< what is not typed yet
    QColor line; ///< hairlines
    QColor shadow;
    QColor onAccent; ///< read on accent.mark
    QColor payAgain; ///< Pay, when it asks for a second press
    QColor onPayAgain; ///< read on it
    Tint grey; ///< ready, cancelled
    Tint accent; ///< Pay, waiting, selected
    Tint amber; ///< expiring, cancelling
    Tint red; ///< cancel, case
    Tint blue; ///< creating
    Tint purple; ///< checking
    QColor paid; ///< the whole panel
    QColor onPaid; ///< quieter words on it
    QColor byHand; ///< the panel of a sale that is a person's word: cash, 记账
    QColor onByHand; ///< quieter words on it
    QColor training; ///< frame, badge, practice bar
    QColor onTraining; ///< read on it
    QColor hatch; ///< the practice paid panel
    QColor hatchStripe;
    QColor onHatch;
    int border = 1; ///< logical pixels

    static ThemeTokens light();
    static ThemeTokens dark();
    static ThemeTokens highContrast();
};
