// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the inbox.
#include "ui/Wording.h"

QString Wording::inboxTitle()
{
    return tr("Inbox");
}

QString Wording::inboxOpen(int count)
{
    return tr("To decide %1").arg(count);
}

QString Wording::inboxDecided()
{
    return tr("Decided");
}

QString Wording::inboxEmpty(bool decided)
{
    return decided ? tr("Nothing has been decided yet") : tr("Nothing to decide");
}

QString Wording::inboxCalm()
{
    return tr("Late, double and odd payments come here. They never stop a sale.");
}

QString Wording::inboxSays(const InboxView &inbox)
{
    switch (inbox.say) {
    case InboxView::Say::Nothing:
        return {};
    case InboxView::Say::Loading:
        return tr("Reading the inbox…");
    case InboxView::Say::NotRead:
        return tr("The inbox could not be read. Press F5 to try again.");
    case InboxView::Say::Asking:
        return tr("One moment…");
    case InboxView::Say::NotHeard:
        return tr("No answer came. Do it once more; it is never done twice.");
    case InboxView::Say::NeedsSupervisor:
        return tr("A supervisor has to sign for this.");
    case InboxView::Say::Honoured:
        return tr("Done: it counts as received.");
    case InboxView::Say::GivenBack:
        return tr("Done: the money is on its way back.");
    case InboxView::Say::DecidedAlready:
        return tr("Somebody has decided about this one already.");
    case InboxView::Say::NotOurs:
        return tr("Another merchant received this money; we can't give it back.");
    case InboxView::Say::Refused:
        return tr("That was refused; nothing has changed. Call a manager.");
    }
    return {};
}

QString Wording::caseName(CaseKind kind)
{
    switch (kind) {
    case CaseKind::Late:
        return tr("Paid late");
    case CaseKind::Duplicate:
        return tr("Paid twice");
    case CaseKind::AmountMismatch:
        return tr("Amount differs");
    case CaseKind::Foreign:
        return tr("Not ours");
    case CaseKind::UnknownOrder:
        return tr("Unknown order");
    case CaseKind::RefundAbnormal:
        return tr("Refund stuck");
    }
    return {};
}

QString Wording::caseStory(const PaymentCase &about)
{
    switch (about.kind) {
    case CaseKind::Late:
        return tr("The customer paid after the order was closed.");
    case CaseKind::Duplicate:
        return tr("The same sale was paid a second time.");
    case CaseKind::AmountMismatch:
        return tr("Due %1, WeChat received %2.").arg(money(about.expected.value_or(Money())), money(about.amount));
    case CaseKind::Foreign:
        return tr("This was paid to another merchant; we cannot give it back.");
    case CaseKind::UnknownOrder:
        return tr("Paid for an order number that our books do not have.");
    case CaseKind::RefundAbnormal:
        return tr("A refund could not reach the customer's account.");
    }
    return {};
}

QString Wording::caseDetail(const PaymentCase &about)
{
    return when(about.at) + QStringLiteral(" · ") + tail(about.outTradeNo.right(4));
}

QString Wording::caseDecision(const PaymentCase &about)
{
    const bool refundStuck = about.kind == CaseKind::RefundAbnormal;
    if (about.state == QLatin1String("honoured"))
        return refundStuck ? tr("Settled by hand") : tr("Counts as received");
    return refundStuck ? tr("To the shop's card") : tr("Given back");
}

QString Wording::caseDecided(const InboxView::Item &item)
{
    return tr("%1 · %2 · %3", "who, when, why").arg(item.by, when(item.about.decidedAt), item.about.reason);
}

QString Wording::casePaid(CaseKind kind)
{
    return kind == CaseKind::RefundAbnormal ? tr("Amount") : tr("WeChat received");
}
QString Wording::caseExpected()
{
    return tr("Due");
}

QString Wording::honour(CaseKind kind)
{
    return kind == CaseKind::RefundAbnormal ? tr("Paid back by hand") : tr("Count as received");
}
QString Wording::giveBack(CaseKind kind)
{
    return kind == CaseKind::RefundAbnormal ? tr("To the shop's bank card") : tr("Give it back");
}
QString Wording::decide(const InboxView &inbox, const PaymentCase &about)
{
    return (inbox.refunds ? giveBack(about.kind) : honour(about.kind)) + u' ' + money(about.amount);
}

QList<std::pair<QString, QString>> Wording::inboxKeys()
{
    const auto cap = [](const char *text) { return QString::fromUtf8(text); };
    return {{cap("↑ ↓"), tr("Choose the payment, or the reason")},
            {cap("1"), tr("Count as received")},
            {cap("2"), tr("Give it back")},
            {cap("0"), tr("To those that are decided, and back")},
            {cap("Enter"), tr("Confirm with this reason")},
            {cap("F5  /"), tr("Read the inbox again")},
            {cap("Tab"), tr("To the next name or button")},
            {cap("Space"), tr("Choose or press it")},
            {cap("Esc"), tr("One step back")},
            {cap("F1"), tr("This help")}};
}
