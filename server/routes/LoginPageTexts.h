// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/LoginTicket.h"
#include "server/web/PageLanguage.h"

/// How a phone's visit to the login page can end.
enum class LoginResult { SignedIn, Cancelled, WrongNumber, Expired, OtherPhone, DeadCode, BadForm, Trouble };

/// Every word on the phone's login page, in Chinese or in English.
class LoginPageTexts
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

    explicit LoginPageTexts(PageLanguage language) : m_english(language == PageLanguage::English) {}

    QString lang() const { return pick("zh-CN", "en"); }
    QString badge() const { return pick("练习 · 不会真的收钱", "Practice · no real money"); }
    QString title() const { return pick("员工登录", "Staff sign-in"); }
    QString personLabel() const { return pick("员工", "Who"); }
    QString timeLabel() const { return pick("时间", "When"); }
    QString ask() const { return pick("请点选收银机上显示的数字", "Tap the number shown on the till"); }
    QString hint() const { return pick("这是员工登录码，付款请找收银员", "A staff code. To pay, ask the cashier."); }
    QString goOn() const { return pick("继续", "Continue"); }
    QString notMe() const { return pick("不是我操作，取消", "This is not me, cancel"); }
    QString cancel() const { return pick("取消", "Cancel"); }
    QString stranger() const
    {
        return pick("这部手机还没有绑定员工。请店长在收银机上绑定，本页会自动继续。",
                    "This phone is nobody's yet. Ask the manager to bind it at the till; this page goes on by itself.");
    }
    /// "晨光咖啡 · 1 号收银台", by what the till said of itself.
    QString place(const LoginTicket &ticket) const;
    /// "今天 10:40", by China's clock.
    QString time(const QDateTime &at, const QDateTime &now) const;
    Ending ending(LoginResult result) const;

private:
    QString pick(const char *chinese, const char *english) const
    {
        return QString::fromUtf8(m_english ? english : chinese);
    }
    bool m_english;
};
