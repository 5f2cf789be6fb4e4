// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/BillJson.h"
#include "server/domain/Json.h"
#include "server/routes/MarkReader.h"
#include "server/routes/NewOrderReader.h"
#include "server/routes/PersonReader.h"
#include "server/routes/RefundReader.h"
#include "server/routes/ScanRequest.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QJsonDocument>

namespace {

const VirtualClock &theClock()
{
    static const VirtualClock clock;
    return clock;
}

QJsonObject written(const NewOrder &order)
{
    QJsonObject json{{"amount", order.total.fen()},         {"description", order.description},
                     {"out_trade_no", order.number.text()}, {"sale", order.sale},
                     {"pickup", order.wantsPickupNo},       {"tender", toText(order.tender)}};
    if (order.bill)
        json["bill"] = Json::fromBill(*order.bill);
    if (order.cashReceived)
        json["received"] = order.cashReceived->fen();
    if (!order.tenderName.isEmpty())
        json["tender_name"] = order.tenderName;
    return json;
}

/// What is read, written as a request again, reads the same.
void order(const QByteArray &body)
{
    static SeededRandom random;
    HttpRequest request;
    request.body = body;
    const auto first = readNewOrder(request, {QStringLiteral("t"), QStringLiteral("o")}, theClock(), random);
    if (!first)
        return Fuzz::require(first.error().code == ErrorCode::InvalidInput, "a bad order is the asker's fault");
    Fuzz::require(first->total.fen() >= 1 && first->total.fen() <= Money::maxFen, "an order is for an amount");
    Fuzz::require(!first->description.isEmpty() && first->description.size() <= 127, "a description has its length");
    Fuzz::require(!first->bill || first->bill->total() == first->total, "a bill comes to the amount");
    Fuzz::require(!first->cashReceived || *first->cashReceived >= first->total, "cash covers the amount");
    request.body = QJsonDocument(written(*first)).toJson();
    const auto again = readNewOrder(request, {QStringLiteral("t"), QStringLiteral("o")}, theClock(), random);
    Fuzz::require(again && again->number == first->number && again->total == first->total
                      && again->description == first->description && again->sale == first->sale
                      && again->bill == first->bill && again->wantsPickupNo == first->wantsPickupNo
                      && again->tender == first->tender && again->cashReceived == first->cashReceived
                      && again->tenderName == first->tenderName,
                  "an order reads the same again");
}

void filter(const QByteArray &query)
{
    const auto read = readOrderFilter(QUrlQuery(QString::fromUtf8(query)));
    if (!read)
        return Fuzz::require(read.error().code == ErrorCode::InvalidInput, "a bad filter is the asker's fault");
    Fuzz::require(read->limit >= 1 && read->limit <= 500, "a page has an end");
    Fuzz::require(read->tail.size() <= 64 && read->cursor.size() <= 128, "texts have their lengths");
}

void scan(Fuzz::Input input)
{
    HttpRequest request;
    request.captures = {QString::fromUtf8(input.line())};
    request.query = QUrlQuery(QString::fromUtf8(input.line()));
    if (const QByteArray token = input.rest(); !token.isEmpty())
        request.headers.add("Authorization", token);
    const auto read = ScanRequest::read(request);
    if (!read)
        return;
    Fuzz::require(read->timeout >= std::chrono::seconds(1) && read->timeout <= ScanRequest::longestWait,
                  "a wait has an end");
    Fuzz::require(read->after.value_or(0) >= 0, "sequences begin at nothing");
    Fuzz::require(!read->key.text().isEmpty() && read->key.text().size() <= 64, "a key has its length");
}

OutTradeNo theOrder()
{
    return *OutTradeNo::parse(QStringLiteral("T20260101080000_000001"));
}

void marks(const QJsonObject &json)
{
    const auto read = readMarks(json, theOrder(), theClock().now());
    Fuzz::require(!read || (!read->isEmpty() && read->size() <= 32), "there are 1 to 32 marks");
}

void refund(const QJsonObject &json)
{
    static SeededRandom random;
    const Operator who{.id = QStringLiteral("o")};
    const auto first = readNewRefund(json, theOrder(), who, theClock(), random);
    if (!first)
        return Fuzz::require(first.error().code == ErrorCode::InvalidInput, "a bad refund is the asker's fault");
    Fuzz::require(!first->amount.isZero() && first->amount.fen() <= Money::maxFen, "a refund is of an amount");
    Fuzz::require(!first->reason.isEmpty() && first->reason.toUtf8().size() <= Refund::maxReasonLength,
                  "a reason has its length");
    const QJsonObject written{
        {"amount", first->amount.fen()}, {"reason", first->reason}, {"out_refund_no", first->number.text()}};
    const auto again = readNewRefund(written, theOrder(), who, theClock(), random);
    Fuzz::require(again && again->number == first->number && again->amount == first->amount
                      && again->reason == first->reason,
                  "a refund reads the same again");
}

void person(const QJsonObject &json)
{
    const auto wish = readPersonWish(json, true);
    Fuzz::require(!wish || (wish->name && !wish->name->isEmpty() && wish->name->size() <= People::maxNameLength),
                  "a person has a name");
}

} // namespace

/// Bodies and queries of the orders API; the first byte says of which call.
void fuzzOne(Fuzz::Input input)
{
    const int call = input.byte() % 6;
    if (call == 0)
        return order(input.rest());
    if (call == 1)
        return filter(input.rest());
    if (call == 2)
        return scan(Fuzz::Input(input.rest()));
    const auto json = Json::parseObject(input.rest());
    if (!json)
        return;
    if (call == 3)
        marks(*json);
    else if (call == 4)
        refund(*json);
    else
        person(*json);
}
