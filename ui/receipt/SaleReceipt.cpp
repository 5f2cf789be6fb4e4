// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/SaleReceipt.h"

namespace {

ReceiptDiscount::Kind kindOf(Bill::Discount::Kind kind)
{
    switch (kind) {
    case Bill::Discount::Kind::Rate:
        return ReceiptDiscount::Kind::Rate;
    case Bill::Discount::Kind::Minus:
        return ReceiptDiscount::Kind::Minus;
    case Bill::Discount::Kind::Round:
        break;
    }
    return ReceiptDiscount::Kind::Round;
}

void takeBill(const Bill &bill, Receipt &receipt)
{
    if (bill.total() != receipt.total)
        return;
    for (const Bill::Line &line : bill.lines())
        receipt.lines.append({line.name, line.price, line.quantity});
    for (const Bill::Discount &discount : bill.discounts())
        receipt.discounts.append({kindOf(discount.kind), discount.amount, discount.rate});
}

} // namespace

Receipt SaleReceipt::of(const Order &order, const TillIdentity &identity, const ReceiptSettings &settings,
                        const QString &cashier, const QDateTime &at)
{
    Receipt receipt{.shop = identity.shop,
                    .address = settings.address,
                    .footer = settings.footer,
                    .till = identity.till,
                    .cashier = cashier,
                    .orderNumber = order.outTradeNo.text(),
                    .pickupNo = order.pickupNo,
                    .at = order.successTime.isValid() ? order.successTime : at,
                    .total = order.received.value_or(order.total),
                    .tender = order.tender,
                    .tenderName = order.tenderName,
                    .training = order.training};
    if (order.bill)
        takeBill(*order.bill, receipt);
    if (order.tender == Tender::WeChatPay && order.payerTotal && *order.payerTotal <= receipt.total)
        receipt.payerTotal = order.payerTotal;
    if (order.tender == Tender::Cash && order.cashReceived && receipt.total <= *order.cashReceived)
        receipt.cash = ReceiptCash{*order.cashReceived, order.change()};
    return receipt;
}
