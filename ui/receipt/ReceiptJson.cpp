// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/ReceiptJson.h"

#include "server/domain/Json.h"

#include <QJsonArray>

namespace {

using DiscountKind = ReceiptDiscount::Kind;
constexpr std::pair<DiscountKind, const char *> discountKinds[] = {
    {DiscountKind::Rate, "rate"}, {DiscountKind::Minus, "minus"}, {DiscountKind::Round, "round"}};

Error wrongMember(const char *member)
{
    return {ErrorCode::InvalidInput, QStringLiteral("receipt: missing or wrong: %1").arg(QLatin1String(member))};
}

QJsonObject fromDiscount(const ReceiptDiscount &discount)
{
    QJsonObject json{{"amount", discount.amount.fen()}};
    for (const auto &[kind, name] : discountKinds) {
        if (kind == discount.kind)
            json["kind"] = QLatin1String(name);
    }
    if (discount.kind == DiscountKind::Rate)
        json["rate"] = discount.rate;
    return json;
}

Result<ReceiptDiscount> toDiscount(const QJsonObject &json)
{
    const auto amount = Json::toMoney(json["amount"]);
    if (!amount)
        return amount.error();
    for (const auto &[kind, name] : discountKinds) {
        if (json["kind"].toString() == QLatin1String(name))
            return ReceiptDiscount{kind, *amount, json["rate"].toInt()};
    }
    return wrongMember("kind");
}

Result<ReceiptLine> toLine(const QJsonObject &json)
{
    const auto price = Json::toMoney(json["price"]);
    if (!price)
        return price.error();
    return ReceiptLine{json["name"].toString(), *price, json["quantity"].toInt()};
}

/// What a member holds, or nothing where it is absent.
template <class T, class Read> Result<std::optional<T>> optionally(const QJsonValue &value, Read read)
{
    if (value.isUndefined())
        return std::optional<T>();
    const auto result = read(value);
    if (!result)
        return result.error();
    return std::optional<T>(*result);
}

Result<ReceiptCash> toCash(const QJsonValue &value)
{
    const auto received = Json::toMoney(value["received"]);
    const auto change = Json::toMoney(value["change"]);
    if (!received || !change)
        return wrongMember("cash");
    return ReceiptCash{*received, *change};
}

Result<ReceiptRefund> toRefund(const QJsonValue &value)
{
    const auto amount = Json::toMoney(value["amount"]);
    if (!amount)
        return wrongMember("refund");
    return ReceiptRefund{value["number"].toString(), *amount, value["reason"].toString(), Json::toTime(value["at"])};
}

Result<ReceiptReprint> toReprint(const QJsonValue &value)
{
    return ReceiptReprint{value["count"].toInt(), Json::toTime(value["at"])};
}

} // namespace

QJsonObject ReceiptJson::billOf(const Receipt &receipt)
{
    QJsonArray lines;
    for (const ReceiptLine &line : receipt.lines)
        lines.append(QJsonObject{{"name", line.name}, {"price", line.price.fen()}, {"quantity", line.quantity}});
    QJsonArray discounts;
    for (const ReceiptDiscount &discount : receipt.discounts)
        discounts.append(fromDiscount(discount));
    return {{"lines", lines}, {"discounts", discounts}};
}

Result<void> ReceiptJson::takeBill(const QJsonObject &bill, Receipt &receipt)
{
    const auto givenLines = bill["lines"].toArray();
    const auto givenDiscounts = bill["discounts"].toArray();
    QList<ReceiptLine> lines;
    for (const auto &given : givenLines) {
        const auto line = toLine(given.toObject());
        if (!line)
            return line.error();
        lines.append(*line);
    }
    QList<ReceiptDiscount> discounts;
    for (const auto &given : givenDiscounts) {
        const auto discount = toDiscount(given.toObject());
        if (!discount)
            return discount.error();
        discounts.append(*discount);
    }
    receipt.lines = lines;
    receipt.discounts = discounts;
    return {};
}

QJsonObject ReceiptJson::from(const Receipt &receipt)
{
    QJsonObject json{
        {"shop", receipt.shop},          {"address", receipt.address},       {"footer", receipt.footer},
        {"till", receipt.till},          {"cashier", receipt.cashier},       {"order", receipt.orderNumber},
        {"pickup_no", receipt.pickupNo}, {"at", Json::fromTime(receipt.at)}, {"bill", billOf(receipt)},
        {"total", receipt.total.fen()},  {"tender", toText(receipt.tender)}, {"tender_name", receipt.tenderName},
        {"training", receipt.training}};
    if (receipt.payerTotal)
        json["payer_total"] = receipt.payerTotal->fen();
    if (receipt.cash)
        json["cash"] = QJsonObject{{"received", receipt.cash->received.fen()}, {"change", receipt.cash->change.fen()}};
    if (receipt.refund)
        json["refund"] = QJsonObject{{"number", receipt.refund->number},
                                     {"amount", receipt.refund->amount.fen()},
                                     {"reason", receipt.refund->reason},
                                     {"at", Json::fromTime(receipt.refund->at)}};
    if (receipt.reprint)
        json["reprint"] = QJsonObject{{"count", receipt.reprint->count}, {"at", Json::fromTime(receipt.reprint->at)}};
    return json;
}

Result<Receipt> ReceiptJson::to(const QJsonObject &json)
{
    const auto total = Json::toMoney(json["total"]);
    const auto tender = tenderFrom(json["tender"].toString());
    const auto payerTotal = optionally<Money>(json["payer_total"], Json::toMoney);
    const auto cash = optionally<ReceiptCash>(json["cash"], toCash);
    const auto refund = optionally<ReceiptRefund>(json["refund"], toRefund);
    const auto reprint = optionally<ReceiptReprint>(json["reprint"], toReprint);
    if (!total || !tender || !payerTotal || !json["training"].isBool())
        return wrongMember("total, tender, payer_total or training");
    if (!cash || !refund || !reprint)
        return wrongMember("cash, refund or reprint");
    Receipt receipt{.shop = json["shop"].toString(),
                    .address = json["address"].toString(),
                    .footer = json["footer"].toString(),
                    .till = json["till"].toString(),
                    .cashier = json["cashier"].toString(),
                    .orderNumber = json["order"].toString(),
                    .pickupNo = json["pickup_no"].toString(),
                    .at = Json::toTime(json["at"]),
                    .total = *total,
                    .tender = *tender,
                    .tenderName = json["tender_name"].toString(),
                    .payerTotal = *payerTotal,
                    .cash = *cash,
                    .refund = *refund,
                    .reprint = *reprint,
                    .training = json["training"].toBool()};
    if (const auto bill = takeBill(json["bill"].toObject(), receipt); !bill)
        return bill.error();
    if (const auto sound = receipt.check(); !sound)
        return sound.error();
    return receipt;
}
