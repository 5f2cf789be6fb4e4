// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/FlightRecorder.h"

#include <QLoggingCategory>

namespace {
Q_LOGGING_CATEGORY(lcRecorder, "scantill.timeline")
}

FlightRecorder::FlightRecorder(MarkStore &store, Clock &clock) : m_store(store), m_clock(clock) {}

void FlightRecorder::mark(const OrderMark &mark)
{
    endRun(mark.number);
    keep(mark);
}

void FlightRecorder::mark(const OutTradeNo &number, const QString &source, const QString &what,
                          const MarkDetail &detail)
{
    mark({.number = number, .at = m_clock.now(), .source = source, .what = what, .detail = detail});
}

void FlightRecorder::repeated(const OrderMark &mark)
{
    const auto run = m_runs.find(mark.number);
    const bool goesOn = run != m_runs.end() && run->repeats.what == mark.what && run->repeats.source == mark.source
                        && run->repeats.detail.outcome == mark.detail.outcome
                        && run->repeats.detail.seq == mark.detail.seq;
    if (!goesOn) {
        endRun(mark.number);
        keep(mark);
        if (m_runs.size() >= mostRuns)
            return;
        Run begun{mark, m_clock.steadyMs()};
        begun.repeats.detail.count = 0;
        m_runs.insert(mark.number, begun);
        return sweepSoon();
    }
    MarkDetail &repeats = run->repeats.detail;
    if (repeats.count++ == 0) {
        run->repeats.at = mark.at;
        repeats.tookMs = mark.detail.tookMs;
    }
    repeats.tookMs = std::max(repeats.tookMs, mark.detail.tookMs);
    repeats.lastAt = mark.at;
}

void FlightRecorder::keep(const OrderMark &mark)
{
    if (m_waiting.size() >= mostWaiting) {
        if (m_dropped++ == 0)
            qCWarning(lcRecorder) << "marks are lost: too many wait to be written";
        return;
    }
    m_waiting.append(mark);
    writeSoon();
}

void FlightRecorder::endRun(const OutTradeNo &number)
{
    const auto run = m_runs.constFind(number);
    if (run == m_runs.constEnd())
        return;
    const OrderMark repeats = run->repeats;
    m_runs.erase(run);
    if (repeats.detail.count > 0)
        keep(repeats);
}

void FlightRecorder::keepRunsOlderThan(qint64 ageMs)
{
    const qint64 nowMs = m_clock.steadyMs();
    for (auto run = m_runs.begin(); run != m_runs.end();) {
        const bool old = nowMs - run->sinceMs >= ageMs;
        const bool stands = run->repeats.detail.count == 0;
        if (old && stands) {
            run = m_runs.erase(run);
            continue;
        }
        if (old) {
            keep(run->repeats);
            run->repeats.detail.count = 0;
            run->sinceMs = nowMs;
        }
        ++run;
    }
}

void FlightRecorder::sweepSoon()
{
    if (std::exchange(m_sweepPlanned, true))
        return;
    m_clock.callAfter(std::chrono::milliseconds(longestRunMs), this, [this] {
        m_sweepPlanned = false;
        keepRunsOlderThan(longestRunMs);
        if (!m_runs.isEmpty())
            sweepSoon();
    });
}

void FlightRecorder::writeSoon()
{
    if (std::exchange(m_writing, true))
        return;
    m_clock.callAfter(writeEvery, this, [this] {
        writeBatch().then(this, [this](const Result<int> &) {
            m_writing = false;
            if (!m_waiting.isEmpty())
                writeSoon();
        });
    });
}

QFuture<Result<int>> FlightRecorder::writeBatch()
{
    const auto batch = m_waiting.mid(0, mostInBatch);
    m_waiting.remove(0, batch.size());
    if (batch.isEmpty())
        return ready(Result<int>(0));
    return m_store.append(batch).then(this, [this, count = batch.size()](const Result<int> &written) {
        if (!written) {
            m_dropped += count;
            qCWarning(lcRecorder).noquote() << "marks are lost:" << written.error().message;
        }
        return written;
    });
}

QFuture<Result<int>> FlightRecorder::flush()
{
    keepRunsOlderThan(0);
    while (m_waiting.size() > mostInBatch)
        (void)writeBatch();
    return writeBatch();
}
