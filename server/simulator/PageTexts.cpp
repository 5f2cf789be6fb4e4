// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/PageTexts.h"

PageTexts::Ending PageTexts::ending(PageResult result) const
{
    switch (result) {
    case PageResult::Paid:
        return {"paid",
                pick("练习付款成功", "Practice payment done"),
                pick("没有真的扣款。请看收银台的屏幕。", "No real money was taken. Please look at the till."),
                "✓",
                "good",
                200};
    case PageResult::AlreadyPaid:
        return {"already_paid",
                pick("这一单已经付过了", "Already paid"),
                pick("不需要再付一次。", "There is no need to pay again."),
                "✓",
                "good",
                200};
    case PageResult::Over:
        return {"over",
                pick("这一单已关闭或已过期", "This order is closed or has expired"),
                pick("没有扣款。请让收银员重新出码。", "Nothing was taken. Please ask for a new code."),
                "!",
                "stop",
                410};
    case PageResult::NotNow:
        return {"not_now",
                pick("暂不付款", "Not paid"),
                pick("没有扣款。想付款时，再扫一次码就行。", "Nothing was taken. Scan the code again to pay."),
                "–",
                "",
                200};
    case PageResult::OtherPayer:
        return {"other_payer",
                pick("这一单已被别人扫过", "Someone else has scanned this order"),
                pick("没有扣款。请让收银员重新出码。", "Nothing was taken. Please ask for a new code."),
                "!",
                "stop",
                403};
    case PageResult::DeadCode:
        return {"dead_code",
                pick("这个收款码已失效", "This code is no longer valid"),
                pick("没有扣款。请扫收银台上最新的码。", "Nothing was taken. Please scan the newest code."),
                "!",
                "stop",
                404};
    case PageResult::BadForm:
        return {"bad_form",
                pick("没有付款", "Not paid"),
                pick("页面已过时。请再扫一次码。", "This page is out of date. Please scan the code again."),
                "!",
                "stop",
                403};
    case PageResult::Trouble:
        break;
    }
    return {"trouble",
            pick("现在付不了", "Cannot pay right now"),
            pick("没有扣款。请稍后再试。", "Nothing was taken. Please try again later."),
            "!",
            "stop",
            500};
}
