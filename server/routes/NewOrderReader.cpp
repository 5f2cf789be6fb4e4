// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/NewOrderReader.h"

#include "server/domain/Json.h"
#include "server/routes/SaleReader.h"

Result<NewOrder> readNewOrder(const HttpRequest &request, const OrderPlace &place, const Clock &clock, Random &random)
{
    const auto json = Json::parseObject(request.body);
    if (!json)
        return json.error();
    static const QSet<QString> known{"amount", "description", "out_trade_no", "sale",       "bill",
                                     "pickup", "tender",      "received",     "tender_name"};
    for (const auto &member : json->keys()) {
        if (!known.contains(member))
            return wrongInput(
                "unknown member; known are amount, description, out_trade_no, sale, bill, pickup, tender, "
                "received, tender_name");
    }
    const auto total = Json::toMoney((*json)["amount"]);
    if (!total || total->isZero())
        return wrongInput("amount must be a whole number of fen, 1 or more");
    const auto description = (*json)["description"].toString();
    if (description.trimmed().isEmpty() || description.size() > 127 || !isPlainText(description))
        return wrongInput("description must be 1 to 127 plain characters");
    const auto sale = (*json)["sale"];
    if (!sale.isUndefined() && (!sale.isString() || sale.toString().size() > 64 || !isPlainText(sale.toString())))
        return wrongInput("sale must be at most 64 plain characters");

    auto number = OutTradeNo::make(clock, random);
    if (const auto named = (*json)["out_trade_no"]; !named.isUndefined()) {
        const auto parsed = OutTradeNo::parse(named.toString());
        if (!parsed)
            return parsed.error();
        number = *parsed;
    }
    NewOrder order{.number = number,
                   .total = *total,
                   .description = description,
                   .sale = sale.toString(),
                   .terminal = place.terminal,
                   .operatorId = place.operatorId};
    if (const auto read = readSale(*json, order); !read)
        return read.error();
    if (const auto fits = order.check(); !fits)
        return fits.error();
    return order;
}

Result<OrderFilter> readOrderFilter(const QUrlQuery &query)
{
    OrderFilter filter;
    const auto timeOf = [&query](const QString &name, QDateTime &time) {
        const auto text = query.queryItemValue(name, QUrl::FullyDecoded);
        time = QDateTime::fromString(text, Qt::ISODateWithMs);
        return text.isEmpty() || (time.isValid() && time.timeSpec() != Qt::LocalTime);
    };
    if (!timeOf("from", filter.from) || !timeOf("to", filter.to))
        return wrongInput("from and to must be RFC 3339 times with an offset");
    if (query.hasQueryItem("state")) {
        const auto state = tradeStateFrom(query.queryItemValue("state"));
        if (!state)
            return wrongInput("unknown state");
        filter.state = *state;
    }
    if (query.hasQueryItem("amount")) {
        bool isNumber = false;
        const auto amount = Money::fromFen(query.queryItemValue("amount").toLongLong(&isNumber));
        if (!isNumber || !amount)
            return wrongInput("amount must be a whole number of fen");
        filter.amount = *amount;
    }
    if (query.hasQueryItem("tender")) {
        const auto tender = tenderFrom(query.queryItemValue("tender"));
        if (!tender)
            return wrongInput("tender must be wechatpay, cash or other");
        filter.tender = *tender;
    }
    filter.openCase = query.hasQueryItem("case");
    if (filter.openCase && query.queryItemValue("case") != QLatin1String("open"))
        return wrongInput("case must be open");
    filter.tail = query.queryItemValue("q", QUrl::FullyDecoded);
    filter.cursor = query.queryItemValue("cursor", QUrl::FullyDecoded);
    if (filter.tail.size() > 64 || filter.cursor.size() > 128)
        return wrongInput("q or cursor is too long");
    if (query.hasQueryItem("limit")) {
        bool isNumber = false;
        filter.limit = query.queryItemValue("limit").toInt(&isNumber);
        if (!isNumber || filter.limit < 1 || filter.limit > 500)
            return wrongInput("limit must be 1 to 500");
    }
    return filter;
}
