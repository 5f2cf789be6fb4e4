// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"
#include "ui/Language.h"

#include <QStringList>

/// A payment, as it is to be told of.
struct Announcement
{
    enum class Tender { WeChat, Cash, Other };

    Money amount;
    Tender tender = Tender::WeChat;
    bool training = false; ///< then it begins with 练习
    bool parked = false; ///< of an order that is not on the screen any more: 上一单
    int till = 0; ///< 1 号收银台; 0: not said
    QString outTradeNo = {}; ///< for the order's timeline; never said

    static constexpr auto pause = ","; ///< in place of a clip's name

    /// The names of its clips, in order: 练习，1 号收银台，上一单，微信收款，三十六元五角.
    QStringList phrase(Language::Tongue tongue) const;
    /// 这是试音，一元两角三分.
    static QStringList test(Language::Tongue tongue);
    /// The number in a till's name, 1 to 99; 0 where there is none.
    static int numberOf(const QString &till);
};
