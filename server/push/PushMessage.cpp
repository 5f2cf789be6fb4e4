// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/PushMessage.h"

#include "server/domain/Json.h"

namespace {

JsonText ofEvent(const WatchKey &key, const Push &push, qint64 nowMs)
{
    const EventType type = push.event->type;
    const bool paid = type == EventType::Success;
    JsonText json;
    json.insert(QLatin1String("result"), paid ? 1 : 0);
    json.insert(QLatin1String("info"), paid ? QStringLiteral("ok") : toText(type).toLower());
    json.insert(QLatin1String("now"), nowMs);
    json.insert(QLatin1String("outTradeNo"), key.text());
    json.insert(QLatin1String("event"), toText(type));
    json.insert(QLatin1String("seq"), push.event->seq);
    json.insert(QLatin1String("order"), Json::textOfOrder(*push.order));
    return json;
}

JsonText snapshot(const WatchKey &key, const Order &order)
{
    JsonText json;
    json.insert(QLatin1String("event"), QStringLiteral("SNAPSHOT"));
    json.insert(QLatin1String("seq"), order.seq);
    json.insert(QLatin1String("outTradeNo"), key.text());
    json.insert(QLatin1String("order"), Json::textOfOrder(order));
    return json;
}

JsonText nudge(const WatchKey &key, qint64 nowMs)
{
    JsonText json;
    json.insert(QLatin1String("result"), 1);
    json.insert(QLatin1String("info"), QStringLiteral("ok"));
    json.insert(QLatin1String("now"), nowMs);
    json.insert(QLatin1String("outTradeNo"), key.text());
    return json;
}

} // namespace

QByteArray PushMessage::of(const WatchKey &key, const Push &push, qint64 nowMs)
{
    switch (push.kind) {
    case Push::Kind::Snapshot:
        return snapshot(key, *push.order).text();
    case Push::Kind::Nudge:
        return nudge(key, nowMs).text();
    case Push::Kind::Event:
        return ofEvent(key, push, nowMs).text();
    case Push::Kind::Failed:
        break;
    }
    // What went wrong inside is not told outside.
    return refusal(key.text(), QStringLiteral("what has happened cannot be read now; ask again"));
}

QByteArray PushMessage::refusal(const QString &key, const QString &why)
{
    JsonText json;
    json.insert(QLatin1String("result"), 0);
    json.insert(QLatin1String("info"), why);
    json.insert(QLatin1String("outTradeNo"), key);
    return json.text();
}
