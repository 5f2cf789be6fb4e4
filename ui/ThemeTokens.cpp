// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ThemeTokens.h"

ThemeTokens ThemeTokens::light()
{
    return {
        .ground = 0xF4F5F7,
        .surface = 0xFFFFFF,
        .raised = 0xFFFFFF,
        .ink = 0x14181F,
        .muted = 0x566070,
        .pale = 0x667080,
        .line = 0xE2E5EA,
        .shadow = QColor(20, 24, 31, 14),
        .onAccent = 0xFFFFFF,
        .payAgain = 0x8C4400,
        .onPayAgain = 0xFFFFFF,
        .grey = {0x566070, 0xECEEF1, 0x434C5A},
        .accent = {0x067A3E, 0xE5F5EC, 0x045C2E},
        .amber = {0x9A4A00, 0xFFF3DC, 0x7A3900},
        .red = {0xB42318, 0xFDECEA, 0x96190F},
        .blue = {0x1D4ED8, 0xE8EEFF, 0x1740B8},
        .purple = {0x6527C4, 0xF1EAFE, 0x581FB0},
        .paid = 0x0A5F34,
        .onPaid = 0xCDE8D8,
        .byHand = 0x2F3B4C,
        .onByHand = 0xD5DCE6,
        .training = 0xC2410C,
        .onTraining = 0xFFFFFF,
        .hatch = 0xA1320A, // as bright as 7:1 under white allows
        .hatchStripe = 0x952D09,
        .onHatch = 0xFBDCCB,
    };
}

ThemeTokens ThemeTokens::dark()
{
    ThemeTokens tokens = light();
    tokens.ground = 0x0F1318;
    tokens.surface = 0x181E26;
    tokens.raised = 0x1F2731;
    tokens.ink = 0xF3F5F8;
    tokens.muted = 0xA3AEBD;
    tokens.pale = 0x8A95A5;
    tokens.line = 0x313C4A;
    tokens.shadow = QColor(0, 0, 0, 0);
    tokens.onAccent = 0x06240F;
    tokens.payAgain = 0xF5B14C;
    tokens.onPayAgain = 0x2B1A00;
    tokens.grey = {0xA3AEBD, 0x29323E, 0xC9D1DC};
    tokens.accent = {0x2FD07A, 0x12301F, 0x35D680};
    tokens.amber = {0xF5B14C, 0x33260F, 0xF5B14C};
    tokens.red = {0xFF8A80, 0x3A1715, 0xFF9D94};
    tokens.blue = {0x8FB0FF, 0x172340, 0x9AB8FF};
    tokens.purple = {0xC6A6FF, 0x281B42, 0xC6A6FF};
    tokens.training = 0xFB923C;
    tokens.onTraining = 0x2A1203;
    return tokens;
}

ThemeTokens ThemeTokens::highContrast()
{
    ThemeTokens tokens = light();
    tokens.ground = tokens.surface = tokens.raised = 0xFFFFFF;
    tokens.ink = tokens.line = QColor(Qt::black);
    tokens.muted = 0x2B2B2B;
    tokens.pale = 0x595959;
    tokens.shadow = QColor(0, 0, 0, 0);
    for (Tint *tint : {&tokens.grey, &tokens.accent, &tokens.amber, &tokens.red, &tokens.blue, &tokens.purple}) {
        tint->mark = tint->ink;
        tint->soft = 0xFFFFFF;
    }
    tokens.grey = {QColor(Qt::black), 0xFFFFFF, QColor(Qt::black)};
    tokens.onPaid = tokens.onByHand = 0xFFFFFF;
    tokens.training = 0x8F2A08;
    tokens.onHatch = 0xFFFFFF;
    tokens.border = 2;
    return tokens;
}
