// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/BillJson.h"

#include "server/domain/Json.h"

#include <QJsonArray>

namespace {

Error wrongEntry(const char *what, qsizetype index, const QString &why)
{
    return {ErrorCode::InvalidInput, QStringLiteral("bill %1 %2: %3").arg(QLatin1String(what)).arg(index + 1).arg(why)};
}

/// A whole number in an int, or one that is out of every range.
int wholeNumber(const QJsonValue &value)
{
    const qint64 number = value.toInteger(-1);
    return number >= 0 && number <= 1'000'000 ? int(number) : -1;
}

Result<Bill::Line> lineOf(const QJsonObject &json, qsizetype index)
{
    const auto price = Json::toMoney(json["price"]);
    if (!price)
        return wrongEntry("line", index, QStringLiteral("price must be a whole number of fen, 0 to 9999999"));
    const auto goods = json["goods"];
    if (!goods.isUndefined() && goods.toString().isEmpty())
        return wrongEntry("line", index, QStringLiteral("goods must be a code, or left out"));
    return Bill::Line{json["name"].toString(), *price, wholeNumber(json["quantity"]), goods.toString()};
}

Result<Bill::Discount> discountOf(const QJsonObject &json, qsizetype index)
{
    const auto kind = discountKindFrom(json["kind"].toString());
    if (!kind)
        return wrongEntry("discount", index, kind.error().message);
    const auto amount = Json::toMoney(json["amount"]);
    if (!amount)
        return wrongEntry("discount", index, QStringLiteral("amount must be a whole number of fen, 1 or more"));
    return Bill::Discount{*kind, *amount, json["rate"].isUndefined() ? 0 : wholeNumber(json["rate"])};
}

template <class Part> using Reader = Result<Part> (*)(const QJsonObject &, qsizetype);

/// No more of them are read than a bill may have, and one that is too many.
template <class Part> Result<QList<Part>> partsOf(const QJsonArray &array, qsizetype most, Reader<Part> read)
{
    QList<Part> parts;
    for (qsizetype i = 0; i < array.size() && i <= most; ++i) {
        auto part = read(array[i].toObject(), i);
        if (!part)
            return part.error();
        parts.append(*std::move(part));
    }
    return parts;
}

} // namespace

QJsonObject Json::fromBill(const Bill &bill)
{
    QJsonArray lines;
    for (const auto &line : bill.lines()) {
        QJsonObject json{{"name", line.name}, {"price", line.price.fen()}, {"quantity", line.quantity}};
        if (!line.goods.isEmpty())
            json["goods"] = line.goods;
        lines.append(json);
    }
    QJsonArray discounts;
    for (const auto &discount : bill.discounts()) {
        QJsonObject json{{"kind", toText(discount.kind)}, {"amount", discount.amount.fen()}};
        if (discount.kind == Bill::Discount::Kind::Rate)
            json["rate"] = discount.rate;
        discounts.append(json);
    }
    return {{"lines", lines}, {"discounts", discounts}};
}

Result<Bill> Json::toBill(const QJsonObject &json)
{
    const auto discounts = json["discounts"];
    if (!json["lines"].isArray() || !(discounts.isUndefined() || discounts.isArray()))
        return Error{ErrorCode::InvalidInput, QStringLiteral("bill: lines and discounts must be lists")};
    const auto lines = partsOf<Bill::Line>(json["lines"].toArray(), Bill::mostLines, &lineOf);
    if (!lines)
        return lines.error();
    const auto less = partsOf<Bill::Discount>(discounts.toArray(), Bill::mostDiscounts, &discountOf);
    if (!less)
        return less.error();
    return Bill::of(*lines, *less);
}
