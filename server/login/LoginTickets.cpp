// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/LoginTickets.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"

#include <algorithm>
#include <numeric>

namespace {

constexpr int keyCharacters = 34; // 170 bits, and longer than any order's number
constexpr int secretBytes = 32;
constexpr int choiceCount = 3;

Error over()
{
    return {ErrorCode::Conflict, QStringLiteral("the ticket is over")};
}

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("no such ticket")};
}

Error otherPhone()
{
    return {ErrorCode::Forbidden, QStringLiteral("another phone has scanned it")};
}

/// Different ones, 10 to 99; the first is the right one.
QList<int> drawNumbers(Random &random)
{
    QByteArray steps(90, '\0');
    std::iota(steps.begin(), steps.end(), char(0));
    QList<int> numbers;
    while (numbers.size() < choiceCount) {
        const int number = 10 + random.text(1, steps)[0];
        if (!numbers.contains(number))
            numbers.append(number);
    }
    return numbers;
}

} // namespace

LoginTickets::LoginTickets(Clock &clock, Random &random) : m_clock(clock), m_random(random) {}

Result<LoginTicket> LoginTickets::create(const QString &shop, const QString &till)
{
    if (shop.size() > maxTextLength || till.size() > maxTextLength)
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("shop and till must have at most %1 characters").arg(maxTextLength)};
    if (m_entries.size() >= maxTickets)
        return Error{ErrorCode::Busy, QStringLiteral("too many tickets")};
    const auto now = m_clock.now();
    auto numbers = drawNumbers(m_random);
    LoginTicket ticket{
        .key = QString::fromLatin1(m_random.base32(keyCharacters)),
        .pollSecret =
            m_random.bytes(secretBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
        .number = numbers.first(),
        .choices = {},
        .shop = shop,
        .till = till,
        .createdAt = now,
        .expiresAt = now.addSecs(life.count())};
    std::sort(numbers.begin(), numbers.end());
    ticket.choices = numbers;
    const std::chrono::milliseconds lifeMs = life;
    m_entries.insert(ticket.key, {.ticket = ticket, .endsAtMs = m_clock.steadyMs() + lifeMs.count()});
    m_clock.callAfter(life, this, [this, key = ticket.key] { expire(key); });
    return ticket;
}

bool LoginTickets::isElapsed(const Entry &entry) const
{
    // By either clock: a wall clock that was set back must not make a ticket live longer.
    return !entry.ticket.isOver() && (m_clock.steadyMs() >= entry.endsAtMs || m_clock.now() >= entry.ticket.expiresAt);
}

Result<LoginTicket> LoginTickets::find(const QString &key) const
{
    const auto found = m_entries.constFind(key);
    if (found == m_entries.cend())
        return notFound();
    LoginTicket ticket = found->ticket;
    if (isElapsed(*found))
        ticket.state = TicketState::Expired;
    return ticket;
}

template <class Change> Result<LoginTicket> LoginTickets::alter(const QString &key, Change change)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return notFound();
    if (found->ticket.isOver() || isElapsed(*found))
        return over();
    const TicketState before = found->ticket.state;
    const Result<bool> altered = change(found->ticket);
    if (!altered)
        return altered.error();
    // Copied before it is told: who hears of it may ask for more.
    const LoginTicket ticket = found->ticket;
    if (ticket.isOver() && before != ticket.state)
        forgetLater(key);
    if (*altered)
        emit changed(key);
    return ticket;
}

Result<LoginTicket> LoginTickets::scan(const QString &key, const PhoneId &phone, const std::optional<Person> &person)
{
    return alter(key, [&](LoginTicket &ticket) -> Result<bool> {
        if (ticket.state == TicketState::Scanned)
            return ticket.phone == phone ? Result<bool>(false) : otherPhone();
        ticket.state = TicketState::Scanned;
        ticket.phone = phone;
        ticket.person = person;
        return true;
    });
}

Result<LoginTicket> LoginTickets::bind(const QString &key, const Person &person)
{
    return alter(key, [&](LoginTicket &ticket) -> Result<bool> {
        if (ticket.state != TicketState::Scanned)
            return Error{ErrorCode::Conflict, QStringLiteral("no phone has scanned it")};
        ticket.person = person;
        return true;
    });
}

Result<LoginTicket> LoginTickets::confirm(const QString &key, const PhoneId &phone, int number)
{
    return alter(key, [&](LoginTicket &ticket) -> Result<bool> {
        if (ticket.state != TicketState::Scanned || ticket.phone != phone)
            return otherPhone();
        if (!ticket.person)
            return Error{ErrorCode::Forbidden, QStringLiteral("the phone is bound to nobody")};
        ticket.wrongNumber = number != ticket.number;
        ticket.state = ticket.wrongNumber ? TicketState::Cancelled : TicketState::Confirmed;
        return true;
    });
}

Result<LoginTicket> LoginTickets::cancel(const QString &key, const PhoneId &phone)
{
    return alter(key, [&](LoginTicket &ticket) -> Result<bool> {
        if (ticket.state != TicketState::Scanned || ticket.phone != phone)
            return otherPhone();
        ticket.state = TicketState::Cancelled;
        return true;
    });
}

bool LoginTickets::redeem(const QString &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->ticket.state != TicketState::Confirmed)
        return false;
    return !std::exchange(found->redeemed, true);
}

void LoginTickets::giveBack(const QString &key)
{
    const auto found = m_entries.find(key);
    if (found != m_entries.end())
        found->redeemed = false;
}

void LoginTickets::expire(const QString &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->ticket.isOver())
        return;
    found->ticket.state = TicketState::Expired;
    forgetLater(key);
    emit changed(key);
}

void LoginTickets::forgetLater(const QString &key)
{
    m_clock.callAfter(rememberedFor, this, [this, key] { m_entries.remove(key); });
}
