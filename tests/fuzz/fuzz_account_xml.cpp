// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/OfficialAccountEvent.h"
#include "tests/fuzz/Fuzz.h"

#include <QXmlStreamWriter>

namespace {

QByteArray written(const OfficialAccountEvent &event)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartElement(QStringLiteral("xml"));
    writer.writeTextElement(QStringLiteral("FromUserName"), event.fromOpenid);
    writer.writeTextElement(QStringLiteral("CreateTime"), QString::number(event.createTime));
    writer.writeTextElement(QStringLiteral("MsgType"), QStringLiteral("event"));
    writer.writeTextElement(QStringLiteral("Event"), event.event);
    const QString prefix = event.event == QLatin1String("subscribe") ? QStringLiteral("qrscene_") : QString();
    writer.writeTextElement(QStringLiteral("EventKey"), event.scene.isEmpty() ? QString() : prefix + event.scene);
    writer.writeTextElement(QStringLiteral("Ticket"), event.ticket);
    writer.writeEndElement();
    return xml;
}

} // namespace

/// What is posted to the Official Account's address.
void fuzzOne(Fuzz::Input input)
{
    const auto read = OfficialAccountEvent::read(input.rest());
    if (!read)
        return Fuzz::require(read.error().code == ErrorCode::InvalidInput, "a bad message is the sender's fault");
    if (!*read)
        return;
    const OfficialAccountEvent &event = **read;
    Fuzz::require(!event.fromOpenid.isEmpty() && event.fromOpenid.size() <= 64, "somebody did it");
    Fuzz::require(event.scene.size() <= OfficialAccountEvent::maxSceneLength, "a scene has its length");
    Fuzz::require(event.createTime >= 0, "a time is none before the epoch");
    const auto again = OfficialAccountEvent::read(written(event));
    Fuzz::require(again && *again && (*again)->fromOpenid == event.fromOpenid && (*again)->event == event.event
                      && (*again)->createTime == event.createTime,
                  "an event reads the same again");
}
