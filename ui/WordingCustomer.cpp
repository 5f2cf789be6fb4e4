// SPDX-License-Identifier: GPL-3.0-or-later
// The words a customer reads. Calm ones: nothing here blames them, and nothing says more than is known.
#include "ui/Wording.h"

using Face = CustomerView::Face;

QString Wording::customerTitle(Face face, const QString &shop)
{
    switch (face) {
    case Face::Shop:
        return shop;
    case Face::Making:
    case Face::Checking:
    case Face::AskCashier:
        return tr("One moment, please");
    case Face::NotPaid:
        return tr("Cancelled");
    case Face::Expired:
        return tr("The payment code has expired");
    case Face::Thanks:
        return tr("Thank you");
    case Face::Away:
        return tr("This till is closed for a moment");
    case Face::Ringing:
    case Face::Code:
    case Face::Paid:
        break;
    }
    return {};
}

QString Wording::customerDetail(Face face, const QString &shop)
{
    switch (face) {
    case Face::Shop:
        return tr("Welcome");
    case Face::Making:
        return tr("Your payment code is coming");
    case Face::Checking:
        return tr("We are checking with WeChat. If you have paid, please do not pay again.");
    case Face::NotPaid:
    case Face::Expired:
        return tr("No money was taken. Please see the cashier.");
    case Face::AskCashier:
        return tr("Please see the cashier");
    case Face::Thanks:
    case Face::Away:
        return shop;
    case Face::Ringing:
    case Face::Code:
    case Face::Paid:
        break;
    }
    return {};
}

QString Wording::customerTotal()
{
    return tr("Total");
}
QString Wording::customerSaved(Money saved)
{
    return tr("You save %1").arg(money(saved));
}
QString Wording::customerLine(const CustomerLine &line)
{
    return QStringLiteral("%1 × %2  %3").arg(line.name).arg(line.quantity).arg(money(line.amount));
}
QString Wording::customerMoreLines(int count)
{
    return tr("and %1 more above").arg(count);
}
QString Wording::customerPaid(bool training)
{
    return training ? tr("Practice payment · no money was taken") : tr("Payment successful");
}
