// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/GatewaySigner.h"
#include "server/simulator/NotifyBody.h"
#include "server/simulator/NotifyDelivery.h"

#include <QHash>
#include <QObject>
#include <deque>

class Clock;
class HttpTransport;
class Random;
class SimulatorKeys;
struct HttpCall;

/// Tells the merchant of what happened, signed and encrypted, again and again until it is accepted (reference 3.1 to
/// 3.6, 4.5, 12.6). Traffic stays on this machine unless it is said otherwise.
class NotifySender final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxWaiting = 10'000; ///< notifications not accepted yet; further ones are not sent
    static constexpr qsizetype maxRemembered = 10'000; ///< deliveries, the oldest are forgotten
    static constexpr std::chrono::milliseconds answerWithin{5000}; ///< reference 3.5
    static constexpr std::chrono::milliseconds longestHold{2000}; ///< of a notification that shall be overtaken
    /// Of a payment's notification that shall come after its refund's.
    static constexpr std::chrono::milliseconds longestHoldForRefund{3'600'000};

    /// clock: the simulator's. realClock: for signatures. foreignAddresses: may notify_url lead off this machine?
    NotifySender(const SimulatorKeys &keys, Faults &faults, Clock &clock, const Clock &realClock, Random &random,
                 HttpTransport &transport, const SimulatorSwitches &switches, bool foreignAddresses,
                 QObject *parent = nullptr);

    /// Plans the notification of a paid order; delivery follows by the faults' delay, then by the schedule.
    void announce(const BookOrder &paid);
    /// The same of a refund that has ended, or turned abnormal.
    void announceRefund(const BookRefund &ended, const BookOrder &order);

    const std::deque<NotifyDelivery> &deliveries() const { return m_deliveries; } ///< oldest first
    qsizetype waiting() const { return m_waiting.size(); }

    /// The delay after the given failed delivery (1 to 15); none after the last (reference 3.6).
    static std::optional<std::chrono::milliseconds> delayAfter(int attempt);
    static bool isThisMachine(const QUrl &url);

signals:
    /// The merchant has accepted it, or a fault has it never come: nothing more is to be sent.
    void finished(const NotifyEvent &event);

private:
    struct Waiting
    {
        NotifyEvent event;
        NotifyFate fate;
        QByteArray body; ///< of the last delivery
        int attempts = 0;
    };
    using Key = quint64; ///< ours; the notification's id may change between deliveries

    /// Its key; none when it will not be sent.
    std::optional<Key> take(const NotifyEvent &event, const NotifyFate &fate);
    void plan(Key key, std::chrono::milliseconds delay);
    void release(Key key);
    void releaseAfterRefund(const QString &transactionId);
    void deliver(Key key);
    /// A delivery as it is to be sent, and its number in the list.
    QPair<quint64, HttpCall> prepare(Waiting &waiting, bool duplicate);
    HttpCall callFor(Waiting &waiting, CorruptKind corruption, bool duplicate);
    void answered(Key key, quint64 delivery, int status);
    void failed(Key key);
    NotifyDelivery deliveryOf(const NotifyEvent &event, int attempt) const;
    quint64 remember(const NotifyDelivery &delivery);

    const SimulatorKeys &m_keys;
    Faults &m_faults;
    Clock &m_clock;
    Random &m_random;
    HttpTransport &m_transport;
    const SimulatorSwitches &m_switches;
    bool m_foreignAddresses;
    GatewaySigner m_signer;
    QHash<Key, Waiting> m_waiting;
    std::optional<Key> m_held; ///< shall be overtaken by the next
    QMultiHash<QString, Key> m_heldForRefund; ///< by transaction; each is in m_waiting too
    Key m_lastKey = 0;
    std::deque<NotifyDelivery> m_deliveries;
    quint64 m_forgotten = 0; ///< deliveries no longer in the list
};
