// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/AccountEventSender.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/net/HttpTransport.h"
#include "server/simulator/NotifySender.h"
#include "server/simulator/SimulatorKeys.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QXmlStreamWriter>

namespace {

bool isAccepted(const Result<HttpAnswer> &answer)
{
    if (!answer || answer->status != 200)
        return false;
    const QByteArray body = answer->body.trimmed();
    return body.isEmpty() || body == "success";
}

} // namespace

AccountEventSender::AccountEventSender(const SimulatorKeys &keys, Clock &clock, const Clock &realClock, Random &random,
                                       HttpTransport &transport, const Settings &settings, QObject *parent)
    : QObject(parent), m_keys(keys), m_clock(clock), m_realClock(realClock), m_random(random), m_transport(transport),
      m_settings(settings)
{
}

Result<void> AccountEventSender::announce(const AccountEvent &event)
{
    if (m_settings.url.isEmpty()
        || (!m_settings.foreignAddresses && !NotifySender::isThisMachine(QUrl(m_settings.url))))
        return Error{ErrorCode::Conflict, QStringLiteral("no events address on this machine")};
    if (m_waiting.size() >= maxWaiting)
        return Error{ErrorCode::Busy, QStringLiteral("too many events wait for their answers")};
    const Key key = ++m_lastKey;
    m_waiting.insert(key, {xmlOf(event), event.openid, 0});
    deliver(key);
    return {};
}

void AccountEventSender::deliver(Key key)
{
    auto &waiting = m_waiting[key];
    ++waiting.attempts;
    m_clock.callAfter(answerWithin, this, [this, key] { repeat(key); });
    m_transport.send(callFor(waiting)).then(this, [this, key](const Result<HttpAnswer> &answer) {
        if (isAccepted(answer))
            m_waiting.remove(key);
    });
}

void AccountEventSender::repeat(Key key)
{
    const auto waiting = m_waiting.constFind(key);
    if (waiting == m_waiting.cend())
        return;
    if (waiting->attempts < deliveries)
        deliver(key);
    else
        m_waiting.remove(key);
}

HttpCall AccountEventSender::callFor(const Waiting &waiting) const
{
    const QByteArray timestamp = QByteArray::number(m_realClock.nowMs() / 1000);
    const QByteArray nonce = m_random.text(10, "0123456789");
    QByteArrayList parts{m_keys.accountToken(), timestamp, nonce};
    std::sort(parts.begin(), parts.end());
    const QByteArray signature = QCryptographicHash::hash(parts.join(), QCryptographicHash::Sha1).toHex();
    const QByteArray query = "?signature=" + signature + "&timestamp=" + timestamp + "&nonce=" + nonce
                             + "&openid=" + waiting.openid.toUtf8().toPercentEncoding();
    return {.method = "POST",
            .url = QUrl::fromEncoded(QUrl(m_settings.url).toEncoded() + query),
            .headers = {{"Content-Type", "text/xml"}, {"User-Agent", "Mozilla/4.0"}, {"Accept", "*/*"}},
            .body = waiting.body,
            .timeout = answerWithin};
}

QByteArray AccountEventSender::xmlOf(const AccountEvent &event)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    const auto field = [&writer](const char *name, const QString &text) {
        writer.writeStartElement(QLatin1String(name));
        writer.writeCDATA(text);
        writer.writeEndElement();
    };
    writer.writeStartElement(QStringLiteral("xml"));
    field("ToUserName", QStringLiteral("gh_scantill0001"));
    field("FromUserName", event.openid);
    writer.writeTextElement(QStringLiteral("CreateTime"), QString::number(event.createTime));
    field("MsgType", QStringLiteral("event"));
    field("Event", event.event);
    field("EventKey", event.key);
    field("Ticket", event.ticket);
    writer.writeEndElement();
    return xml;
}
