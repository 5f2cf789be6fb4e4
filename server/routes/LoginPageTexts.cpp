// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/LoginPageTexts.h"

QString LoginPageTexts::place(const LoginTicket &ticket) const
{
    QStringList parts{ticket.shop, ticket.till};
    parts.removeAll(QString());
    return parts.isEmpty() ? pick("收银机", "A till") : parts.join(QStringLiteral(" · "));
}

QString LoginPageTexts::time(const QDateTime &at, const QDateTime &now) const
{
    const auto local = at.toOffsetFromUtc(8 * 3600);
    const bool isToday = local.date() == now.toOffsetFromUtc(8 * 3600).date();
    const auto day = isToday ? pick("今天", "today") : local.toString(QStringLiteral("yyyy-MM-dd"));
    return day + u' ' + local.toString(QStringLiteral("HH:mm"));
}

LoginPageTexts::Ending LoginPageTexts::ending(LoginResult result) const
{
    switch (result) {
    case LoginResult::SignedIn:
        return {"signed_in",
                pick("登录成功", "Signed in"),
                pick("请回到收银机。", "Please go back to the till."),
                "✓",
                "good",
                200};
    case LoginResult::Cancelled:
        return {
            "cancelled",
            pick("已取消登录", "Sign-in cancelled"),
            pick("收银机没有登录。不是您操作的，请告诉店长。", "The till is not signed in. Not you? Tell the manager."),
            "–",
            "",
            200};
    case LoginResult::WrongNumber:
        return {"wrong_number",
                pick("数字不对，已取消登录", "Wrong number, sign-in cancelled"),
                pick("请扫收银机上新的登录码，再点它显示的数字。",
                     "Scan the till's new code, and tap the number beside it."),
                "!",
                "stop",
                200};
    case LoginResult::Expired:
        return {"expired",
                pick("登录码已过期", "This code has expired"),
                pick("请扫收银机上最新的登录码。", "Please scan the newest code on the till."),
                "!",
                "stop",
                410};
    case LoginResult::OtherPhone:
        return {"other_phone",
                pick("这个码已被另一部手机扫过", "Another phone has scanned this code"),
                pick("请扫收银机上最新的登录码。", "Please scan the newest code on the till."),
                "!",
                "stop",
                403};
    case LoginResult::DeadCode:
        return {"dead_code",
                pick("这个登录码已失效", "This code is no longer valid"),
                pick("请扫收银机上最新的登录码。", "Please scan the newest code on the till."),
                "!",
                "stop",
                404};
    case LoginResult::BadForm:
        return {
            "bad_form",
            pick("没有登录", "Not signed in"),
            pick("页面已过时。请再扫一次收银机上的登录码。", "This page is out of date. Please scan the code again."),
            "!",
            "stop",
            403};
    case LoginResult::Trouble:
        break;
    }
    return {"trouble",
            pick("现在登录不了", "Cannot sign in right now"),
            pick("请稍后再试，或在收银机上用密码登录。", "Please try again later, or use the PIN at the till."),
            "!",
            "stop",
            500};
}
