// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/AccountBooks.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"

namespace {

constexpr char letters[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";

} // namespace

QString AccountBooks::newToken()
{
    const qint64 now = m_clock.nowMs();
    if (!m_tokens.empty())
        m_tokens.front().goodUntilMs =
            std::min<qint64>(m_tokens.front().goodUntilMs, now + std::chrono::milliseconds(oldTokenLife).count());
    const QString text = QString::fromLatin1(m_random.text(136, QByteArrayView(letters)));
    m_tokens.push_front({text, now + std::chrono::milliseconds(tokenLife).count()});
    if (qsizetype(m_tokens.size()) > maxTokens)
        m_tokens.pop_back();
    return text;
}

AccountBooks::TokenState AccountBooks::stateOf(const QString &token) const
{
    for (const auto &known : m_tokens) {
        if (known.text == token)
            return m_clock.nowMs() < known.goodUntilMs ? TokenState::Good : TokenState::Expired;
    }
    return TokenState::Unknown;
}

const AccountBooks::Ticket &AccountBooks::newTicket(const QString &scene, std::optional<std::chrono::seconds> life)
{
    Ticket made{.ticket = QLatin1String("gQ") + QString::fromLatin1(m_random.text(94, QByteArrayView(letters))),
                .url = QLatin1String("http://weixin.qq.com/q/02")
                       + QString::fromLatin1(m_random.text(22, QByteArrayView(letters))),
                .scene = scene,
                .expiresAt = {}};
    if (life)
        made.expiresAt = m_clock.now().addSecs(life->count());
    m_tickets.push_front(std::move(made));
    if (qsizetype(m_tickets.size()) > maxTickets)
        m_tickets.pop_back();
    return m_tickets.front();
}

const AccountBooks::Ticket *AccountBooks::find(const QString &ticketUrlOrScene) const
{
    for (const auto &known : m_tickets) {
        if (known.ticket == ticketUrlOrScene || known.url == ticketUrlOrScene || known.scene == ticketUrlOrScene)
            return &known;
    }
    return nullptr;
}

bool AccountBooks::isOver(const Ticket &ticket) const
{
    return ticket.expiresAt.isValid() && m_clock.now() >= ticket.expiresAt;
}

QString AccountBooks::newOpenid()
{
    return QLatin1Char('o') + QString::fromLatin1(m_random.text(27, QByteArrayView(letters)));
}

void AccountBooks::noteContact(const QString &openid)
{
    if (m_contacts.size() >= maxContacts && !m_contacts.contains(openid))
        m_contacts.removeIf([this](auto contact) { return !mayWriteTo(contact.key()); });
    if (m_contacts.size() < maxContacts || m_contacts.contains(openid))
        m_contacts.insert(openid, m_clock.nowMs());
}

bool AccountBooks::mayWriteTo(const QString &openid) const
{
    const auto contact = m_contacts.constFind(openid);
    return contact != m_contacts.cend() && m_clock.nowMs() - *contact < std::chrono::milliseconds(mayWriteFor).count();
}

void AccountBooks::write(const QString &openid, const QString &text)
{
    m_messages.push_back({m_clock.now(), openid, text});
    if (qsizetype(m_messages.size()) > maxMessages)
        m_messages.pop_front();
}
