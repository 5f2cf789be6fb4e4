// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/LoginPages.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/http/HttpListener.h"
#include "server/login/LoginSeals.h"
#include "server/login/PhoneSignIn.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace {

constexpr int deviceBytes = 32;
const QString style = QStringLiteral(":/web/phone/phone.css");

QString pattern(const char *name)
{
    return QStringLiteral(":/web/login/") + QLatin1String(name);
}

LoginPageTexts textsFor(const HttpRequest &request)
{
    return LoginPageTexts(pageLanguage(request.headers.value("Accept-Language")));
}

QByteArray deviceIn(const HttpRequest &request)
{
    static const QRegularExpression cookie(QStringLiteral("(?:^|;\\s*)scantill_phone=([0-9A-Za-z_-]{43})(?:;|$)"));
    return cookie.match(QString::fromLatin1(request.headers.value("Cookie").left(4096))).captured(1).toLatin1();
}

/// Of the cookie's secret nobody but the phone knows more than this.
PhoneId phoneOf(const QByteArray &device)
{
    return {PhoneId::Kind::Browser,
            QString::fromLatin1(QCryptographicHash::hash(device, QCryptographicHash::Sha256).toHex())};
}

QString viaQuery(const QByteArray &via)
{
    return via.isEmpty() ? QString() : QStringLiteral("?via=") + QString::fromLatin1(via);
}

} // namespace

LoginPages::LoginPages(LoginTickets &tickets, PhoneSignIn &signIn, const LoginSeals &seals, Clock &clock,
                       Random &random, bool training, bool secure)
    : m_tickets(tickets), m_signIn(signIn), m_seals(seals), m_clock(clock), m_random(random), m_training(training),
      m_secure(secure), m_scanPage(pattern("scan.html"), style, pattern("scan.js")),
      m_confirmPage(pattern("confirm.html"), style), m_strangerPage(pattern("stranger.html"), style),
      m_resultPage(pattern("result.html"), style)
{
}

void LoginPages::addTo(HttpListener &phone)
{
    phone.route("GET", "/m/login/<arg>", [this](const HttpRequest &request) { return ready(show(request)); });
    phone.route("POST", "/m/login/<arg>/scan", [this](const HttpRequest &request) { return scan(request); });
    phone.route("POST", "/m/login/<arg>/confirm", [this](const HttpRequest &request) { return confirm(request); });
    phone.route("POST", "/m/login/<arg>/cancel", [this](const HttpRequest &request) { return cancel(request); });
}

HttpReply LoginPages::show(const HttpRequest &request)
{
    const auto texts = textsFor(request);
    const auto ticket = m_tickets.find(request.captures.first());
    if (!ticket)
        return result(LoginResult::DeadCode, texts);
    const bool byLink = request.query.hasQueryItem("via");
    const auto known = visitor(request, *ticket);
    if (!known && byLink)
        return result(LoginResult::BadForm, texts);
    const auto who = known ? *known : newVisitor();
    HttpReply reply = page(*ticket, who, texts);
    if (!byLink) // also for a known phone: its year begins anew
        reply.headers.add("Set-Cookie", "scantill_phone=" + who.device
                                            + "; Path=/m; Max-Age=31536000; HttpOnly; SameSite=Strict"
                                            + (m_secure ? "; Secure" : ""));
    return reply;
}

std::optional<LoginPages::Visitor> LoginPages::visitor(const HttpRequest &request, const LoginTicket &ticket) const
{
    if (request.query.hasQueryItem("via")) {
        const auto via = request.query.queryItemValue("via").toLatin1();
        const bool byWeChat = ticket.phone && ticket.phone->kind == PhoneId::Kind::WeChat;
        if (!byWeChat || !m_seals.isVia(via, ticket.key, ticket.phone->subject))
            return std::nullopt;
        return Visitor{*ticket.phone, {}, via};
    }
    const auto device = deviceIn(request);
    return device.isEmpty() ? std::nullopt : std::optional(Visitor{phoneOf(device), device, {}});
}

LoginPages::Visitor LoginPages::newVisitor()
{
    const auto device =
        m_random.bytes(deviceBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return {phoneOf(device), device, {}};
}

QFuture<HttpReply> LoginPages::act(const HttpRequest &request, const Act &act)
{
    const auto texts = textsFor(request);
    const auto ticket = m_tickets.find(request.captures.first());
    if (!ticket)
        return ready(result(LoginResult::DeadCode, texts));
    const auto who = visitor(request, *ticket);
    const QUrlQuery form(QString::fromLatin1(request.body));
    if (!who || !m_seals.isCsrf(form.queryItemValue("csrf").toLatin1(), ticket->key, who->phone))
        return ready(result(LoginResult::BadForm, texts));
    return act(*who, form);
}

QFuture<HttpReply> LoginPages::scan(const HttpRequest &request)
{
    return act(request, [this, request](const Visitor &who, const QUrlQuery &) {
        return m_signIn.scanned(request.captures.first(), who.phone)
            .then(this, [this, request, who](const Result<LoginTicket> &ticket) { return led(request, who, ticket); })
            .unwrap();
    });
}

QFuture<HttpReply> LoginPages::confirm(const HttpRequest &request)
{
    return act(request, [this, request](const Visitor &who, const QUrlQuery &form) {
        bool isNumber = false;
        const int number = form.queryItemValue("number").toInt(&isNumber);
        if (!isNumber)
            return ready(result(LoginResult::BadForm, textsFor(request)));
        return led(request, who, m_tickets.confirm(request.captures.first(), who.phone, number));
    });
}

QFuture<HttpReply> LoginPages::cancel(const HttpRequest &request)
{
    return act(request, [this, request](const Visitor &who, const QUrlQuery &) {
        return led(request, who, m_tickets.cancel(request.captures.first(), who.phone));
    });
}

QFuture<HttpReply> LoginPages::led(const HttpRequest &request, const Visitor &visitor,
                                   const Result<LoginTicket> &ticket) const
{
    // What the ticket itself refused is seen on the page it leads back to.
    static const QList<ErrorCode> seen{ErrorCode::NotFound, ErrorCode::Forbidden, ErrorCode::Conflict};
    if (!ticket && !seen.contains(ticket.error().code))
        return ready(result(LoginResult::Trouble, textsFor(request)));
    HttpReply reply{303, {}, {}};
    reply.headers.set("Location", ("/m/login/" + request.captures.first() + viaQuery(visitor.via)).toLatin1());
    reply.headers.set("Cache-Control", "no-store");
    return ready(std::move(reply));
}

HttpReply LoginPages::page(const LoginTicket &ticket, const Visitor &visitor, const LoginPageTexts &texts) const
{
    if (ticket.state == TicketState::Created)
        return step(m_scanPage, ticket, visitor, texts);
    if (ticket.state == TicketState::Expired)
        return result(LoginResult::Expired, texts);
    if (ticket.phone != visitor.phone)
        return result(LoginResult::OtherPhone, texts);
    if (ticket.state == TicketState::Confirmed)
        return result(LoginResult::SignedIn, texts);
    if (ticket.state == TicketState::Cancelled)
        return result(ticket.wrongNumber ? LoginResult::WrongNumber : LoginResult::Cancelled, texts);
    return step(ticket.person ? m_confirmPage : m_strangerPage, ticket, visitor, texts);
}

HttpReply LoginPages::step(const HtmlPage &page, const LoginTicket &ticket, const Visitor &visitor,
                           const LoginPageTexts &texts) const
{
    return page.reply(200,
                      {{"lang", texts.lang()},
                       {"title", texts.title()},
                       {"place", texts.place(ticket)},
                       {"person_label", texts.personLabel()},
                       {"person", ticket.person ? ticket.person->name : QString()},
                       {"time_label", texts.timeLabel()},
                       {"time", texts.time(ticket.createdAt, m_clock.now())},
                       {"ask", texts.ask()},
                       {"hint", texts.hint()},
                       {"stranger", texts.stranger()},
                       {"continue_button", texts.goOn()},
                       {"cancel_button", ticket.person ? texts.notMe() : texts.cancel()},
                       {"key", ticket.key},
                       {"via", viaQuery(visitor.via)},
                       {"csrf", QString::fromLatin1(m_seals.csrf(ticket.key, visitor.phone))},
                       {"number_1", QString::number(ticket.choices.value(0))},
                       {"number_2", QString::number(ticket.choices.value(1))},
                       {"number_3", QString::number(ticket.choices.value(2))}},
                      {{"badge_row", badgeRow(texts)}});
}

HttpReply LoginPages::result(LoginResult result, const LoginPageTexts &texts) const
{
    const auto ending = texts.ending(result);
    return m_resultPage.reply(ending.status,
                              {{"lang", texts.lang()},
                               {"title", ending.title},
                               {"sentence", ending.sentence},
                               {"name", QString::fromLatin1(ending.name)},
                               {"sign", QString::fromUtf8(ending.sign)},
                               {"sign_class", QString::fromLatin1(ending.signClass)}},
                              {{"badge_row", badgeRow(texts)}});
}

QString LoginPages::badgeRow(const LoginPageTexts &texts) const
{
    if (!m_training)
        return {};
    return QStringLiteral("<p class=\"badge\" id=\"practice-badge\">%1</p>\n").arg(texts.badge());
}
