// SPDX-License-Identifier: GPL-3.0-or-later
// What a receipt says, and what is said about printing it.
#include "ui/Wording.h"

QString Wording::receiptPractice()
{
    return tr("PRACTICE · no real money", "receipt");
}
QString Wording::receiptSample()
{
    return tr("TEST · nothing was sold", "receipt");
}
QStringList Wording::receiptSampleGoods()
{
    return {tr("Iced latte, large", "receipt"), tr("Croissant", "receipt")};
}
QString Wording::receiptCopy(int count, const QDateTime &at)
{
    return tr("COPY %1  %2", "receipt: how often, when").arg(count).arg(receiptTime(at));
}
QString Wording::receiptTime(const QDateTime &at)
{
    return at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}
QString Wording::receiptCashier(const QString &name)
{
    return tr("Cashier %1", "receipt").arg(name);
}
QString Wording::receiptNumber(const QString &number)
{
    return tr("No. %1", "receipt").arg(number);
}
QString Wording::receiptAt()
{
    return tr("Time", "receipt");
}

QStringList Wording::receiptHeads()
{
    return {tr("Item", "receipt"), tr("Qty", "receipt"), tr("Price", "receipt"), tr("Amount", "receipt")};
}
QString Wording::receiptEach(const QString &price)
{
    return tr("%1 each", "receipt").arg(price);
}
QString Wording::receiptSubtotal()
{
    return tr("Subtotal", "receipt");
}
QString Wording::receiptRate(int rate)
{
    const QString tenths = QStringLiteral("%1.%2").arg(rate / 10).arg(rate % 10);
    return tr("%1/10 of the price", "receipt").arg(rate % 10 == 0 ? QString::number(rate / 10) : tenths);
}
QString Wording::receiptMinus()
{
    return tr("Discount", "receipt");
}
QString Wording::receiptRound()
{
    return tr("Rounded off", "receipt");
}
QString Wording::receiptTotal()
{
    return tr("Total", "receipt");
}
QString Wording::receiptCount(int count)
{
    return tr("%1 pcs", "receipt").arg(count);
}

QString Wording::receiptTender(Tender tender, const QString &name)
{
    switch (tender) {
    case Tender::WeChatPay:
        return tr("WeChat Pay", "receipt");
    case Tender::Cash:
        return tr("Cash", "receipt");
    case Tender::Other:
        break;
    }
    return name;
}
QString Wording::receiptCoupon()
{
    return tr("WeChat coupon", "receipt");
}
QString Wording::receiptPayer()
{
    return tr("Customer paid", "receipt");
}
QString Wording::receiptReceived()
{
    return tr("Cash received", "receipt");
}
QString Wording::receiptChange()
{
    return tr("Change", "receipt");
}

QString Wording::receiptRefundTitle()
{
    return tr("REFUND", "receipt");
}
QString Wording::receiptRefunded()
{
    return tr("Refunded", "receipt");
}
QString Wording::receiptOfTotal()
{
    return tr("Of the sale's", "receipt");
}
QString Wording::receiptReason()
{
    return tr("Reason", "receipt");
}
QString Wording::receiptRefundNumber(const QString &number)
{
    return tr("Refund no. %1", "receipt").arg(number);
}
QString Wording::receiptSoldAt()
{
    return tr("Sold", "receipt");
}
QString Wording::receiptWayBack(Tender tender)
{
    return tender == Tender::WeChatPay ? tr("The money goes back the way it was paid.", "receipt")
                                       : tr("The money was given back at the till.", "receipt");
}

QString Wording::receiptPreviewName()
{
    return tr("The receipt as it will be printed");
}
QString Wording::printTrouble(PrinterTrouble trouble)
{
    switch (trouble) {
    case PrinterTrouble::None:
        return {};
    case PrinterTrouble::NoPrinter:
        return tr("This till has no receipt printer.");
    case PrinterTrouble::NotReached:
        return tr("The printer can't be reached. Check its power and cable; F10 prints again.");
    case PrinterTrouble::Paper:
        return tr("Paid; the receipt failed. Check the paper, F10 reprints.");
    case PrinterTrouble::Cover:
        return tr("The printer's cover is open. Close it; F10 prints again.");
    case PrinterTrouble::Offline:
        return tr("The printer will not print. Look at its lights; F10 prints again.");
    case PrinterTrouble::Silent:
        return tr("The printer does not say how it is. Switch it off and on; F10 prints again.");
    case PrinterTrouble::Unclear:
        return tr("The receipt may have come out or not. Look; if not, F10 prints a copy.");
    }
    return {};
}
QString Wording::testTrouble(PrinterTrouble trouble)
{
    switch (trouble) {
    case PrinterTrouble::None:
        return {};
    case PrinterTrouble::NoPrinter:
        return printTrouble(trouble);
    case PrinterTrouble::NotReached:
        return tr("The printer can't be reached. Check its power, its cable and what is set here.");
    case PrinterTrouble::Paper:
        return tr("The printer has no paper.");
    case PrinterTrouble::Cover:
        return tr("The printer's cover is open.");
    case PrinterTrouble::Offline:
        return tr("The printer will not print. Look at its lights.");
    case PrinterTrouble::Silent:
        return tr("The printer does not say how it is. If it never does, switch “Answers” off.");
    case PrinterTrouble::Unclear:
        return tr("The test may have come out or not. Look at the printer.");
    }
    return {};
}
QString Wording::printing(const PrintingView &printing)
{
    switch (printing.say) {
    case PrintingView::Say::Nothing:
        return printTrouble(printing.trouble);
    case PrintingView::Say::NoPrinter:
        return printTrouble(PrinterTrouble::NoPrinter);
    case PrintingView::Say::NothingYet:
        return tr("Nothing sold since the start. F3 finds older sales.");
    case PrintingView::Say::NotRead:
        return tr("The server did not tell what was sold. F10 asks again.");
    case PrintingView::Say::NotKept:
        return tr("The money is in, the receipt could not be kept. F10 tries again.");
    }
    return {};
}
QString Wording::printReceipt(bool isFirst)
{
    return isFirst ? tr("Print receipt") : reprint();
}
