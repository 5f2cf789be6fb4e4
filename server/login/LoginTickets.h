// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/LoginTicket.h"

#include <QHash>
#include <QObject>
#include <chrono>

class Clock;
class Random;

/// The tickets of tills that wait for a phone (api.md, "Scan to log in"; reference 11.4). In memory: a ticket lives two
/// minutes, is used once, and is forgotten a minute after its end. Every change is told by `changed`.
class LoginTickets : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds life{120};
    static constexpr std::chrono::seconds rememberedFor{60}; ///< after its end, for a late poll
    static constexpr int maxTickets = 2'000;
    static constexpr int maxTextLength = 40;

    LoginTickets(Clock &clock, Random &random);

    /// shop and till: what the phone is told, at most 40 characters each, else InvalidInput. Busy: maxTickets.
    Result<LoginTicket> create(const QString &shop, const QString &till);
    /// NotFound: never made, or forgotten. A ticket whose time is up is Expired, whether or not that has been told yet.
    Result<LoginTicket> find(const QString &key) const;
    /// created -> scanned, by this phone. The same phone again changes nothing; another one: Forbidden. A ticket that
    /// is over: Conflict.
    Result<LoginTicket> scan(const QString &key, const PhoneId &phone, const std::optional<Person> &person);
    /// Whose phone it is, once a manager has said so. Scanned tickets only, else Conflict.
    Result<LoginTicket> bind(const QString &key, const Person &person);
    /// scanned -> confirmed with the right number, cancelled with a wrong one. Forbidden: another phone, or one that
    /// is bound to nobody. A ticket that is over: Conflict.
    Result<LoginTicket> confirm(const QString &key, const PhoneId &phone, int number);
    Result<LoginTicket> cancel(const QString &key, const PhoneId &phone);
    /// True once, for the first who asks after it was confirmed.
    bool redeem(const QString &key);
    /// What was redeemed came to nothing: the next who asks may.
    void giveBack(const QString &key);

signals:
    void changed(const QString &key);

private:
    struct Entry
    {
        LoginTicket ticket;
        qint64 endsAtMs = 0; ///< steady
        bool redeemed = false;
    };

    bool isElapsed(const Entry &entry) const;
    /// The ticket as it is after the change, which is told; what the change was refused with otherwise.
    template <class Change> Result<LoginTicket> alter(const QString &key, Change change);
    void expire(const QString &key);
    void forgetLater(const QString &key);

    Clock &m_clock;
    Random &m_random;
    QHash<QString, Entry> m_entries;
};
