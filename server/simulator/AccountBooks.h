// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QStringList>
#include <chrono>
#include <deque>
#include <optional>

class Clock;
class Random;

/// What the twin's Official Account knows (reference 11.3): its access tokens, its parametric QRs, to whom it may
/// write, and what it wrote. In memory: after a restart no token is good any more, which a client must bear anyway.
class AccountBooks
{
public:
    static constexpr std::chrono::seconds tokenLife{7200};
    static constexpr std::chrono::seconds oldTokenLife{300}; ///< of the one before, once there is a newer
    static constexpr std::chrono::hours mayWriteFor{48}; ///< after somebody had to do with the account
    static constexpr qsizetype maxTokens = 16; ///< remembered, to tell an old one from a wrong one
    static constexpr qsizetype maxTickets = 10'000; ///< the oldest are forgotten
    static constexpr qsizetype maxContacts = 10'000; ///< further people are not noted
    static constexpr qsizetype maxMessages = 1'000; ///< the oldest are forgotten

    enum class TokenState { Good, Expired, Unknown };
    struct Ticket
    {
        QString ticket;
        QString url; ///< what its QR holds
        QString scene;
        QDateTime expiresAt; ///< not valid: never
    };
    struct Message
    {
        QDateTime at;
        QString openid;
        QString text;
    };

    /// clock: the simulator's. Both must outlive this.
    AccountBooks(const Clock &clock, Random &random) : m_clock(clock), m_random(random) {}

    QString newToken();
    TokenState stateOf(const QString &token) const;

    /// life: none for a permanent one.
    const Ticket &newTicket(const QString &scene, std::optional<std::chrono::seconds> life);
    /// The newest one with this ticket, url or scene; null for none.
    const Ticket *find(const QString &ticketUrlOrScene) const;
    bool isOver(const Ticket &ticket) const;

    QString newOpenid();
    void noteContact(const QString &openid);
    bool mayWriteTo(const QString &openid) const;
    void write(const QString &openid, const QString &text);
    const std::deque<Message> &messages() const { return m_messages; } ///< oldest first

private:
    struct Token
    {
        QString text;
        qint64 goodUntilMs;
    };

    const Clock &m_clock;
    Random &m_random;
    std::deque<Token> m_tokens; ///< the newest first
    std::deque<Ticket> m_tickets; ///< the newest first
    QHash<QString, qint64> m_contacts; ///< openid, and when
    std::deque<Message> m_messages;
};
