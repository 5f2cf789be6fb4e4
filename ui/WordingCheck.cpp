// SPDX-License-Identifier: GPL-3.0-or-later
// The words of "I have paid": they never accuse anybody.
#include "ui/Wording.h"

using Verdict = CheckView::Verdict;

QString Wording::iHavePaid()
{
    return tr("“I have paid”");
}
QString Wording::checkHint()
{
    return tr("The customer says “I have paid” (F5)");
}
QString Wording::checkTitle()
{
    return tr("The customer says: “I have paid”");
}
QString Wording::checkFind()
{
    return tr("4 or more last digits of the number on the customer's bill, or scan it");
}
QString Wording::checkRecent()
{
    return tr("The last 10 minutes");
}
QString Wording::checkNoneRecent()
{
    return tr("No order in the last 10 minutes.");
}

QString Wording::checkDetail(const OrderLine &line)
{
    return clock(line.at) + QStringLiteral(" · ") + tail(line.tail);
}

QString Wording::checkAsk(const CheckView &check)
{
    if (check.say == CheckView::Say::Asking)
        return tr("Asking WeChat…");
    return check.typed.isEmpty() ? tr("Ask about this order") : tr("Ask WeChat");
}

QString Wording::checkSays(const CheckView &check)
{
    switch (check.say) {
    case CheckView::Say::Nothing:
    case CheckView::Say::Answered:
        return {};
    case CheckView::Say::Loading:
        return tr("Looking up the last minutes…");
    case CheckView::Say::NotRead:
        return tr("The last orders could not be read. Digits can be asked about all the same.");
    case CheckView::Say::TooShort:
        return tr("At least four digits of the number, please.");
    case CheckView::Say::NoDigits:
        return tr("Only digits here. The bill can be scanned too.");
    case CheckView::Say::PaymentCode:
        return tr("That is the customer's payment code. Please scan the code on their bill.");
    case CheckView::Say::Asking:
        return tr("Asking WeChat about it, for 3 seconds at most…");
    case CheckView::Say::NotReached:
        return tr("The payment service did not answer, so nothing is known. Press F5 to ask again.");
    }
    return {};
}

QString Wording::verdict(const CheckView &check)
{
    switch (check.verdict) {
    case Verdict::This:
        return tr("Paid: it is this order");
    case Verdict::Another:
        return check.isNamed ? tr("Paid, but another order") : tr("Paid today");
    case Verdict::AnotherDay:
        return tr("Paid on another day");
    case Verdict::Unpaid:
        return tr("Not paid yet");
    case Verdict::None:
        return tr("Not found at WeChat");
    case Verdict::Unknown:
        return tr("Not known yet");
    }
    return {};
}

QString Wording::verdictSays(const CheckView &check)
{
    const OrderLine found = check.found.value_or(OrderLine());
    const QDateTime paidAt = check.paidAt.isValid() ? check.paidAt : found.at;
    switch (check.verdict) {
    case Verdict::This:
        return tr("WeChat confirms it. You can hand over the goods.");
    case Verdict::Another:
        return check.isNamed ? tr("This number is another order's of today. Please ask for the bill of this one.")
                             : tr("WeChat confirms it, and it is in our books.");
    case Verdict::AnotherDay:
        return tr("This number belongs to %1. Please ask for the newest bill.").arg(when(paidAt));
    case Verdict::Unpaid:
        return tr("WeChat says that this order is not paid yet. The customer can scan the code again.");
    case Verdict::None:
        return tr("WeChat has no such payment; please ask the customer to open “Bill details”.");
    case Verdict::Unknown:
        return tr("WeChat does not answer. Keep the goods and ask again with F5 in a moment.");
    }
    return {};
}

QList<std::pair<QString, QString>> Wording::checkKeys()
{
    const auto cap = [](const char *text) { return QString::fromUtf8(text); };
    return {{cap("↑ ↓"), tr("Choose one of the last orders")},
            {cap("0–9"), tr("Last digits on the customer's bill")},
            {cap("Backspace  -"), tr("Take back the last key")},
            {cap("Delete"), tr("Clear what is typed")},
            {cap("Enter"), tr("Ask WeChat about it")},
            {cap("F5  /"), tr("Ask once more")},
            {cap("Tab"), tr("To the next name or button")},
            {cap("Space"), tr("Choose or press it")},
            {cap("Esc"), tr("One step back")},
            {cap("F1"), tr("This help")}};
}
