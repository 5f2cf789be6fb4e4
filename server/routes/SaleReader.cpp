// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/SaleReader.h"

#include "server/domain/BillJson.h"
#include "server/domain/Json.h"

#include <QJsonArray>
#include <algorithm>

namespace {

constexpr qsizetype longestTenderName = 16;

Error wrongSale(const QString &why)
{
    return {ErrorCode::InvalidInput, why};
}

/// A member that is misspelt must not be a discount that nobody took off.
Result<void> knowsAllOf(const QJsonValue &value, const QStringList &known, const QString &where)
{
    if (!value.isObject())
        return wrongSale(where + QLatin1String(" must be an object"));
    const auto members = value.toObject().keys();
    for (const auto &member : members) {
        if (!known.contains(member))
            return wrongSale(where + QLatin1String(": unknown member; known are ") + known.join(QLatin1String(", ")));
    }
    return {};
}

Result<void> knowsAllOf(const QJsonArray &parts, qsizetype most, const QStringList &known, const QString &what)
{
    for (qsizetype i = 0; i < parts.size() && i < most; ++i) {
        if (const auto fine = knowsAllOf(parts[i], known, QStringLiteral("bill %1 %2").arg(what).arg(i + 1)); !fine)
            return fine;
    }
    return {};
}

Result<void> readBill(const QJsonValue &value, NewOrder &order)
{
    if (value.isUndefined())
        return {};
    static const QStringList ofBill{"lines", "discounts"}, ofLine{"name", "price", "quantity", "goods"},
        ofDiscount{"kind", "rate", "amount"};
    const auto bill = value.toObject();
    if (const auto fine = knowsAllOf(value, ofBill, QStringLiteral("bill")); !fine)
        return fine;
    if (const auto fine = knowsAllOf(bill["lines"].toArray(), Bill::mostLines, ofLine, QStringLiteral("line")); !fine)
        return fine;
    if (const auto fine =
            knowsAllOf(bill["discounts"].toArray(), Bill::mostDiscounts, ofDiscount, QStringLiteral("discount"));
        !fine)
        return fine;
    auto read = Json::toBill(bill);
    if (!read)
        return read.error();
    order.bill = *std::move(read);
    return {};
}

Result<void> readTender(const QJsonObject &body, NewOrder &order)
{
    if (const auto tender = body["tender"]; !tender.isUndefined()) {
        const auto read = tenderFrom(tender.toString());
        if (!read)
            return wrongSale(QStringLiteral("tender must be wechatpay, cash or other"));
        order.tender = *read;
    }
    if (const auto received = body["received"]; !received.isUndefined()) {
        const auto money = Json::toMoney(received);
        if (!money)
            return wrongSale(QStringLiteral("received must be a whole number of fen, the amount or more"));
        order.cashReceived = *money;
    }
    if (const auto name = body["tender_name"]; !name.isUndefined()) {
        order.tenderName = name.toString();
        if (order.tenderName.trimmed().isEmpty() || order.tenderName.size() > longestTenderName
            || !isPlainText(order.tenderName))
            return wrongSale(QStringLiteral("tender_name must be 1 to 16 plain characters"));
    }
    return {};
}

} // namespace

bool isPlainText(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return !c.isSurrogate() && c.category() != QChar::Other_Control; });
}

Result<void> readSale(const QJsonObject &body, NewOrder &order)
{
    const auto pickup = body["pickup"];
    if (!pickup.isUndefined() && !pickup.isBool())
        return wrongSale(QStringLiteral("pickup must be true or false"));
    order.wantsPickupNo = pickup.toBool();
    if (const auto read = readBill(body["bill"], order); !read)
        return read;
    return readTender(body, order);
}
