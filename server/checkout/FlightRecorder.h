// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "server/store/MarkStore.h"

#include <QHash>
#include <QObject>

/// Keeps what happened on the way of each order, for its timeline. A mark costs the payment nothing: it is taken in
/// memory, written in batches, and when the store will not have it, it is lost.
class FlightRecorder final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds writeEvery{1000};
    static constexpr qsizetype mostWaiting = 5000; ///< more are dropped
    static constexpr qsizetype mostInBatch = 200; ///< a payment may have to wait for one batch, not for all
    static constexpr qsizetype mostRuns = 2000;
    static constexpr qint64 longestRunMs = 60'000; ///< so much of a run a crash may take along

    FlightRecorder(MarkStore &store, Clock &clock);

    void mark(const OrderMark &mark);
    /// The same, happened now.
    void mark(const OutTradeNo &number, const QString &source, const QString &what, const MarkDetail &detail = {});
    /// One of many that are alike, as the background's questions are: the first is kept as it is, the next ones become
    /// one mark with their count and the time of the last, until the outcome or anything else is another.
    void repeated(const OrderMark &mark);
    /// For a mark that is made later than it happened.
    QDateTime now() const { return m_clock.now(); }
    /// Writes everything now, runs included; the answer comes when it is written, or has failed.
    QFuture<Result<int>> flush();
    /// Marks that were lost, for want of room or of a store that takes them.
    qint64 dropped() const { return m_dropped; }

private:
    void keep(const OrderMark &mark);
    void endRun(const OutTradeNo &number);
    void keepRunsOlderThan(qint64 ageMs); ///< what they have so far; those that still go on, go on
    void writeSoon();
    void sweepSoon();
    QFuture<Result<int>> writeBatch();

    MarkStore &m_store;
    Clock &m_clock;
    QList<OrderMark> m_waiting;
    struct Run
    {
        OrderMark repeats; ///< what came after the first one; a count of 0: nothing yet
        qint64 sinceMs = 0; ///< steady
    };
    QHash<OutTradeNo, Run> m_runs;
    bool m_writing = false; ///< planned, or under way
    bool m_sweepPlanned = false;
    qint64 m_dropped = 0;
};
