// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Wording.h"

QString Wording::state(PayState state, bool training)
{
    switch (state) {
    case PayState::Ready:
        return tr("Ready");
    case PayState::Creating:
        return tr("Making the code…");
    case PayState::Waiting:
        return tr("Waiting for payment");
    case PayState::Paid:
        return paid(training);
    case PayState::Cancelling:
        return tr("Cancelling…");
    case PayState::Cancelled:
        return tr("Cancelled (not paid)");
    case PayState::Expired:
        return tr("Expired (not paid)");
    case PayState::Checking:
        return tr("Checking…");
    case PayState::CallManager:
        return tr("Call a manager");
    }
    return {};
}

QString Wording::notice(const Notice &notice)
{
    switch (notice.kind) {
    case Notice::Kind::None:
        return {};
    case Notice::Kind::CodeShown:
        return tr("%1 The code is on the screen").arg(clock(notice.at));
    case Notice::Kind::QueriedUnpaid:
        return tr("WeChat says: not paid (%1)").arg(clock(notice.at));
    case Notice::Kind::QueryFailed:
        return tr("WeChat could not be asked (%1). Press F5 again in a moment.").arg(clock(notice.at));
    case Notice::Kind::NoMockHere:
        return tr("This server cannot pretend a payment. Scan the code with a phone.");
    case Notice::Kind::Checking:
        return tr("Checking with WeChat. Until we know, do not charge again and keep the goods.");
    case Notice::Kind::Expired:
        return tr("The code expired and this sale was not paid. F6 makes a new one.");
    case Notice::Kind::CancelledUnpaid:
        return tr("Cancelled. This sale was not paid.");
    case Notice::Kind::PaidNotCancelled:
        return tr("Already paid %1, so it can't be cancelled. F9 refunds.").arg(money(notice.amount));
    case Notice::Kind::CancelNotYours:
        return tr("Another cashier began this sale. A supervisor can sign in and cancel it.");
    case Notice::Kind::PaidLate:
        return tr("A late payment of %1 is waiting in the inbox.").arg(money(notice.amount));
    case Notice::Kind::PaidTwice:
        return tr("This sale was paid twice: %1 too much waits in the inbox. Call a manager.")
            .arg(money(notice.amount));
    case Notice::Kind::PaidOddly:
        return tr("A payment of %1 does not fit. Keep the goods and call a manager.").arg(money(notice.amount));
    case Notice::Kind::GivenBack:
        return tr("A manager has decided: the payment for the sale of %1 goes back to the customer.")
            .arg(money(notice.amount));
    case Notice::Kind::FormerOpen:
        return tr("The code before is not cleared yet, so a new one must wait. If it lasts, call a manager.");
    case Notice::Kind::AmountDiffers:
        return tr("Due %1, WeChat received %2. Keep the goods and call a manager.")
            .arg(money(notice.expected), money(notice.amount));
    case Notice::Kind::Offline:
        return tr("Offline: no new code. The last one may have been paid; it will be checked.");
    case Notice::Kind::CodeSlow:
        return tr("WeChat is slow to make the code. Please wait a moment.");
    case Notice::Kind::OrderRefused:
        return tr("WeChat did not take this sale. Go back and try once more, or call a manager.");
    case Notice::Kind::HandRefused:
        return tr("This sale was not written down. Try once more, or call a manager.");
    case Notice::Kind::ServerGone:
        return tr("The payment service does not answer. Check that it runs; we go on by ourselves.");
    case Notice::Kind::SecondPressForBigAmount:
        return tr("A large amount: press again to confirm %1").arg(money(notice.amount));
    case Notice::Kind::SameAmountUnresolved:
        return tr("The sale of %1 just before is not cleared yet; it may have been paid.").arg(money(notice.amount));
    case Notice::Kind::Parked:
        return tr("%1 is not cleared yet. We keep asking WeChat; you can serve the next customer.")
            .arg(money(notice.amount));
    case Notice::Kind::ParkedPaid:
        return tr("The sale of %1 before has been paid · %2").arg(money(notice.amount), tail(notice.code));
    case Notice::Kind::NotStored:
        return tr("This till could not save the sale, so nothing was asked. Check its disk and try again.");
    case Notice::Kind::AskCancel:
        return tr("Press Esc once more to cancel this payment.");
    case Notice::Kind::AskLeave:
        return tr("Press Esc once more to go back to the sale.");
    case Notice::Kind::PaymentCodeScanned:
        return tr("That is the customer's payment code. Please ask them to scan the code on our screen.");
    case Notice::Kind::GoodsScanned:
        return tr("This barcode is not known here. Type the amount instead.");
    case Notice::Kind::AmountTooLarge:
        return tr("That amount is too large. Check it and type it again.");
    case Notice::Kind::ThirdDecimal:
        return tr("Two decimals at most: 0.01 is the smallest coin.");
    case Notice::Kind::GoodsHeldBack:
        return tr("No more of it fits on this bill. Pay it first, or take something off.");
    case Notice::Kind::DiscountUseless:
        return tr("That discount does not fit this bill. Choose another one.");
    case Notice::Kind::BillHeld:
        return tr("The bill of %1 is put aside.").arg(money(notice.amount));
    case Notice::Kind::HeldFull:
        return tr("Twenty bills are put aside, and no more can be. Take one back first.");
    case Notice::Kind::NotHeld:
        return tr("This till could not save the bill, so it stays here. Check its disk and try again.");
    case Notice::Kind::CashShort:
        return tr("%1 is less than the %2 due.").arg(money(notice.amount), money(notice.expected));
    case Notice::Kind::HandTaken:
        return tr("The sale of %1 before is in the books.").arg(money(notice.amount));
    case Notice::Kind::FinishSaleFirst:
        return tr("Please finish this sale first.");
    }
    return {};
}

QString Wording::money(Money amount)
{
    return yuan(amount.yuanGrouped());
}
QString Wording::yuan(const QString &typed)
{
    return QStringLiteral("¥") + typed;
}
QString Wording::clock(const QDateTime &at)
{
    return at.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
}

QString Wording::minutes(int seconds)
{
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString Wording::till(const QString &shop, const QString &till)
{
    if (shop.isEmpty() || till.isEmpty())
        return shop + till;
    return tr("%1 · %2", "shop, till").arg(shop, till);
}
QString Wording::tabSale()
{
    return tr("Sale");
}
QString Wording::practiceBadge()
{
    return tr("Practice: no real money");
}
QString Wording::practiceBadgeForCustomer()
{
    return tr("Practice · you will not be charged");
}
QString Wording::otherLanguage()
{
    return tr("中文", "the other language, in its own words");
}
QString Wording::otherLanguageShort()
{
    return tr("中", "the other language, in one or two of its own characters");
}
QString Wording::languageHint()
{
    return tr("Switch the language");
}
QString Wording::themeHint()
{
    return tr("Light, dark or high contrast");
}
QString Wording::helpHint()
{
    return tr("Help: all keys (F1)");
}
QString Wording::allWell()
{
    return tr("All is well");
}
QString Wording::offline()
{
    return tr("The payment service does not answer");
}
QString Wording::lastSale(Tender tender)
{
    if (tender == Tender::Cash)
        return tr("Last sale, cash");
    return tender == Tender::Other ? tr("Last sale, not checked") : tr("Last sale");
}
QString Wording::tail(const QString &tail)
{
    return tr("No. %1").arg(tail);
}
QString Wording::parked(int count)
{
    return tr("Being checked %1").arg(count);
}
QString Wording::cases(int count)
{
    return tr("Inbox %1").arg(count);
}
QString Wording::helpKey()
{
    return tr("F1 Help");
}

QString Wording::due()
{
    return tr("Amount due");
}
QString Wording::thisSale()
{
    return tr("This sale");
}
QString Wording::pickup(const QString &number)
{
    return tr("This sale · pickup %1").arg(number);
}
QString Wording::pay()
{
    return tr("Pay");
}
QString Wording::payAgain(Money amount)
{
    return tr("Charge anyway? Press again %1").arg(money(amount));
}
QString Wording::payNothing()
{
    return tr("Type an amount");
}
QString Wording::backspace()
{
    return tr("Back");
}
QString Wording::clear()
{
    return tr("Clear");
}

QString Wording::keyName(const QString &key)
{
    if (key == QLatin1String("+"))
        return tr("Add another item");
    if (key == QLatin1String("×"))
        return tr("Times: quantity");
    if (key == QLatin1String("."))
        return tr("Decimal point");
    return key;
}

QList<std::pair<QString, QString>> Wording::steps()
{
    return {{tr("Type the amount"), tr("12.5 is ¥12.50")},
            {tr("Press Enter"), tr("The code comes up at once")},
            {tr("The customer scans"), tr("It turns green by itself")}};
}
QString Wording::entryHint()
{
    return tr("+ next item   × quantity   Clear once: the entry, twice: the bill");
}

QString Wording::cancel()
{
    return tr("Cancel payment");
}
QString Wording::backToSale()
{
    return tr("Back to the sale");
}
QString Wording::newCode()
{
    return tr("New code");
}
QString Wording::showCustomer()
{
    return tr("Show the customer");
}
QString Wording::query()
{
    return tr("“I have paid”? Ask WeChat");
}
QString Wording::validFor()
{
    return tr("The code is good for");
}
QString Wording::qrName(Money amount)
{
    return tr("Payment code for %1").arg(money(amount));
}
QString Wording::mockPay()
{
    return tr("Mock payment (practice)");
}
QString Wording::mockHint()
{
    return tr("The phone must be on the shop's Wi-Fi; if it can't open the code, press “Mock payment”.");
}
QString Wording::next(const QString &amount)
{
    return tr("Next %1", "sale, with its amount").arg(yuan(amount));
}
QString Wording::nextSale()
{
    return tr("Next sale");
}

QString Wording::paid(bool training)
{
    return training ? tr("Practice payment complete · no real money") : tr("Payment received");
}
QString Wording::amountLabel()
{
    return tr("Amount");
}
QString Wording::pickupLabel()
{
    return tr("Pickup");
}
QString Wording::tailLabel()
{
    return tr("No.");
}
QString Wording::payer(Money payerTotal, Money discount)
{
    return tr("Customer paid %1 (WeChat coupon %2)").arg(money(payerTotal), money(discount));
}
QString Wording::customerScan()
{
    return tr("Scan with WeChat to pay");
}
QString Wording::customerWithin(int seconds)
{
    return tr("Please pay within %1").arg(minutes(seconds));
}
QString Wording::customerOnlyWeChat()
{
    return tr("WeChat Pay only; for another way to pay, tell the cashier");
}

QString Wording::helpTitle()
{
    return tr("Keys");
}
QString Wording::helpClose()
{
    return tr("Close");
}

QList<std::pair<QString, QString>> Wording::helpKeys(const TillView &view)
{
    const auto cap = [](const char *text) { return QString::fromUtf8(text); };
    QList<std::pair<QString, QString>> keys = {{cap("0–9 . 00"), tr("Type the amount, yuan first")},
                                               {cap("Backspace  -"), tr("Take back the last key")},
                                               {cap("Enter"), tr("Pay; when paid, the next sale")}};
    if (view.state == PayState::Ready) {
        keys.append({{cap("+"), tr("Add another item")},
                     {cap("×  *"), tr("Times: quantity")},
                     {cap("Delete"), tr("Clear the entry, then the bill")}});
        keys.append(sellingKeys());
    } else {
        keys.append({{cap("Esc"), tr("Cancel the payment; asks once")},
                     {cap("F6"), tr("Make a new code")},
                     {cap("F11"), tr("Show the customer, and back")}});
    }
    keys.append({{cap("F3"), tr("Orders: look one up")},
                 {cap("F5  /"), tr("Ask WeChat whether it is paid")},
                 {cap("F8"), tr("Lock the till; sign in")},
                 {cap("F9"), tr("Refund a sale")},
                 {cap("F10"), tr("Print the last receipt again")},
                 {cap("Alt+I"), tr("Inbox: payments to decide")},
                 {cap("Alt+S"), tr("Set up this till")},
                 {cap("F12"), tr("How this sale went")}});
    if (view.state == PayState::Ready) // while a customer pays there is no room for it, and little to go to
        keys.append({cap("Tab  Space"), tr("Go to a button; press it")});
    keys.append({cap("F1"), tr("This help")});
    if (view.training && view.state != PayState::Ready)
        keys.append({cap("Ctrl+M"), tr("Mock payment (practice)")});
    return keys;
}
