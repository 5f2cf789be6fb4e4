// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/Watchers.h"

#include <QObject>
#include <chrono>

class Clock;

/// Waits that end with their first answer, as long polling needs them.
class LongPoll : public QObject
{
    Q_OBJECT
public:
    /// Both outlive every client.
    LongPoll(Watchers &watchers, Clock &clock) : m_watchers(watchers), m_clock(clock) {}

    /// The first push for the key that is news to somebody who has seen `after`, or nothing when the time is up. A
    /// Snapshot is no news. Without after: how the order ends, or a Nudge. At once, if it has happened.
    ///
    /// Every call waits by itself, also with the same key on the same connection. When the client's connection goes
    /// first, the wait is gone without a trace and the future is cancelled: no continuation of it ever runs. A client
    /// whose connection has gone already (null) is answered with a cancelled future, too.
    ///
    /// Errors as Watchers::watch; what the recall failed with otherwise (StoreFailure).
    QFuture<Result<std::optional<Push>>> wait(const WatchKey &key, std::optional<qint64> after,
                                              std::chrono::milliseconds timeout, const WaitingClient &client);

    /// Ends every wait as its time does; from now on none is waited for.
    void endAll();
    int waiting() const { return *m_waiting; }

signals:
    void closing(); ///< to the waits

private:
    Watchers &m_watchers;
    Clock &m_clock;
    const std::shared_ptr<int> m_waiting = std::make_shared<int>(0); ///< a wait may live longer than we
    bool m_isClosing = false;
};
