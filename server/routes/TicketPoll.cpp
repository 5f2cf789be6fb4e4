// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/TicketPoll.h"

#include "server/crypto/ConstantTime.h"
#include "server/domain/Clock.h"
#include "server/login/PhoneSignIn.h"
#include "server/push/LongPoll.h"
#include "server/routes/BearerToken.h"
#include "server/routes/Replies.h"
#include "server/routes/TicketReplies.h"

namespace {

constexpr int maxTimeoutS = 60;

HttpReply nothingNew()
{
    return {204, {}, {}};
}

} // namespace

TicketPoll::TicketPoll(LoginTickets &tickets, PhoneSignIn &phones, Watchers &watchers, LongPoll &longPoll, Clock &clock)
    : m_tickets(tickets), m_phones(phones), m_watchers(watchers), m_longPoll(longPoll), m_clock(clock)
{
    connect(&tickets, &LoginTickets::changed, this, &TicketPoll::ticketChanged);
}

void TicketPoll::ticketChanged(const QString &key)
{
    const auto ticket = m_tickets.find(key);
    if (!ticket || ticket->isOver())
        m_newest.remove(key);
    m_watchers.nudge(*WatchKey::parse(key));
}

Result<TicketPoll::Asking> TicketPoll::read(const HttpRequest &request)
{
    Asking asking{.key = request.captures.first(), .connection = request.connection, .peer = request.peer};
    if (request.query.hasQueryItem("after")) {
        const auto state = ticketStateFrom(request.query.queryItemValue("after"));
        if (!state)
            return wrongInput("after must be a state of a ticket");
        asking.after = *state;
    }
    if (request.query.hasQueryItem("timeout")) {
        bool isNumber = false;
        const int seconds = request.query.queryItemValue("timeout").toInt(&isNumber);
        if (!isNumber || seconds < 1 || seconds > maxTimeoutS)
            return wrongInput("timeout must be 1 to 60 seconds");
        asking.timeout = std::chrono::seconds(seconds);
    }
    return asking;
}

QFuture<HttpReply> TicketPoll::answer(const HttpRequest &request)
{
    const auto ticket = m_tickets.find(request.captures.first());
    if (!ticket)
        return ready(TicketReplies::refused(ticket.error()));
    const auto secret = bearerToken(request);
    if (!secret || !equalInConstantTime(ticket->pollSecret, secret->toLatin1()))
        return ready(Replies::error({ErrorCode::Unauthorized, {}}));
    auto read = TicketPoll::read(request);
    if (!read)
        return ready(Replies::error(read.error()));
    Asking asking = *std::move(read);
    const std::chrono::milliseconds timeout = asking.timeout;
    asking.untilMs = m_clock.steadyMs() + timeout.count();
    if (asking.after && !ticket->isOver()) {
        if (const auto before = m_newest.value(asking.key))
            *before = true;
        m_newest.insert(asking.key, asking.isOld);
        m_watchers.nudge(*WatchKey::parse(asking.key)); // who waited before is to see that
    }
    return next(asking);
}

QFuture<HttpReply> TicketPoll::next(const Asking &asking)
{
    const auto ticket = m_tickets.find(asking.key);
    if (!ticket)
        return ready(TicketReplies::refused(ticket.error()));
    if (*asking.isOld)
        return ready(nothingNew());
    // What is over changes no more, so there is nothing to wait for.
    if (!asking.after || ticket->state != *asking.after || ticket->isOver())
        return tell(*ticket);
    const std::chrono::milliseconds left(asking.untilMs - m_clock.steadyMs());
    if (left.count() <= 0)
        return ready(nothingNew());
    return m_longPoll.wait(*WatchKey::parse(asking.key), std::nullopt, left, {asking.connection, asking.peer})
        .then(this,
              [this, asking](const Result<std::optional<Push>> &push) {
                  if (!push)
                      return ready(Replies::error(push.error()));
                  return *push ? next(asking) : ready(nothingNew());
              })
        .unwrap();
}

QFuture<HttpReply> TicketPoll::tell(const LoginTicket &ticket)
{
    const auto json = TicketReplies::json(ticket);
    if (ticket.state != TicketState::Confirmed)
        return ready(HttpReply::json(200, json));
    return m_phones.redeem(ticket.key).then(this, [json](const Result<std::optional<SignedIn>> &redeemed) {
        if (!redeemed)
            return TicketReplies::refused(redeemed.error());
        QJsonObject answer = json;
        if (*redeemed)
            answer["session_token"] = QString::fromLatin1((*redeemed)->token);
        return HttpReply::json(200, answer);
    });
}
