// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayFrames.h"

#include "server/crypto/Base64.h"
#include "server/domain/Json.h"
#include "server/relay/RelayAccess.h"
#include "server/relay/RelayedHeaders.h"

#include <QJsonDocument>

namespace {

constexpr qint64 maxSeq = 1LL << 53; // JSON's whole numbers
constexpr qsizetype maxStreamLength = 64;
constexpr qsizetype maxDigestLength = 64;
constexpr qsizetype maxTokenLength = 128;

QString frame(const char *kind, const QJsonObject &content)
{
    const QJsonObject object{{QLatin1String(kind), content}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject fromPosition(const RelayPosition &position)
{
    return {{"stream", position.stream}, {"after", position.after}, {"digest", QString::fromLatin1(position.digest)}};
}

std::optional<RelayPosition> toPosition(const QJsonObject &json)
{
    const RelayPosition position{json["stream"].toString(), json["after"].toInteger(-1),
                                 json["digest"].toString().toLatin1()};
    const bool fits = position.after >= 0 && position.after <= maxSeq && position.stream.size() <= maxStreamLength
                      && position.digest.size() <= maxDigestLength;
    return fits ? std::optional(position) : std::nullopt;
}

std::variant<RelayFrames::Unknown, RelayFrames::Hello, RelayFrames::Ack> toHello(const QJsonObject &json)
{
    const auto position = toPosition(json);
    const QString shop = json["shop"].toString();
    const QByteArray token = json["token"].toString().toLatin1();
    if (!position || !RelayAccess::isShopName(shop) || token.isEmpty() || token.size() > maxTokenLength)
        return RelayFrames::Unknown{};
    return RelayFrames::Hello{shop, token, *position};
}

std::variant<RelayFrames::Unknown, RelayFrames::Welcome, RelayedNotification> toWelcome(const QJsonObject &json)
{
    const auto position = toPosition(json);
    const qint64 last = json["last"].toInteger(-1);
    if (!position || position->stream.isEmpty() || last < position->after || last > maxSeq)
        return RelayFrames::Unknown{};
    return RelayFrames::Welcome{*position, last};
}

std::variant<RelayFrames::Unknown, RelayFrames::Welcome, RelayedNotification> toNotification(const QJsonObject &json)
{
    HttpHeaders headers;
    const QJsonObject fields = json["headers"].toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        headers.add(field.key().toUtf8(), field.value().toString().toUtf8());
    const auto body = strictBase64(json["body"].toString().toLatin1());
    if (!body)
        return RelayFrames::Unknown{};
    auto notification = RelayedHeaders::read(headers, *body);
    const qint64 seq = json["seq"].toInteger(0);
    if (!notification || seq < 1 || seq > maxSeq)
        return RelayFrames::Unknown{};
    RelayedNotification read = *std::move(notification);
    read.seq = seq;
    read.receivedAt = Json::toTime(json["received_at"]);
    return read;
}

} // namespace

QString RelayFrames::text(const Hello &hello)
{
    QJsonObject content = fromPosition(hello.position);
    content["shop"] = hello.shop;
    content["token"] = QString::fromLatin1(hello.token);
    return frame("hello", content);
}

QString RelayFrames::text(const Ack &ack)
{
    return frame("ack", {{"seq", ack.seq}});
}

QString RelayFrames::text(const Welcome &welcome)
{
    QJsonObject content = fromPosition(welcome.position);
    content["last"] = welcome.last;
    return frame("welcome", content);
}

QString RelayFrames::text(const RelayedNotification &notification)
{
    QJsonObject headers;
    const HttpHeaders kept = RelayedHeaders::of(notification);
    for (const auto &[name, value] : kept.fields())
        headers[QString::fromLatin1(name)] = QString::fromLatin1(value);
    return frame("notification", {{"seq", notification.seq},
                                  {"received_at", Json::fromTime(notification.receivedAt)},
                                  {"headers", headers},
                                  {"body", QString::fromLatin1(notification.body.toBase64())}});
}

std::variant<RelayFrames::Unknown, RelayFrames::Hello, RelayFrames::Ack> RelayFrames::fromShop(const QString &text)
{
    const auto json = Json::parseObject(text.toUtf8());
    if (!json || json->size() != 1)
        return Unknown{};
    if (const auto hello = (*json)["hello"]; hello.isObject())
        return toHello(hello.toObject());
    const qint64 seq = (*json)["ack"].toObject()["seq"].toInteger(0);
    if (seq < 1)
        return Unknown{};
    return Ack{seq};
}

std::variant<RelayFrames::Unknown, RelayFrames::Welcome, RelayedNotification>
RelayFrames::fromRelay(const QString &text)
{
    const auto json = Json::parseObject(text.toUtf8());
    if (!json || json->size() != 1)
        return Unknown{};
    if (const auto welcome = (*json)["welcome"]; welcome.isObject())
        return toWelcome(welcome.toObject());
    return toNotification((*json)["notification"].toObject());
}
