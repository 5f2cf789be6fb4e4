// SPDX-License-Identifier: GPL-3.0-or-later
// The words of refunds, and those they share with the inbox.
#include "ui/Wording.h"

QString Wording::tabRefund()
{
    return tr("Refund");
}

QString Wording::refundHint()
{
    return tr("Refund (F9)");
}

QString Wording::inboxHint(int open)
{
    return tr("Payments that wait for a decision: %1 (Alt+I)").arg(open);
}

QString Wording::refundsUnderWay(int count)
{
    return tr("Refunds on the way %1").arg(count);
}

QString Wording::refundsFailed(int count)
{
    return tr("Refunds to look at %1 · F9").arg(count);
}

QString Wording::backHint()
{
    return tr("Back", "to the page before");
}

QString Wording::reason(MoneyReason reason)
{
    switch (reason) {
    case MoneyReason::Returned:
        return tr("Goods returned");
    case MoneyReason::Overcharged:
        return tr("Charged too much");
    case MoneyReason::OutOfStock:
        return tr("Out of stock");
    case MoneyReason::PaidTwice:
        return tr("Paid twice");
    case MoneyReason::NotHandedOver:
        return tr("Goods not handed over");
    case MoneyReason::HandedOver:
        return tr("The customer has the goods");
    case MoneyReason::CheckedInPerson:
        return tr("Checked in person");
    case MoneyReason::PaidInCash:
        return tr("Paid back in cash");
    case MoneyReason::Transferred:
        return tr("Paid back by transfer");
    case MoneyReason::AccountClosed:
        return tr("The customer's account takes no money");
    case MoneyReason::Other:
        return tr("Other");
    }
    return {};
}

QString Wording::reasonTitle()
{
    return tr("Reason");
}

QString Wording::supervisorTitle(bool leavingKiosk)
{
    return leavingKiosk ? tr("A supervisor closes the till") : tr("A supervisor signs");
}

QString Wording::supervisorSays(const LockView &supervisor)
{
    if (supervisor.say == LockView::Say::NobodyMay)
        return tr("No supervisor here has a PIN yet.");
    if (supervisor.people.isEmpty())
        return tr("Looking up who may sign…");
    if (supervisor.say == LockView::Say::Nothing && supervisor.digits == 0 && supervisor.practicePin.isEmpty())
        return tr("For this once; whoever is signed in stays so.");
    return lockSays(supervisor);
}

QString Wording::refundTitle(const RefundView &refund)
{
    if (refund.step == RefundView::Step::Choose)
        return tr("Which sale?");
    return tr("Refund · %1").arg(tail(refund.sale.tail));
}

QString Wording::refundFind()
{
    return tr("Type the last digits, or scan the customer's bill");
}

QString Wording::refundFound(const QString &tail)
{
    return tr("Ends with %1").arg(tail);
}

QString Wording::saleDetail(const RefundView::Sale &sale)
{
    QStringList words{when(sale.at), tail(sale.tail)};
    if (!sale.pickupNo.isEmpty())
        words.insert(1, pickupLabel() + u' ' + sale.pickupNo);
    return words.join(QStringLiteral(" · "));
}

QString Wording::salePill(const RefundView::Sale &sale)
{
    if (sale.left == sale.paid)
        return tr("Paid");
    const auto back = sale.paid.minus(sale.left);
    return sale.left.isZero() ? tr("All refunded") : tr("Refunded %1").arg(money(back ? *back : Money()));
}

QString Wording::refundLeft(const RefundView::Sale &sale)
{
    if (sale.left == sale.paid)
        return tr("Paid %1, all of it can go back").arg(money(sale.paid));
    return tr("Paid %1, %2 can still go back").arg(money(sale.paid), money(sale.left));
}

QString Wording::refundPast(const RefundView::Past &past)
{
    switch (past.status) {
    case RefundStatus::Processing:
        return tr("%1 on its way since %2").arg(money(past.amount), when(past.at));
    case RefundStatus::Success:
        return tr("%1 refunded at %2").arg(money(past.amount), when(past.at));
    case RefundStatus::Closed:
        return tr("%1 not refunded (%2)").arg(money(past.amount), when(past.at));
    case RefundStatus::Abnormal:
        return tr("%1 is stuck, see the inbox (%2)").arg(money(past.amount), when(past.at));
    }
    return {};
}

QString Wording::refundSays(const RefundView &refund)
{
    switch (refund.say) {
    case RefundView::Say::Nothing:
        if (refund.step == RefundView::Step::Supervisor)
            return tr("Above what a cashier may refund: a supervisor signs at the right.");
        return refund.underWay > 0
                   ? tr("%1 on its way back, waiting for WeChat's answer.").arg(money(refund.underWayAmount))
                   : QString();
    case RefundView::Say::Loading:
        return tr("Looking up the sales…");
    case RefundView::Say::NotRead:
        return tr("The sales could not be read. Press F5 to try again.");
    case RefundView::Say::NoneFound:
        return tr("No paid sale ends with that. Check the digits on the bill.");
    case RefundView::Say::NothingLeft:
        return tr("This sale is refunded already, all of it.");
    case RefundView::Say::NotStored:
        return tr("This till could not save the refund, so nothing was asked. Check its disk and try again.");
    case RefundView::Say::TooManyUnderWay:
        return tr("Too many refunds are on their way. Wait for WeChat, then try again.");
    case RefundView::Say::NeedsSupervisor:
        return tr("Above what a cashier may refund: a supervisor signs at the right.");
    case RefundView::Say::TooMuch:
        return tr("At most %1 can go back.").arg(money(refund.sale.left));
    case RefundView::Say::PressAgain:
        return tr("%1 will go back to the customer. Press again to confirm.").arg(money(refund.entry.total));
    }
    return {};
}

QString Wording::payNoSale()
{
    return tr("Choose a sale");
}
QString Wording::takeSale(Money amount)
{
    return tr("This one %1").arg(money(amount));
}
QString Wording::refundPay(Money amount)
{
    return tr("Refund %1").arg(money(amount));
}
QString Wording::refundPayAgain(Money amount)
{
    return tr("Press again to refund %1").arg(money(amount));
}

QString Wording::outcome(const RefundView &refund)
{
    switch (refund.outcome) {
    case RefundView::Outcome::Submitted:
        return tr("Submitted");
    case RefundView::Outcome::Processing:
        return tr("Being refunded");
    case RefundView::Outcome::Done:
        return tr("Refunded");
    case RefundView::Outcome::Refused:
        return tr("Not refunded");
    case RefundView::Outcome::Manager:
        return tr("Call a manager");
    }
    return {};
}

/// Why a refund was not taken, by the server's or WeChat's own code.
QString Wording::refusal(const QString &code)
{
    if (code == QLatin1String("NOT_ENOUGH"))
        return tr("WeChat did not take it: the shop's balance is too low. Top it up, then try again.");
    if (code == QLatin1String("REFUND_TOO_MUCH"))
        return tr("More than is left of this sale. Look at its earlier refunds.");
    if (code == QLatin1String("REFUND_TOO_MANY"))
        return tr("This sale has been refunded in 50 parts already; WeChat takes no more.");
    if (code == QLatin1String("REFUND_TOO_LATE"))
        return tr("More than a year has passed; WeChat takes no refund any more.");
    if (code == QLatin1String("ORDER_NOT_PAID"))
        return tr("This sale was not paid, so there is nothing to give back.");
    return tr("WeChat did not take this refund; no money has moved. Call a manager.");
}

QString Wording::outcomeSays(const RefundView &refund)
{
    switch (refund.outcome) {
    case RefundView::Outcome::Submitted:
        return tr("Submitted; waiting for WeChat. You can go on selling.");
    case RefundView::Outcome::Processing:
        return tr("WeChat is working on it, which can take a while. You can go on selling.");
    case RefundView::Outcome::Done:
        return refund.account.isEmpty() ? tr("The money has gone back the way it came.")
                                        : tr("The money went to: %1").arg(refund.account);
    case RefundView::Outcome::Refused:
        return refusal(refund.code);
    case RefundView::Outcome::Manager:
        return tr("The customer's account cannot take the money back. It waits in the inbox (Alt+I).");
    }
    return {};
}

QString Wording::another()
{
    return tr("Another refund");
}

QList<std::pair<QString, QString>> Wording::refundKeys()
{
    const auto cap = [](const char *text) { return QString::fromUtf8(text); };
    return {{cap("↑ ↓"), tr("Choose the sale, or the reason")},
            {cap("0–9"), tr("The last digits, or the amount")},
            {cap("Backspace  -"), tr("Take back the last key")},
            {cap("Delete"), tr("Clear what is typed")},
            {cap("Enter"), tr("Go on; press twice to refund")},
            {cap("F5  /"), tr("Read the sales again")},
            {cap("Tab"), tr("To the next name or button")},
            {cap("Space"), tr("Choose or press it")},
            {cap("Esc"), tr("One step back")},
            {cap("F1"), tr("This help")}};
}

QString Wording::when(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    return local.toString(QStringLiteral("MM-dd HH:mm"));
}
