// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/web/PageLanguage.h"

#include <QString>

/// How a visit to the customer's page can end.
enum class PageResult { Paid, AlreadyPaid, Over, NotNow, OtherPayer, DeadCode, BadForm, Trouble };

/// Every word on the customer's phone page, in Chinese or in English.
class PageTexts
{
public:
    struct Ending
    {
        const char *name; ///< for tests and scripts, the same in every language
        QString title;
        QString sentence;
        const char *sign;
        const char *signClass;
        int status; ///< HTTP
    };

    explicit PageTexts(PageLanguage language) : m_english(language == PageLanguage::English) {}

    QString lang() const { return pick("zh-CN", "en"); }
    QString badge() const { return pick("练习 · 不会真的扣款", "Practice · no real money"); }
    QString title() const { return pick("确认付款", "Confirm payment"); }
    QString payTo(const QString &shop) const { return pick("付款给 ", "Pay ") + shop; }
    QString goods() const { return pick("商品", "Item"); }
    QString till() const { return pick("收银台", "Till"); }
    QString tail() const { return pick("单号尾号", "Order ends in"); }
    QString pay(const QString &yuan) const { return pick("确认付款 ¥", "Pay ¥") + yuan; }
    QString notNow() const { return pick("暂不付款", "Not now"); }
    QString shop() const { return pick("练习商店", "Practice shop"); }
    Ending ending(PageResult result) const;

private:
    QString pick(const char *chinese, const char *english) const
    {
        return QString::fromUtf8(m_english ? english : chinese);
    }
    bool m_english;
};
