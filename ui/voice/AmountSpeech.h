// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"
#include "ui/Language.h"

#include <QStringList>

/// An amount as a cashier says it: 三十六元五角, 十二元零五分, 一万零二百元; thirty six point five yuan. Whole fen all
/// the way. The names are of clips (resources/voice).
class AmountSpeech
{
public:
    static QStringList clips(Money amount, Language::Tongue tongue);
    static QString words(Money amount, Language::Tongue tongue);
    /// A number that counts, 1 to 999,999,999; 0 is one too.
    static QStringList number(qint64 number, Language::Tongue tongue);
};
