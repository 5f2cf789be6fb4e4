// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/WatchMessage.h"

#include "server/domain/Json.h"

std::variant<WatchMessage, WatchMessage::Fault> WatchMessage::read(const QString &text)
{
    const auto json = Json::parseObject(text.toUtf8());
    if (!json)
        return Fault{{}, QStringLiteral("not a JSON object")};
    const QString named = (*json)["outTradeNo"].toString();
    const auto key = WatchKey::parse(named);
    if (!key)
        return Fault{named.left(maxNamedLength), key.error().message};
    WatchMessage message{.key = *key};
    const QString action = (*json)["action"].toString();
    if (action == QLatin1String("remove")) {
        message.action = Action::Remove;
        return message;
    }
    if (action != QLatin1String("create"))
        return Fault{key->text(), QStringLiteral("unknown action")};
    message.token = (*json)["token"].toString();
    if (const auto value = (*json)["after"]; !value.isUndefined() && !value.isNull()) {
        message.after = value.toInteger(-1);
        if (*message.after < 0)
            return Fault{key->text(), QStringLiteral("after must be a sequence number")};
    }
    return message;
}
