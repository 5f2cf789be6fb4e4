// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/Receipt.h"

#include "server/domain/Refund.h"

#include <numeric>

namespace {

constexpr int maxQuantity = 999;
constexpr int maxPriceFen = 9'999'999; // 200 lines of 999 stay far from what a qint64 holds
constexpr qsizetype maxDiscounts = 3;

Error wrong(const char *member, const QString &what)
{
    return {ErrorCode::InvalidInput, QStringLiteral("receipt: %1 %2").arg(QLatin1String(member), what)};
}

qint64 fenOf(const QList<ReceiptLine> &lines)
{
    return std::accumulate(lines.begin(), lines.end(), qint64(0),
                           [](qint64 sum, const ReceiptLine &line) { return sum + line.price.fen() * line.quantity; });
}

Result<void> checkTexts(const Receipt &receipt)
{
    const std::pair<const char *, const QString &> texts[] = {
        {"shop", receipt.shop},          {"address", receipt.address},       {"footer", receipt.footer},
        {"till", receipt.till},          {"cashier", receipt.cashier},       {"order", receipt.orderNumber},
        {"pickup_no", receipt.pickupNo}, {"tender_name", receipt.tenderName}};
    for (const auto &[member, text] : texts) {
        if (text.size() > Receipt::maxText)
            return wrong(member, QStringLiteral("is too long"));
    }
    if (receipt.sample)
        return wrong("sample", QStringLiteral("is of no sale"));
    if (!OutTradeNo::parse(receipt.orderNumber))
        return wrong("order", QStringLiteral("is no order's number"));
    if (!receipt.at.isValid())
        return wrong("at", QStringLiteral("is no time"));
    return {};
}

Result<void> checkLines(const Receipt &receipt)
{
    if (receipt.lines.size() > Receipt::maxLines)
        return wrong("lines", QStringLiteral("are too many"));
    for (const ReceiptLine &line : receipt.lines) {
        if (line.name.isEmpty() || line.name.size() > Receipt::maxText)
            return wrong("name", QStringLiteral("must be 1 to %1 characters").arg(Receipt::maxText));
        if (line.quantity < 1 || line.quantity > maxQuantity || line.price.fen() > maxPriceFen)
            return wrong("quantity", QStringLiteral("or price is out of range"));
    }
    return {};
}

Result<void> checkSums(const Receipt &receipt)
{
    if (receipt.discounts.size() > maxDiscounts)
        return wrong("discounts", QStringLiteral("are too many"));
    qint64 less = 0;
    for (const ReceiptDiscount &discount : receipt.discounts) {
        if (discount.kind == ReceiptDiscount::Kind::Rate && (discount.rate < 1 || discount.rate > 99))
            return wrong("rate", QStringLiteral("must be 1 to 99"));
        less += discount.amount.fen();
    }
    if (!receipt.lines.isEmpty() && fenOf(receipt.lines) - less != receipt.total.fen())
        return wrong("total", QStringLiteral("is not the lines less the discounts"));
    if (receipt.payerTotal && *receipt.payerTotal > receipt.total)
        return wrong("payer_total", QStringLiteral("is more than the total"));
    if (receipt.cash && receipt.cash->received.fen() - receipt.cash->change.fen() != receipt.total.fen())
        return wrong("cash", QStringLiteral("does not add up"));
    return {};
}

} // namespace

QString Receipt::subject() const
{
    return orderNumber + QLatin1Char('/') + (refund ? refund->number : QStringLiteral("sale"));
}

QString Receipt::id() const
{
    return QStringLiteral("%1/%2").arg(subject()).arg(reprint ? reprint->count : 0);
}

Money Receipt::subtotal() const
{
    const auto sum = Money::fromFen(fenOf(lines));
    return sum ? *sum : total;
}

int Receipt::count() const
{
    return std::accumulate(lines.begin(), lines.end(), 0,
                           [](int sum, const ReceiptLine &line) { return sum + line.quantity; });
}

Result<void> Receipt::check() const
{
    for (const auto rule : {checkTexts, checkLines, checkSums}) {
        if (const auto kept = rule(*this); !kept)
            return kept;
    }
    if (refund) {
        if (!OutRefundNo::parse(refund->number))
            return wrong("refund_no", QStringLiteral("is no refund's number"));
        if (refund->amount.isZero() || refund->amount > total)
            return wrong("refund", QStringLiteral("is nothing, or more than the total"));
        if (!refund->at.isValid() || refund->reason.size() > maxText)
            return wrong("refund", QStringLiteral("has no time, or too long a reason"));
    }
    if (reprint && (reprint->count < 1 || reprint->count > maxReprints || !reprint->at.isValid()))
        return wrong("reprint", QStringLiteral("is out of range"));
    return {};
}
