// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentCase.h"
#include "server/domain/Refund.h"
#include "ui/models/EntryView.h"
#include "ui/models/HistoryView.h"
#include "ui/models/LockView.h"
#include "ui/models/SettingsView.h"

/// Why money goes back, or counts as received. A few words each; nobody types them.
enum class MoneyReason {
    Returned, ///< 顾客退货
    Overcharged, ///< 收多了
    OutOfStock, ///< 商品缺货
    PaidTwice, ///< 重复付款
    NotHandedOver, ///< 没有交货
    HandedOver, ///< 商品已交给顾客
    CheckedInPerson, ///< 已当面核对
    PaidInCash, ///< 已给现金
    Transferred, ///< 已转账
    AccountClosed, ///< 顾客账户收不了款
    Other,
};

/// F9: which sale, how much, why, and what became of it.
struct RefundView
{
    enum class Step {
        Choose, ///< sales, chosen, tail
        Amount, ///< sale, entry, reasons
        Supervisor, ///< OfficeView::supervisor types the PIN
        Result, ///< outcome
    };
    enum class Say {
        Nothing,
        Loading, ///< the sales
        NotRead, ///< the server did not answer; F5 asks again
        NoneFound, ///< no paid sale ends with that
        NothingLeft, ///< of the chosen sale
        TooMuch, ///< sale.left is the most
        PressAgain, ///< amount: the second press
        NotStored, ///< the till's own disk refused to write; nothing was asked
        TooManyUnderWay, ///< no more than so many refunds of a till may be without an end
        NeedsSupervisor, ///< above what a cashier may give back
    };
    enum class Outcome {
        Submitted, ///< asked, and not answered yet
        Processing, ///< the server has it; WeChat has not said the end
        Done,
        Refused, ///< nothing moves: code
        Manager, ///< abnormal: it is a case now
    };
    struct Sale
    {
        QString number;
        QString tail;
        QString pickupNo;
        Money paid;
        Money left; ///< what can still go back
        QDateTime at;
    };
    struct Past
    {
        Money amount;
        RefundStatus status = RefundStatus::Processing;
        QDateTime at;
    };
    Step step = Step::Choose;
    Say say = Say::Nothing;
    QString tail; ///< typed, to find a sale by
    QList<Sale> sales;
    QString chosen; ///< number of a sale; empty: none
    int page = 0; ///< counts up; the page shows it modulo the pages it has
    Sale sale; ///< from Amount on
    QList<Past> past; ///< refunds of that sale
    EntryView entry;
    QList<MoneyReason> reasons;
    MoneyReason reason = MoneyReason::Returned;
    bool confirm = false; ///< the button is amber and wants a second press
    Outcome outcome = Outcome::Submitted;
    Money amount; ///< of the refund on the screen
    QString account; ///< Done: where it went, in WeChat's words
    QString code; ///< Refused: the server's or WeChat's, for the words and for support
    int underWay = 0; ///< refunds asked for whose end is not known
    Money underWayAmount; ///< of the newest of them
};

/// Alt+I: payments that wait for a person, and what was decided about earlier ones.
struct InboxView
{
    enum class Step {
        List,
        Reason, ///< of the move
        Supervisor, ///< OfficeView::supervisor types the PIN
    };
    enum class Say {
        Nothing,
        Loading,
        NotRead, ///< the server did not answer; F5 asks again
        Asking, ///< the decision is on its way
        NotHeard, ///< it may have been taken; the same move again does no harm
        NeedsSupervisor,
        Honoured, ///< said after the decision
        GivenBack,
        DecidedAlready, ///< by somebody else
        NotOurs, ///< another merchant's money
        Refused, ///< code
    };
    struct Item
    {
        PaymentCase about;
        QString by; ///< the name of who decided
    };
    Step step = Step::List;
    Say say = Say::Nothing;
    QString code;
    bool decided = false; ///< the tab of those that are
    int open = 0; ///< how many wait
    QList<Item> items; ///< of the tab, the newest first
    qint64 chosen = 0; ///< 0: none
    int page = 0; ///< counts up; the page shows it modulo the pages it has
    bool refunds = false; ///< the move: it goes back; else it counts as received
    QList<MoneyReason> reasons; ///< for the move
    MoneyReason reason = MoneyReason::Other;
};

/// What lies over the sale when money is looked after. The sale under way goes on behind it.
struct OfficeView
{
    enum class Page { None, Refund, Inbox, History, Check, Settings };
    Page page = Page::None;
    RefundView refund;
    InboxView inbox;
    HistoryView history;
    CheckView check;
    SettingsView settings;
    LockView supervisor; ///< people who may, digits, and what is said, while a step is Supervisor
    int refundsUnderWay = 0; ///< for the strip
    int refundsFailed = 0; ///< refused or abnormal, and nobody has looked yet
};
