// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/LoginApi.h"

#include "server/domain/PersonJson.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace {

using Answer = ServerHttp::Answer;
using Desk = LoginDesk;

constexpr int longestBlockS = 24 * 3600;

/// It was done, and we cannot read how: that is not a failure.
/// Travels in a header: what does not fit there is none.
QByteArray tokenOf(const QJsonValue &value)
{
    const QByteArray token = value.toString().toUtf8();
    const bool plain = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
    return plain && token.size() <= 512 ? token : QByteArray();
}

Result<Desk::People> peopleOf(const Result<Answer> &answer)
{
    if (!answer)
        return answer.error();
    if (answer->status != 200)
        return answer->error();
    const QJsonObject json = answer->json();
    const QJsonArray rows = json["people"].toArray();
    if (!json["people"].isArray() || rows.size() > LoginApi::mostPeople)
        return ServerHttp::unreadable();
    Desk::People people{.people = {}, .practicePin = json["practice_pin"].toString().left(6)};
    for (const auto &row : rows) {
        const auto person = Json::toPerson(row.toObject());
        if (!person)
            return ServerHttp::unreadable();
        if (person->active)
            people.people.append(*person);
    }
    return people;
}

Result<Desk::PinAnswer> pinAnswerOf(const Result<Answer> &answer)
{
    using Kind = Desk::PinAnswer::Kind;
    if (!answer)
        return answer.error();
    const QJsonObject json = answer->json();
    if (answer->status == 200) {
        const auto person = Json::toPerson(json["person"].toObject());
        const QByteArray token = tokenOf(json["session_token"]);
        if (!person || token.isEmpty())
            return ServerHttp::unreadable();
        return Desk::PinAnswer{.kind = Kind::SignedIn, .session = {token, *person}};
    }
    const QString code = json["code"].toString();
    const bool wrong = answer->status == 401 && code == QLatin1String("PIN_WRONG");
    const bool blocked = answer->status == 429 && code == QLatin1String("PIN_BLOCKED");
    if (blocked || (wrong && json.contains(QLatin1String("retry_after_s")))) // the last wrong one blocks
        return Desk::PinAnswer{.kind = Kind::Blocked,
                               .retryAfterS = std::clamp(json["retry_after_s"].toInt(30), 1, longestBlockS)};
    if (wrong)
        return Desk::PinAnswer{.kind = Kind::Wrong, .triesLeft = json["tries_left"].toInt(-1)};
    return answer->error();
}

Result<Desk::Ticket> ticketOf(const Result<Answer> &answer)
{
    if (!answer)
        return answer.error();
    if (answer->status != 201)
        return answer->error();
    const QJsonObject json = answer->json();
    const Desk::Ticket ticket{json["key"].toString(), json["qr"].toString(), tokenOf(json["poll_secret"]),
                              json["number"].toInt()};
    const bool numbered = ticket.number >= 10 && ticket.number <= 99;
    if (ticket.key.isEmpty() || ticket.key.size() > 64 || ticket.qr.isEmpty() || ticket.pollSecret.isEmpty()
        || !numbered)
        return ServerHttp::unreadable();
    return ticket;
}

Result<Desk::TicketNews> newsOf(const QJsonObject &json)
{
    const auto state = ticketStateFrom(json["state"].toString());
    if (!state)
        return ServerHttp::unreadable();
    Desk::TicketNews news{.state = *state, .person = {}, .sessionToken = tokenOf(json["session_token"])};
    if (const auto person = Json::toPerson(json["person"].toObject()))
        news.person = *person;
    return news;
}

QString ticketPath(const Desk::Ticket &ticket, const QString &action = {})
{
    return QStringLiteral("/api/v1/login/tickets/") + ServerHttp::encoded(ticket.key) + action;
}

} // namespace

LoginApi::LoginApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent)
    : LoginDesk(parent), m_http(server, terminalToken)
{
}

// The context of each .then is the application: Qt 6.4 asserts that it lives when the answer comes, and we may not.

QFuture<Result<LoginDesk::People>> LoginApi::people()
{
    return m_http.send({.method = "GET", .path = QStringLiteral("/api/v1/people")}).then(qApp, &peopleOf);
}

QFuture<Result<LoginDesk::PinAnswer>> LoginApi::signIn(const QString &person, const QString &pin)
{
    return m_http
        .send(
            {.method = "POST", .path = QStringLiteral("/api/v1/login/pin"), .body = {{"person", person}, {"pin", pin}}})
        .then(qApp, &pinAnswerOf);
}

void LoginApi::signOut(const QByteArray &session)
{
    (void)m_http.send(
        {.method = "POST", .path = QStringLiteral("/api/v1/login/sign-out"), .body = {}, .session = session});
}

QFuture<Result<LoginDesk::Ticket>> LoginApi::openTicket(const QString &shop, const QString &till)
{
    return m_http
        .send({.method = "POST",
               .path = QStringLiteral("/api/v1/login/tickets"),
               .body = {{"shop", shop.left(40)}, {"till", till.left(40)}}})
        .then(qApp, &ticketOf);
}

QFuture<Result<std::optional<LoginDesk::TicketNews>>> LoginApi::news(const Ticket &ticket, TicketState after)
{
    using News = std::optional<TicketNews>;
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("after"), toText(after));
    query.addQueryItem(QStringLiteral("timeout"), QString::number(pollSeconds));
    return m_http
        .send({.method = "GET",
               .path = ticketPath(ticket),
               .query = query,
               .bearer = ticket.pollSecret,
               .timeoutMs = pollTimeoutMs,
               .name = ticket.key})
        .then(qApp, [](const Result<Answer> &answer) -> Result<News> {
            if (!answer)
                return answer.error();
            if (answer->status == 204)
                return News();
            if (answer->status != 200)
                return answer->error();
            const auto news = newsOf(answer->json());
            return news ? Result<News>(News(*news)) : Result<News>(news.error());
        });
}

QFuture<Result<LoginDesk::TicketNews>> LoginApi::bind(const Ticket &ticket, const QString &person,
                                                      const QByteArray &manager)
{
    return m_http
        .send({.method = "POST",
               .path = ticketPath(ticket, QStringLiteral("/bind")),
               .body = {{"person", person}},
               .session = manager})
        .then(qApp, [](const Result<Answer> &answer) -> Result<TicketNews> {
            if (!answer)
                return answer.error();
            return answer->status == 200 ? newsOf(answer->json()) : Result<TicketNews>(answer->error());
        });
}
