// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/LockView.h"
#include "ui/models/OfficeView.h"
#include "ui/models/PrintingView.h"
#include "ui/models/SellingView.h"
#include "ui/models/TimelineView.h"

#include <QDateTime>
#include <QString>
#include <optional>

/// The states a cashier can see (product.md): each a colour, an icon and a word.
enum class PayState {
    Ready, ///< 可以收款, grey
    Creating, ///< 正在出码…, blue
    Waiting, ///< 等待顾客付款, green
    Paid, ///< 收款成功, full green (practice: hatched orange)
    Cancelling, ///< 正在取消…, amber
    Cancelled, ///< 已取消（未收款）, grey
    Expired, ///< 已超时（未收款）, amber
    Checking, ///< 正在核实…, purple: F5, offline, the deadline and after
    CallManager, ///< 请店长处理, red
};

/// The one sentence of truth under the order, with what it needs to be said. Wording makes the words.
struct Notice
{
    enum class Kind {
        None,
        CodeShown, ///< at: 10:42:07 收款码已显示
        QueriedUnpaid, ///< at: 微信查询结果：未付款（10:42:31）
        QueryFailed, ///< at: could not reach WeChat
        NoMockHere, ///< the server cannot pretend a payment
        Checking,
        Expired,
        CancelledUnpaid,
        PaidNotCancelled, ///< amount
        CancelNotYours, ///< another cashier began the sale: a supervisor has to cancel it
        PaidLate, ///< amount: it came after its order was closed, and waits in the inbox
        PaidTwice, ///< amount: of the second payment, which waits in the inbox
        PaidOddly, ///< amount, code: it waits in the inbox for another reason
        GivenBack, ///< amount: a manager has decided so
        FormerOpen, ///< the sale's code before this one is not cleared yet
        AmountDiffers, ///< expected, amount
        Offline,
        CodeSlow, ///< WeChat is slow to give a code
        OrderRefused, ///< WeChat refused the order: code
        HandRefused, ///< the server did not take a sale that is paid by hand: code
        ServerGone, ///< the server can't be reached
        SecondPressForBigAmount, ///< amount: 金额较大，再按一次确认 ¥3,650.00
        SameAmountUnresolved, ///< amount: 刚才一笔 ¥36.50 还没查清，可能已付; Pay is amber and wants a second press
        Parked, ///< amount: its end is not known yet; the next customer may be served
        ParkedPaid, ///< amount, code: the tail. 上一单 ¥36.50 已到账 · 尾号 4821
        NotStored, ///< the till's own disk refused to write; nothing was asked of the server
        AskCancel, ///< Esc asks once: press again to cancel
        AskLeave, ///< the same where nothing can be cancelled: a manager was called
        PaymentCodeScanned, ///< 18 digits from 10 to 15: ask the customer to scan the screen
        GoodsScanned, ///< a goods code the till does not know
        AmountTooLarge,
        ThirdDecimal,
        GoodsHeldBack, ///< one more of it does not fit on the bill
        DiscountUseless, ///< it would take off nothing, or all there is
        BillHeld, ///< amount: it was put aside
        HeldFull, ///< as many bills as may be are put aside
        NotHeld, ///< the till's own disk refused to write; the bill stays where it is
        CashShort, ///< amount: handed over, and less than expected
        HandTaken, ///< amount: a sale by cash or another way before is in the books now
        FinishSaleFirst, ///< F9 while a sale is under way
    };
    Kind kind = Kind::None;
    QDateTime at = {};
    Money amount = {};
    Money expected = {};
    QString code = {}; ///< small, for support
};

struct LastSale
{
    Money amount;
    QDateTime at;
    QString tail;
    QString outTradeNo;
    Tender tender = Tender::WeChatPay;
};

/// The status strip at the bottom: quiet until something is wrong.
struct StripView
{
    bool online = true; ///< the server answers
    std::optional<LastSale> lastSale;
    int parked = 0; ///< attempts whose end is not known yet
    int cases = 0; ///< payments a person must decide about
    PrintingView printing = {};
};

/// Everything the till's window shows, as one value. Pages draw it and hold nothing of their own.
struct TillView
{
    PayState state = PayState::Ready;
    bool training = false;
    EntryView entry; ///< of the sale being rung up (PayState::Ready)
    SellingView selling; ///< the lines of that sale, or of the one that is being paid, and what can be rung up
    EntryView next; ///< typed ahead while the last sale is still on the screen: 下一单 ¥12.50
    bool confirmBigAmount = false; ///< Pay is amber and wants a second press

    // The attempt on the screen; empty when there is none.
    Money amount;
    QString codeUrl; ///< empty: no QR is shown
    int secondsLeft = -1; ///< -1: no countdown
    QString tail;
    QString outTradeNo;
    QString pickupNo;
    std::optional<Money> payerTotal; ///< what the customer really paid
    Money discount; ///< WeChat's coupons
    Tender tender = Tender::WeChatPay; ///< cash and other are a person's word, never 收款成功
    QString tenderName; ///< of other: 支付宝
    Money received; ///< cash: what the customer handed over
    Money change; ///< cash: what goes back
    bool canLeavePaid = false; ///< Enter ends Paid from 1.5 s on

    Notice notice;
    StripView strip;
    bool customerEyes = false; ///< F11: the QR fills the window
    LockView lock; ///< while it is locked the lock page covers the sale, which goes on behind
    TimelineView timeline; ///< so does F12
    OfficeView office; ///< so do refunds and the inbox
};
