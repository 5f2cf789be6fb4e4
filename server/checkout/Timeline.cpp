// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/Timeline.h"

#include "server/domain/Json.h"

#include <QJsonArray>

namespace {

struct Row
{
    qint64 atMs = 0;
    int rank = 0; ///< among those of one millisecond
    QJsonObject json;
};

/// What says that an event has been told comes after it, even within its millisecond.
int rankOf(const OrderMark &mark)
{
    static const QStringList after{"notify_committed", "notify_answered", "order_answered", "pushed", "push_heard"};
    return after.contains(mark.what) ? 2 : 0;
}

Row rowOf(const OrderMark &mark)
{
    QJsonObject json = mark.detail.toJson();
    json["source"] = mark.source;
    json["what"] = mark.what;
    return {mark.at.toMSecsSinceEpoch(), rankOf(mark), json};
}

Row rowOf(const OrderEvent &event, const Order &order)
{
    static const QStringList shown{"kind",          "amount", "expected", "transaction_id",
                                   "out_refund_no", "status", "case",     "decision"};
    QJsonObject json;
    for (const QString &member : shown) {
        if (event.detail.contains(member))
            json[member] = event.detail[member];
    }
    json["source"] = event.source;
    json["what"] = toText(event.type).toLower();
    json["seq"] = event.seq;
    if (event.type == EventType::Success)
        json["success_time"] = Json::fromTime(order.successTime);
    return {event.at.toMSecsSinceEpoch(), 1, json};
}

} // namespace

QJsonObject Timeline::of(const OrderHistory &history, const QList<OrderMark> &marks)
{
    QList<Row> rows;
    for (const OrderMark &mark : marks)
        rows.append(rowOf(mark));
    for (const OrderEvent &event : history.events)
        rows.append(rowOf(event, history.order));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return std::pair(a.atMs, a.rank) < std::pair(b.atMs, b.rank); });
    QJsonArray json;
    for (Row &row : rows) {
        row.json["at"] = Json::fromTime(QDateTime::fromMSecsSinceEpoch(row.atMs, Qt::UTC));
        row.json["ms"] = row.atMs - rows.first().atMs;
        json.append(row.json);
    }
    return {{"out_trade_no", history.order.outTradeNo.text()}, {"marks", json}};
}
