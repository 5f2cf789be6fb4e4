// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/PhoneSignIn.h"

#include "server/domain/Clock.h"
#include "server/store/PhoneStore.h"

namespace {

constexpr qsizetype maxOpenid = 64;

} // namespace

PhoneSignIn::PhoneSignIn(LoginTickets &tickets, PhoneStore &phones, SessionStore &store, Sessions &sessions,
                         Clock &clock)
    : m_tickets(tickets), m_phones(phones), m_store(store), m_sessions(sessions), m_clock(clock)
{
}

QFuture<Result<LoginTicket>> PhoneSignIn::scanned(const QString &key, const PhoneId &phone)
{
    if (const auto ticket = m_tickets.find(key); !ticket)
        return ready(ticket);
    return m_phones.holderOf(phone).then(
        this, [this, key, phone](const Result<std::optional<Person>> &holder) -> Result<LoginTicket> {
            if (!holder)
                return holder.error();
            return m_tickets.scan(key, phone, *holder);
        });
}

QFuture<Result<LoginTicket>> PhoneSignIn::scannedByWeChat(const QString &scene, const QString &openid)
{
    if (openid.isEmpty() || openid.size() > maxOpenid)
        return ready(Result<LoginTicket>(Error{ErrorCode::InvalidInput, QStringLiteral("no openid")}));
    return scanned(scene, {PhoneId::Kind::WeChat, openid});
}

QFuture<Result<LoginTicket>> PhoneSignIn::bind(const QString &key, const QString &person, const Operator &by)
{
    const auto ticket = m_tickets.find(key);
    if (!ticket)
        return ready(ticket);
    if (ticket->state != TicketState::Scanned)
        return ready(Result<LoginTicket>(Error{ErrorCode::Conflict, QStringLiteral("no phone to bind")}));
    return m_phones.bind(*ticket->phone, person, by, m_clock.now())
        .then(this, [this, key](const Result<Person> &bound) -> Result<LoginTicket> {
            if (bound)
                return m_tickets.bind(key, *bound);
            if (bound.error().code == ErrorCode::NotFound)
                return Error{ErrorCode::InvalidInput, QStringLiteral("no such person")};
            return bound.error();
        });
}

QFuture<Result<std::optional<SignedIn>>> PhoneSignIn::redeem(const QString &key)
{
    using Redeemed = Result<std::optional<SignedIn>>;
    const auto ticket = m_tickets.find(key);
    if (!ticket)
        return ready(Redeemed(ticket.error()));
    if (!m_tickets.redeem(key))
        return ready(Redeemed(std::nullopt));
    const auto fresh = m_sessions.fresh();
    return m_store.openByPhone(*ticket->phone, ticket->person->id, fresh.row)
        .then(this, [this, key, token = fresh.token](const Result<OpenSession> &opened) -> Redeemed {
            if (opened)
                return std::optional(SignedIn{token, *opened});
            m_tickets.giveBack(key);
            if (opened.error().code == ErrorCode::NotFound)
                return Error{ErrorCode::Forbidden, QStringLiteral("the phone is nobody's any more")};
            return opened.error();
        });
}
