// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "server/push/WatchMessage.h"
#include "tests/fuzz/Fuzz.h"

#include <QJsonDocument>

namespace {

/// From a client: an action on a key, or a fault that can be told.
void toTheServer(const QByteArray &bytes)
{
    const auto read = WatchMessage::read(QString::fromUtf8(bytes));
    if (const auto *fault = std::get_if<WatchMessage::Fault>(&read)) {
        Fuzz::require(!fault->why.isEmpty() && fault->key.size() <= WatchMessage::maxNamedLength,
                      "a fault has a reason and a short name");
        return;
    }
    const auto &message = std::get<WatchMessage>(read);
    Fuzz::require(message.after.value_or(0) >= 0, "sequences begin at nothing");
    QJsonObject json{{"outTradeNo", message.key.text()}};
    json["action"] = message.action == WatchMessage::Action::Create ? "create" : "remove";
    json["token"] = message.token;
    if (message.after)
        json["after"] = *message.after;
    const auto again = WatchMessage::read(QString::fromUtf8(QJsonDocument(json).toJson()));
    const auto *same = std::get_if<WatchMessage>(&again);
    Fuzz::require(same && same->action == message.action && same->key == message.key && same->token == message.token
                      && same->after == message.after,
                  "a message reads the same again");
}

/// From the server: what a till makes of it, written again, is the same.
void toTheTill(const QByteArray &bytes)
{
    const auto json = Json::parseObject(bytes);
    if (!json)
        return;
    if (const auto order = Json::toOrder(*json)) {
        const QJsonObject written = Json::fromOrder(*order);
        const auto again = Json::toOrder(written);
        Fuzz::require(again && Json::fromOrder(*again) == written, "an order reads the same again");
    }
    if (const auto event = Json::toEvent(*json)) {
        const QJsonObject written = Json::fromEvent(*event);
        const auto again = Json::toEvent(written);
        Fuzz::require(again && Json::fromEvent(*again) == written, "an event reads the same again");
    }
}

} // namespace

/// Messages of the WebSocket, in either direction.
void fuzzOne(Fuzz::Input input)
{
    const QByteArray bytes = input.rest();
    toTheServer(bytes);
    toTheTill(bytes);
}
