// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/TimelineDesk.h"

/// What this till saw on the way of its orders, for their timelines: kept in memory while a sale is under way, and sent
/// when there is time. What gets lost does no harm.
class TillRecorder final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostWaiting = 200; ///< the oldest makes room
    static constexpr std::chrono::milliseconds sendAfter{1000}; ///< of quiet

    TillRecorder(TimelineDesk &desk, Clock &clock, QObject *parent = nullptr);

    /// Nothing is sent while a sale is under way.
    void setBusy(bool busy);
    /// The oldest marks of that order, at most as many as go into one call; they are the caller's now.
    QList<OrderMark> take(const OutTradeNo &number);
    qsizetype waiting() const { return m_waiting.size(); }

public slots:
    /// Happened now.
    void mark(const OutTradeNo &number, const QString &what);

private:
    void sendSoon();
    void sendSome();

    TimelineDesk &m_desk;
    Clock &m_clock;
    QList<OrderMark> m_waiting;
    bool m_busy = false;
    bool m_sending = false; ///< planned, or under way
};
