// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"

#include "server/domain/BillJson.h"

#include <QJsonDocument>
#include <chrono>

namespace {

constexpr qint64 year9999Ms = 253'370'764'800'000;

/// As Qt::ISODateWithMs writes it; QDateTime takes ten times as long, and every push has three times in it.
QLatin1String chinaTime(std::chrono::milliseconds sinceEpoch)
{
    using namespace std::chrono;
    thread_local char text[] = "0000-00-00T00:00:00.000+08:00";
    const auto put = [](char *end, unsigned number, int digits) {
        for (; digits > 0; --digits, number /= 10)
            *--end = char('0' + number % 10);
    };
    const sys_time<milliseconds> there{sinceEpoch + hours(8)};
    const auto midnight = floor<days>(there);
    const year_month_day date(midnight);
    const hh_mm_ss time(there - midnight);
    put(text + 4, unsigned(int(date.year())), 4);
    put(text + 7, unsigned(date.month()), 2);
    put(text + 10, unsigned(date.day()), 2);
    put(text + 13, unsigned(time.hours().count()), 2);
    put(text + 16, unsigned(time.minutes().count()), 2);
    put(text + 19, unsigned(time.seconds().count()), 2);
    put(text + 23, unsigned(time.subseconds().count()), 3);
    return QLatin1String(text, sizeof text - 1);
}

QString timeText(const QDateTime &time)
{
    const qint64 ms = time.toMSecsSinceEpoch();
    return ms >= 0 && ms < year9999Ms ? QString(chinaTime(std::chrono::milliseconds(ms)))
                                      : time.toOffsetFromUtc(8 * 3600).toString(Qt::ISODateWithMs);
}

/// An order's members, once for both ways in which they are wanted: as a QJsonObject and as a JsonText.
template <class Object> class OrderMembers
{
public:
    static Object of(const Order &order)
    {
        Object json;
        json.insert(QLatin1String("out_trade_no"), order.outTradeNo.text());
        json.insert(QLatin1String("sale"), order.sale);
        putText(json, "pickup_no", order.pickupNo);
        json.insert(QLatin1String("tender"), toText(order.tender));
        putText(json, "tender_name", order.tenderName);
        putCash(json, order);
        json.insert(QLatin1String("description"), order.description);
        json.insert(QLatin1String("amount"), amount(order));
        json.insert(QLatin1String("trade_state"), toText(order.state));
        json.insert(QLatin1String("closing"), order.closing);
        putText(json, "code_url", order.codeUrl);
        putText(json, "transaction_id", order.transactionId);
        putText(json, "payer_openid", order.payerOpenid);
        putText(json, "terminal", order.terminal);
        putText(json, "operator", order.operatorId);
        putText(json, "confirmed_by", order.confirmedBy ? toText(*order.confirmedBy) : QString());
        putTime(json, "created_at", order.createdAt);
        putTime(json, "expires_at", order.expiresAt);
        putTime(json, "success_time", order.successTime);
        json.insert(QLatin1String("refunded"), order.refunded.fen());
        putCase(json, order);
        json.insert(QLatin1String("training"), order.training);
        json.insert(QLatin1String("seq"), order.seq);
        return json;
    }

private:
    static void putText(Object &json, const char *name, const QString &text)
    {
        if (text.isEmpty())
            json.insert(QLatin1String(name), QJsonValue::Null);
        else
            json.insert(QLatin1String(name), text);
    }
    static void putTime(Object &json, const char *name, const QDateTime &time)
    {
        putText(json, name, time.isValid() ? timeText(time) : QString());
    }
    static void putMoney(Object &json, const char *name, const std::optional<Money> &money)
    {
        if (money)
            json.insert(QLatin1String(name), money->fen());
        else
            json.insert(QLatin1String(name), QJsonValue::Null);
    }
    static Object amount(const Order &order)
    {
        Object json;
        json.insert(QLatin1String("total"), order.total.fen());
        putMoney(json, "payer_total", order.payerTotal);
        json.insert(QLatin1String("discount"), order.discount().fen());
        putMoney(json, "received", order.received);
        json.insert(QLatin1String("currency"), QStringLiteral("CNY"));
        return json;
    }
    static void putCash(Object &json, const Order &order)
    {
        if (!order.cashReceived)
            return void(json.insert(QLatin1String("cash"), QJsonValue::Null));
        Object cash;
        cash.insert(QLatin1String("received"), order.cashReceived->fen());
        cash.insert(QLatin1String("change"), order.change().fen());
        json.insert(QLatin1String("cash"), cash);
    }
    static void putCase(Object &json, const Order &order)
    {
        if (!order.openCase)
            return void(json.insert(QLatin1String("case"), QJsonValue::Null));
        Object open;
        open.insert(QLatin1String("kind"), toText(*order.openCase));
        open.insert(QLatin1String("amount"), order.caseAmount.fen());
        json.insert(QLatin1String("case"), open);
    }
};

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
    return time.isValid() ? QJsonValue(timeText(time)) : QJsonValue(QJsonValue::Null);
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
    return OrderMembers<QJsonObject>::of(order);
}

JsonText Json::textOfOrder(const Order &order)
{
    return OrderMembers<JsonText>::of(order);
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
