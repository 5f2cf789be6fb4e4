// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/AccountControls.h"

#include "server/domain/Clock.h"
#include "server/domain/Json.h"
#include "server/simulator/AccountBooks.h"
#include "server/simulator/AccountEventSender.h"
#include "server/simulator/ControlGuard.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace {

using ControlGuard::refused;

/// Which QR is meant; empty unless exactly one name of it is given.
QString meantBy(const QJsonObject &body)
{
    QString meant;
    int names = 0;
    for (const char *member : {"url", "ticket", "scene"}) {
        if (!body.contains(QLatin1String(member)))
            continue;
        meant = body[QLatin1String(member)].toString();
        ++names;
    }
    return names == 1 ? meant : QString();
}

} // namespace

HttpReply AccountControls::scan(const HttpRequest &request)
{
    static const QRegularExpression openidForm(QStringLiteral("\\A[0-9A-Za-z_-]{1,64}\\z"));
    if (const auto refusal = ControlGuard::outsider(request))
        return *refusal;
    const auto body = Json::parseObject(request.body);
    if (!body)
        return refused(400, "PARAM_ERROR", body.error().message);
    const QString meant = meantBy(*body);
    const QJsonValue follower = body->value(QLatin1String("follower"));
    const QString openid = body->contains(QLatin1String("openid")) ? (*body)["openid"].toString() : m_books.newOpenid();
    if (meant.isEmpty() || !openidForm.match(openid).hasMatch() || !(follower.isUndefined() || follower.isBool()))
        return refused(400, "PARAM_ERROR", QStringLiteral("one of url, ticket or scene; openid; follower"));
    const auto *ticket = m_books.find(meant);
    if (!ticket)
        return refused(404, "TICKET_NOT_EXIST", QStringLiteral("no such parametric QR"));
    if (m_books.isOver(*ticket))
        return refused(409, "TICKET_EXPIRED", QStringLiteral("the parametric QR has expired"));

    const bool follows = follower.toBool(true);
    const AccountEvent event{.openid = openid,
                             .event = follows ? QStringLiteral("SCAN") : QStringLiteral("subscribe"),
                             .key = follows ? ticket->scene : QStringLiteral("qrscene_") + ticket->scene,
                             .ticket = ticket->ticket,
                             .createTime = m_clock.nowMs() / 1000};
    m_books.noteContact(openid); // before the event: its answer may be a message
    if (const auto sent = m_events.announce(event); !sent) {
        const bool busy = sent.error().code == ErrorCode::Busy;
        return refused(busy ? 503 : 409, busy ? "BUSY" : "NO_EVENTS_ADDRESS", sent.error().message);
    }
    return HttpReply::json(
        200, {{"openid", openid}, {"event", event.event}, {"scene", ticket->scene}, {"ticket", ticket->ticket}});
}

HttpReply AccountControls::messages(const HttpRequest &request) const
{
    if (const auto refusal = ControlGuard::outsider(request))
        return *refusal;
    QJsonArray list;
    for (const auto &[at, openid, text] : m_books.messages())
        list.append(QJsonObject{{"at", Json::fromTime(at)}, {"openid", openid}, {"text", text}});
    return HttpReply::json(200, {{"messages", list}});
}
