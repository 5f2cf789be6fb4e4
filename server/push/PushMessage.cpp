// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/PushMessage.h"

#include "server/domain/Json.h"

namespace {

QJsonObject ofEvent(const WatchKey &key, const Push &push, qint64 nowMs)
{
    const EventType type = push.event->type;
    const bool paid = type == EventType::Success;
    return {{"result", paid ? 1 : 0},
            {"info", paid ? QStringLiteral("ok") : toText(type).toLower()},
            {"now", nowMs},
            {"outTradeNo", key.text()},
            {"event", toText(type)},
            {"seq", push.event->seq},
            {"order", Json::fromOrder(*push.order)}};
}

} // namespace

QJsonObject PushMessage::of(const WatchKey &key, const Push &push, qint64 nowMs)
{
    switch (push.kind) {
    case Push::Kind::Snapshot:
        return {{"event", QStringLiteral("SNAPSHOT")},
                {"seq", push.order->seq},
                {"outTradeNo", key.text()},
                {"order", Json::fromOrder(*push.order)}};
    case Push::Kind::Nudge:
        return {{"result", 1}, {"info", QStringLiteral("ok")}, {"now", nowMs}, {"outTradeNo", key.text()}};
    case Push::Kind::Event:
        return ofEvent(key, push, nowMs);
    case Push::Kind::Failed:
        break;
    }
    // What went wrong inside is not told outside.
    return refusal(key.text(), QStringLiteral("what has happened cannot be read now; ask again"));
}

QJsonObject PushMessage::refusal(const QString &key, const QString &why)
{
    return {{"result", 0}, {"info", why}, {"outTradeNo", key}};
}
