// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/ReceiptLayout.h"

#include "ui/Wording.h"
#include "ui/receipt/PaperText.h"

namespace {

using Size = ReceiptRow::Size;

constexpr int narrowestName = 8; ///< columns; a line's numbers that leave less go below it

QString rightOf(const QString &text, int columns)
{
    return QString(std::max(0, columns - PaperText::columns(text)), u' ') + text;
}

QString less(Money amount)
{
    return u'-' + amount.yuan();
}

QString nameOf(const ReceiptDiscount &discount)
{
    switch (discount.kind) {
    case ReceiptDiscount::Kind::Rate:
        return Wording::receiptRate(discount.rate);
    case ReceiptDiscount::Kind::Minus:
        return Wording::receiptMinus();
    case ReceiptDiscount::Kind::Round:
        return Wording::receiptRound();
    }
    return {};
}

/// A line's numbers as columns from the right: quantity, the price of one where there is room for it, amount.
QString numbersOf(const QString &quantity, const QString &price, const QString &amount, PaperWidth paper)
{
    if (paper == PaperWidth::Mm58)
        return rightOf(quantity, 5) + u' ' + rightOf(amount, 8);
    return rightOf(quantity, 5) + u' ' + rightOf(price, 8) + u' ' + rightOf(amount, 9);
}

} // namespace

ReceiptLayout::ReceiptLayout(const Receipt &receipt, PaperWidth paper) : m_paper(paper)
{
    head(receipt);
    if (receipt.refund) {
        refund(receipt);
    } else {
        goods(receipt);
        sums(receipt);
        payment(receipt);
    }
    numbers(receipt);
    foot(receipt);
}

void ReceiptLayout::rule()
{
    m_rows.append({QString(columns() / 2, QChar(0x2500)), Size::Plain, false, false});
}

void ReceiptLayout::centred(const QString &text, Size size, bool bold)
{
    ReceiptRow row{{}, size, bold, true};
    const auto lines = PaperText::wrapped(text, columns() / row.widthFactor());
    for (const QString &line : lines) {
        row.text = line;
        m_rows.append(row);
    }
}

void ReceiptLayout::left(const QString &text)
{
    const auto lines = PaperText::wrapped(text, columns());
    for (const QString &line : lines)
        m_rows.append({line, Size::Plain, false, false});
}

void ReceiptLayout::pair(const QString &left, const QString &right, Size size, bool bold)
{
    ReceiptRow row{{}, size, bold, false};
    const int width = columns() / row.widthFactor();
    const QString end = PaperText::from(right);
    const QString start = PaperText::from(left);
    const int gap = width - PaperText::columns(start) - PaperText::columns(end);
    QStringList lines{start + QString(std::max(gap, 0), u' ') + end};
    if (gap < 1) {
        lines = PaperText::wrapped(left, width);
        for (const QString &line : PaperText::wrapped(right, width))
            lines.append(rightOf(line, width));
    }
    for (const QString &line : lines) {
        row.text = line;
        m_rows.append(row);
    }
}

void ReceiptLayout::head(const Receipt &receipt)
{
    if (receipt.training)
        centred(Wording::receiptPractice(), Size::Tall, true);
    if (receipt.reprint)
        centred(Wording::receiptCopy(receipt.reprint->count, receipt.reprint->at), Size::Plain, true);
    if (receipt.sample)
        centred(Wording::receiptSample(), Size::Tall, true);
    if (receipt.training || receipt.reprint || receipt.sample)
        blank();
    centred(receipt.shop, Size::Double, true);
    if (!receipt.address.isEmpty()) {
        blank();
        centred(receipt.address);
    }
    if (receipt.refund) {
        blank();
        centred(Wording::receiptRefundTitle(), Size::Double, true);
    } else if (!receipt.pickupNo.isEmpty()) {
        blank();
        centred(Wording::pickupLabel());
        centred(receipt.pickupNo, Size::Huge, true);
    }
    blank();
}

void ReceiptLayout::goods(const Receipt &receipt)
{
    if (receipt.lines.isEmpty())
        return;
    const auto heads = Wording::receiptHeads();
    pair(heads[0], numbersOf(heads[1], heads[2], heads[3], m_paper));
    rule();
    for (const ReceiptLine &each : receipt.lines)
        line(each);
}

void ReceiptLayout::line(const ReceiptLine &line)
{
    const auto amount = Money::fromFen(line.price.fen() * line.quantity);
    const QString numbers =
        numbersOf(QString::number(line.quantity), line.price.yuan(), amount ? amount->yuan() : QString(), m_paper);
    const int beside = columns() - PaperText::columns(numbers);
    const bool isBelow = beside < narrowestName;
    auto names = PaperText::wrapped(line.name, isBelow ? columns() : beside);
    if (isBelow)
        names.append(rightOf(numbers, columns()));
    else
        names.first() += rightOf(numbers, columns() - PaperText::columns(names.first()));
    for (const QString &text : names)
        m_rows.append({text, Size::Plain, false, false});
    if (m_paper == PaperWidth::Mm58 && line.quantity > 1)
        m_rows.append({QStringLiteral("  ") + PaperText::from(Wording::receiptEach(line.price.yuan())), Size::Plain,
                       false, false});
}

void ReceiptLayout::sums(const Receipt &receipt)
{
    rule();
    const QString count = Wording::receiptCount(receipt.count());
    if (!receipt.lines.isEmpty() && !receipt.discounts.isEmpty())
        pair(Wording::receiptSubtotal() + u' ' + count, receipt.subtotal().yuan());
    else if (!receipt.lines.isEmpty())
        left(count);
    for (const ReceiptDiscount &discount : receipt.discounts)
        pair(nameOf(discount), less(discount.amount));
    pair(Wording::receiptTotal(), Wording::money(receipt.total), Size::Double, true);
    rule();
}

void ReceiptLayout::payment(const Receipt &receipt)
{
    const QString name = Wording::receiptTender(receipt.tender, receipt.tenderName);
    if (receipt.cash) {
        pair(Wording::receiptReceived(), receipt.cash->received.yuan());
        pair(Wording::receiptChange(), receipt.cash->change.yuan());
    } else {
        pair(name, receipt.total.yuan());
    }
    if (receipt.payerTotal && *receipt.payerTotal != receipt.total) {
        const auto coupon = receipt.total.minus(*receipt.payerTotal);
        pair(Wording::receiptCoupon(), less(coupon ? *coupon : Money()));
        pair(Wording::receiptPayer(), receipt.payerTotal->yuan());
    }
    rule();
}

void ReceiptLayout::refund(const Receipt &receipt)
{
    rule();
    pair(Wording::receiptRefunded(), Wording::money(receipt.refund->amount), Size::Double, true);
    rule();
    pair(Wording::receiptOfTotal(), receipt.total.yuan());
    if (!receipt.refund->reason.isEmpty())
        pair(Wording::receiptReason(), receipt.refund->reason);
    left(Wording::receiptWayBack(receipt.tender));
    rule();
}

void ReceiptLayout::numbers(const Receipt &receipt)
{
    pair(Wording::tail(receipt.tail()), Wording::receiptTime(receipt.refund ? receipt.refund->at : receipt.at));
    if (receipt.refund) {
        pair(Wording::receiptSoldAt(), Wording::receiptTime(receipt.at));
        left(Wording::receiptRefundNumber(receipt.refund->number));
    }
    left(Wording::receiptNumber(receipt.orderNumber));
    const QString cashier = receipt.cashier.isEmpty() ? QString() : Wording::receiptCashier(receipt.cashier);
    if (!receipt.till.isEmpty() || !cashier.isEmpty())
        pair(receipt.till, cashier);
}

void ReceiptLayout::foot(const Receipt &receipt)
{
    if (!receipt.footer.isEmpty() && !receipt.refund) {
        blank();
        centred(receipt.footer);
    }
    if (receipt.training) {
        blank();
        centred(Wording::receiptPractice(), Size::Plain, true);
    }
    if (receipt.sample) {
        blank();
        centred(Wording::receiptSample(), Size::Plain, true);
    }
}
