// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selling/SaleBill.h"

#include "server/domain/Json.h"

#include <QJsonArray>

namespace {

constexpr const char *kinds[] = {"rate", "minus", "round"}; // in Discount::Kind's order

Error wrong(const char *what)
{
    return {ErrorCode::InvalidInput, QStringLiteral("bill: ") + QLatin1String(what)};
}

Result<SaleBill::Line> lineFrom(const QJsonObject &json)
{
    const auto price = Json::toMoney(json["price"]);
    const qint64 quantity = json["quantity"].toInteger();
    SaleBill::Line line{json["goods"].toString(), json["name"].toString(), {}, int(quantity)};
    if (!price || price->fen() > SaleBill::maxPriceFen)
        return wrong("price");
    if (quantity < 1 || quantity > SaleBill::maxQuantity)
        return wrong("quantity");
    if (line.name.isEmpty() || line.name.size() > 64 || line.goods.size() > 32)
        return wrong("name");
    line.price = *price;
    return line;
}

Result<SaleBill::Off> offFrom(const QJsonObject &json)
{
    const auto amount = Json::toMoney(json["amount"]);
    const auto kind = std::find(std::begin(kinds), std::end(kinds), json["kind"].toString());
    const qint64 rate = json["rate"].toInteger();
    const bool isRate = kind == std::begin(kinds);
    if (!amount || amount->isZero() || kind == std::end(kinds) || (isRate && (rate < 1 || rate > 99)))
        return wrong("discount");
    return SaleBill::Off{Discount::Kind(kind - std::begin(kinds)), isRate ? int(rate) : 0, *amount};
}

} // namespace

int SaleBill::pieces() const
{
    int pieces = 0;
    for (const Line &line : lines)
        pieces += line.quantity;
    return pieces;
}

Money SaleBill::saved() const
{
    qint64 fen = 0;
    for (const Off &off : discounts)
        fen += off.amount.fen();
    return Money::fromFen(fen) ? *Money::fromFen(fen) : Money();
}

Money SaleBill::total() const
{
    qint64 fen = -saved().fen();
    for (const Line &line : lines)
        fen += line.fen();
    const auto total = Money::fromFen(fen);
    return total ? *total : Money();
}

QJsonObject SaleBill::toJson() const
{
    QJsonArray sold;
    for (const Line &line : lines) {
        QJsonObject one{{"name", line.name}, {"price", line.price.fen()}, {"quantity", line.quantity}};
        if (!line.goods.isEmpty())
            one["goods"] = line.goods;
        sold.append(one);
    }
    QJsonArray off;
    for (const Off &each : discounts) {
        QJsonObject one{{"kind", QLatin1String(kinds[int(each.kind)])}, {"amount", each.amount.fen()}};
        if (each.kind == Discount::Kind::Rate)
            one["rate"] = each.rate;
        off.append(one);
    }
    return {{"lines", sold}, {"discounts", off}};
}

Result<SaleBill> SaleBill::fromJson(const QJsonObject &json)
{
    const QJsonArray sold = json["lines"].toArray();
    const QJsonArray off = json["discounts"].toArray();
    if (sold.isEmpty() || sold.size() > maxLines || off.size() > qsizetype(std::size(kinds)))
        return wrong("lines");
    SaleBill bill;
    for (const auto &each : sold) {
        const auto line = lineFrom(each.toObject());
        if (!line)
            return line.error();
        bill.lines.append(*line);
    }
    for (const auto &each : off) {
        const auto one = offFrom(each.toObject());
        if (!one)
            return one.error();
        bill.discounts.append(*one);
    }
    return bill;
}
