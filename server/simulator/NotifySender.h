// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/Faults.h"
#include "server/simulator/GatewaySigner.h"
#include "server/simulator/NotifyBody.h"

#include <QHash>
#include <QObject>
#include <deque>

class Clock;
class HttpTransport;
class Random;
class SimulatorKeys;
struct BookOrder;
struct HttpCall;

/// One notification on its way to the merchant, once.
struct NotifyDelivery
{
    enum class Outcome {
        UnderWay, ///< sent, no answer yet
        Accepted, ///< 200 or 204
        Failed, ///< another status, or none within 5 seconds
        Dropped, ///< lost on purpose
        NotAllowed, ///< the address is not on this machine
        QueueFull,
    };
    QString id;
    QString outTradeNo;
    QString eventType;
    int attempt = 0; ///< 1 is the first
    QDateTime at; ///< the simulator's time
    int status = 0; ///< HTTP; 0 without an answer
    Outcome outcome = Outcome::UnderWay;
    CorruptKind corruption = CorruptKind::None;
    bool duplicate = false;

    QJsonObject toJson() const;
};

/// Tells the merchant of what happened, signed and encrypted, again and again until it is accepted (reference 3.1 to
/// 3.6, 12.6). Traffic stays on this machine unless it is said otherwise.
class NotifySender final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxWaiting = 10'000; ///< notifications not accepted yet; further ones are not sent
    static constexpr qsizetype maxRemembered = 10'000; ///< deliveries, the oldest are forgotten
    static constexpr std::chrono::milliseconds answerWithin{5000}; ///< reference 3.5
    static constexpr std::chrono::milliseconds longestHold{2000}; ///< of a notification that shall be overtaken

    struct Settings
    {
        bool foreignAddresses = false; ///< may notify_url lead off this machine?
        SimulatorSwitches switches;
    };

    /// clock: the simulator's. realClock: for signatures.
    NotifySender(const SimulatorKeys &keys, Faults &faults, Clock &clock, const Clock &realClock, Random &random,
                 HttpTransport &transport, const Settings &settings, QObject *parent = nullptr);

    /// Plans the notification of a paid order; delivery follows by the faults' delay, then by the schedule.
    void announce(const BookOrder &paid);

    const std::deque<NotifyDelivery> &deliveries() const { return m_deliveries; } ///< oldest first
    qsizetype waiting() const { return m_waiting.size(); }

    /// The delay after the given failed delivery (1 to 15); none after the last (reference 3.6).
    static std::optional<std::chrono::milliseconds> delayAfter(int attempt);

signals:
    void accepted(const QString &outTradeNo);

private:
    struct Waiting
    {
        NotifyEvent event;
        QByteArray body; ///< of the last delivery
        int attempts = 0;
    };
    using Key = quint64; ///< ours; the notification's id may change between deliveries

    void plan(Key key, std::chrono::milliseconds delay);
    void release(Key key);
    void deliver(Key key);
    /// A delivery as it is to be sent, and its number in the list.
    QPair<quint64, HttpCall> prepare(Waiting &waiting, bool duplicate);
    HttpCall callFor(Waiting &waiting, CorruptKind corruption, bool duplicate);
    void answered(Key key, quint64 delivery, int status);
    void failed(Key key);
    quint64 remember(const NotifyDelivery &delivery);

    const SimulatorKeys &m_keys;
    Faults &m_faults;
    Clock &m_clock;
    Random &m_random;
    HttpTransport &m_transport;
    Settings m_settings;
    GatewaySigner m_signer;
    QHash<Key, Waiting> m_waiting;
    std::optional<Key> m_held; ///< shall be overtaken by the next
    Key m_lastKey = 0;
    std::deque<NotifyDelivery> m_deliveries;
    quint64 m_forgotten = 0; ///< deliveries no longer in the list
};
