// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"

#include "server/domain/BillJson.h"

#include <QJsonDocument>

namespace {

QJsonValue cashOf(const Order &order)
{
    if (!order.cashReceived)
        return QJsonValue(QJsonValue::Null);
    return QJsonObject{{"received", order.cashReceived->fen()}, {"change", order.change().fen()}};
}

Result<void> readCase(const QJsonValue &json, Order &order)
{
    if (!json.isObject())
        return {};
    const auto kind = caseKindFrom(json["kind"].toString());
    const auto money = Json::toMoney(json["amount"]);
    if (!kind || !money)
        return Json::missing("case");
    order.openCase = *kind;
    order.caseAmount = *money;
    return {};
}

/// What was sold, and the cash for it.
Result<void> readSale(const QJsonObject &json, Order &order)
{
    if (json["cash"].isObject()) {
        const auto received = Json::toMoney(json["cash"]["received"]);
        if (!received || *received < order.total)
            return Json::missing("cash");
        order.cashReceived = *received;
    }
    if (json["bill"].isObject()) {
        const auto bill = Json::toBill(json["bill"].toObject());
        if (!bill || bill->total() != order.total)
            return Json::missing("bill");
        order.bill = *bill;
    }
    return {};
}

} // namespace

QJsonValue Json::fromTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toOffsetFromUtc(8 * 3600).toString(Qt::ISODateWithMs))
                          : QJsonValue(QJsonValue::Null);
}

QDateTime Json::toTime(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QJsonValue Json::fromText(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

Result<Money> Json::toMoney(const QJsonValue &value)
{
    const qint64 fen = value.toInteger(-1); // the default stands for text, fractions and what does not fit
    if (fen < 0)
        return Error{ErrorCode::InvalidInput, QStringLiteral("an amount must be a whole number of fen")};
    return Money::fromFen(fen);
}

Result<QJsonObject> Json::parseObject(const QByteArray &bytes)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return Error{ErrorCode::InvalidInput, QStringLiteral("the body is not a JSON object")};
    return document.object();
}

QJsonObject Json::fromOrder(const Order &order)
{
    const QJsonValue null(QJsonValue::Null);
    return {
        {"out_trade_no", order.outTradeNo.text()},
        {"sale", order.sale},
        {"pickup_no", fromText(order.pickupNo)},
        {"tender", toText(order.tender)},
        {"tender_name", fromText(order.tenderName)},
        {"cash", cashOf(order)},
        {"description", order.description},
        {"amount", QJsonObject{{"total", order.total.fen()},
                               {"payer_total", order.payerTotal ? QJsonValue(order.payerTotal->fen()) : null},
                               {"discount", order.discount().fen()},
                               {"received", order.received ? QJsonValue(order.received->fen()) : null},
                               {"currency", QStringLiteral("CNY")}}},
        {"trade_state", toText(order.state)},
        {"closing", order.closing},
        {"code_url", fromText(order.codeUrl)},
        {"transaction_id", fromText(order.transactionId)},
        {"payer_openid", fromText(order.payerOpenid)},
        {"terminal", fromText(order.terminal)},
        {"operator", fromText(order.operatorId)},
        {"confirmed_by", order.confirmedBy ? QJsonValue(toText(*order.confirmedBy)) : null},
        {"created_at", fromTime(order.createdAt)},
        {"expires_at", fromTime(order.expiresAt)},
        {"success_time", fromTime(order.successTime)},
        {"refunded", order.refunded.fen()},
        {"case", order.openCase
                     ? QJsonValue(QJsonObject{{"kind", toText(*order.openCase)}, {"amount", order.caseAmount.fen()}})
                     : null},
        {"training", order.training},
        {"seq", order.seq},
    };
}

QJsonObject Json::fromWholeOrder(const Order &order)
{
    QJsonObject json = fromOrder(order);
    json["bill"] = order.bill ? QJsonValue(fromBill(*order.bill)) : QJsonValue(QJsonValue::Null);
    return json;
}

Result<Order> Json::toOrder(const QJsonObject &json)
{
    const auto number = OutTradeNo::parse(json["out_trade_no"].toString());
    if (!number)
        return number.error();
    const QJsonObject amount = json["amount"].toObject();
    const auto total = toMoney(amount["total"]);
    if (!total || amount["currency"].toString() != QLatin1String("CNY"))
        return Json::missing("amount");
    const auto state = tradeStateFrom(json["trade_state"].toString());
    if (!state)
        return Json::missing("trade_state");
    const auto tender = tenderFrom(json["tender"].toString());
    if (!tender)
        return Json::missing("tender");
    const auto refunded = toMoney(json["refunded"]);
    if (!refunded)
        return Json::missing("refunded");

    Order order{.shopId = {},
                .outTradeNo = *number,
                .sale = json["sale"].toString(),
                .pickupNo = json["pickup_no"].toString(),
                .tender = *tender,
                .tenderName = json["tender_name"].toString(),
                .description = json["description"].toString(),
                .total = *total,
                .state = *state,
                .closing = json["closing"].toBool(),
                .codeUrl = json["code_url"].toString(),
                .transactionId = json["transaction_id"].toString(),
                .payerOpenid = json["payer_openid"].toString(),
                .terminal = json["terminal"].toString(),
                .operatorId = json["operator"].toString(),
                .createdAt = toTime(json["created_at"]),
                .expiresAt = toTime(json["expires_at"]),
                .successTime = toTime(json["success_time"]),
                .refunded = *refunded,
                .training = json["training"].toBool(true),
                .seq = json["seq"].toInteger()};
    if (!amount["payer_total"].isNull() && !amount["payer_total"].isUndefined()) {
        const auto payerTotal = toMoney(amount["payer_total"]);
        if (!payerTotal)
            return Json::missing("amount.payer_total");
        order.payerTotal = *payerTotal;
    }
    if (const auto witness = witnessFrom(json["confirmed_by"].toString()))
        order.confirmedBy = *witness;
    if (amount["received"].isDouble()) {
        const auto received = toMoney(amount["received"]);
        if (!received)
            return Json::missing("amount.received");
        order.received = *received;
    }
    if (const auto read = readCase(json["case"], order); !read)
        return read.error();
    if (const auto read = readSale(json, order); !read)
        return read.error();
    return order;
}

QJsonObject Json::fromEvent(const OrderEvent &event)
{
    QJsonObject json = event.detail;
    json["seq"] = event.seq;
    json["at"] = fromTime(event.at);
    json["type"] = toText(event.type);
    json["source"] = event.source;
    json["operator"] = fromText(event.operatorId);
    return json;
}

Result<OrderEvent> Json::toEvent(const QJsonObject &json)
{
    const auto type = eventTypeFrom(json["type"].toString());
    if (!type || json["seq"].toInteger() < 1)
        return Json::missing("type or seq");
    OrderEvent event{.seq = json["seq"].toInteger(),
                     .at = toTime(json["at"]),
                     .type = *type,
                     .source = json["source"].toString(),
                     .operatorId = json["operator"].toString(),
                     .detail = json};
    for (const auto *member : {"seq", "at", "type", "source", "operator"})
        event.detail.remove(QLatin1String(member));
    return event;
}

Error Json::missing(const char *member)
{
    return {ErrorCode::InvalidInput, QStringLiteral("missing or wrong: %1").arg(QLatin1String(member))};
}
