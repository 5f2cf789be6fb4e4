// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/OfficialAccountEvent.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <QXmlStreamReader>

namespace {

using Fields = QHash<QString, QString>;

constexpr qsizetype maxTicketLength = 256;
const QString newFollowersScene = QStringLiteral("qrscene_");

Error broken(const char *what)
{
    return {ErrorCode::InvalidInput, QStringLiteral("the pushed XML is refused: %1").arg(QLatin1String(what))};
}

bool isWhole(const QString &text, const char *pattern)
{
    return QRegularExpression(QStringLiteral("\\A(?:%1)\\z").arg(QLatin1String(pattern))).match(text).hasMatch();
}

/// The element the reader stands at, into the fields; false for one that is there twice.
bool takeField(QXmlStreamReader &reader, Fields &fields)
{
    static const QStringList known{"FromUserName", "CreateTime", "MsgType", "Event", "EventKey", "Ticket"};
    const QString name = reader.name().toString();
    if (!known.contains(name)) {
        reader.skipCurrentElement();
        return true;
    }
    if (fields.contains(name))
        return false;
    fields.insert(name, reader.readElementText()); // an element inside is an error of the reader
    return true;
}

Result<Fields> fieldsOf(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    Fields fields;
    bool inside = false;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        // WeChat sends neither; entities are how a few bytes become a gigabyte, or a file of ours.
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
            return broken("it has a DTD or an entity");
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (!std::exchange(inside, true)) {
            if (reader.name() != QLatin1String("xml"))
                return broken("its root is another");
        } else if (!takeField(reader, fields)) {
            return broken("a field is there twice");
        }
    }
    if (reader.hasError())
        return broken("it is not well-formed");
    return fields;
}

} // namespace

Result<std::optional<OfficialAccountEvent>> OfficialAccountEvent::read(const QByteArray &xml)
{
    if (xml.size() > maxBytes)
        return broken("it is too long");
    const auto fields = fieldsOf(xml);
    if (!fields)
        return fields.error();
    const QString created = fields->value(QStringLiteral("CreateTime"));
    OfficialAccountEvent read{.fromOpenid = fields->value(QStringLiteral("FromUserName")),
                              .event = fields->value(QStringLiteral("Event")),
                              .scene = {},
                              .createTime = created.toLongLong(),
                              .ticket = fields->value(QStringLiteral("Ticket"))};
    const QString type = fields->value(QStringLiteral("MsgType"));
    if (!isWhole(read.fromOpenid, "[0-9A-Za-z_-]{1,64}") || !isWhole(created, "[0-9]{1,15}") || type.isEmpty())
        return broken("a field is missing or wrong");
    if (type != QLatin1String("event"))
        return std::optional<OfficialAccountEvent>();
    if (!isWhole(read.event, "[0-9A-Za-z_]{1,64}") || read.ticket.size() > maxTicketLength)
        return broken("a field is missing or wrong");

    const QString key = fields->value(QStringLiteral("EventKey"));
    if (read.event == QLatin1String("SCAN"))
        read.scene = key;
    else if (read.event == QLatin1String("subscribe") && key.startsWith(newFollowersScene))
        read.scene = key.mid(newFollowersScene.size());
    const bool scanWithoutScene = read.event == QLatin1String("SCAN") && key.isEmpty();
    if (scanWithoutScene || read.scene.size() > maxSceneLength)
        return broken("its scene is missing or too long");
    return std::optional(std::move(read));
}
