// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QHash>
#include <QObject>
#include <QUrl>
#include <chrono>

class Clock;
class HttpTransport;
class Random;
class SimulatorKeys;
struct HttpCall;

/// Something somebody did with the Official Account.
struct AccountEvent
{
    QString openid;
    QString event; ///< SCAN, subscribe
    QString key; ///< EventKey
    QString ticket;
    qint64 createTime = 0; ///< seconds since the epoch
};

/// Pushes events to the account's server in plain mode, signed by the token, up to four times (reference 11.3).
/// Traffic stays on this machine unless it is said otherwise.
class AccountEventSender final : public QObject
{
    Q_OBJECT
public:
    static constexpr int deliveries = 4; ///< the first and three repetitions
    static constexpr std::chrono::milliseconds answerWithin{5000}; ///< then it is repeated
    static constexpr qsizetype maxWaiting = 1000;

    struct Settings
    {
        QString url; ///< where the account's events go; empty: nowhere
        bool foreignAddresses = false; ///< may it lead off this machine?
    };

    /// clock: the simulator's. realClock: for signatures.
    AccountEventSender(const SimulatorKeys &keys, Clock &clock, const Clock &realClock, Random &random,
                       HttpTransport &transport, const Settings &settings, QObject *parent = nullptr);

    /// Conflict: there is no address for it, or none that is allowed; Busy: maxWaiting.
    Result<void> announce(const AccountEvent &event);
    qsizetype waiting() const { return m_waiting.size(); }

    static QByteArray xmlOf(const AccountEvent &event);

private:
    struct Waiting
    {
        QByteArray body;
        QString openid;
        int attempts = 0;
    };
    using Key = quint64;

    void deliver(Key key);
    void repeat(Key key);
    HttpCall callFor(const Waiting &waiting) const;

    const SimulatorKeys &m_keys;
    Clock &m_clock;
    const Clock &m_realClock;
    Random &m_random;
    HttpTransport &m_transport;
    Settings m_settings;
    QHash<Key, Waiting> m_waiting;
    Key m_lastKey = 0;
};
