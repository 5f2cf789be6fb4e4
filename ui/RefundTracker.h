// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/Journal.h"
#include "ui/MoneyDesk.h"
#include "ui/models/OfficeView.h"

/// The refunds of this till whose end is not known: each was written down before it was asked for, is asked for under
/// its one number until the server has it, and is followed to its end, over restarts too.
class RefundTracker final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 longestPauseMs = 30'000;

    struct Tracked
    {
        JournalRefund written;
        RefundView::Outcome outcome = RefundView::Outcome::Submitted;
        QString account; ///< Done: where the money went, in WeChat's words
        QString code; ///< Refused: the server's or WeChat's
        bool needsSupervisor = false; ///< nothing was written down by the server yet
        QByteArray session = {}; ///< the supervisor's for this refund alone; a secret
        bool asking = false;
        int tries = 0; ///< in a row, for the pause before the next
        int plan = 0; ///< what was planned under another number does not happen

        bool isOver() const { return outcome >= RefundView::Outcome::Done; }
        bool failed() const { return isOver() && outcome != RefundView::Outcome::Done; }
    };

    RefundTracker(MoneyDesk &desk, Journal &journal, Clock &clock, QObject *parent = nullptr);

    /// Takes up what the last run left open. Call it once, when the signals are connected.
    void start();
    /// Writes it down and asks for it. StoreFailure: it could not be written, and nobody was asked.
    Result<void> ask(const JournalRefund &refund);
    /// The same refund again, in the name of a supervisor, whose session ends with the answer.
    void askAs(const OutRefundNo &number, const QByteArray &session);
    /// Nobody signs for it: nothing was asked of WeChat, and nothing will be.
    void abandon(const OutRefundNo &number);
    /// A person has read how it ended: it need not be told again.
    void seen(const OutRefundNo &number);
    /// Somebody has signed in: what was refused for want of it is asked for now.
    void askNow();

    const QList<Tracked> &all() const { return m_all; }
    const Tracked *find(const OutRefundNo &number) const;
    bool isFull() const { return m_all.size() >= Journal::maxOpenRefunds; }

signals:
    void changed();
    /// The money is back with the customer; told again after a restart, until a person has seen it.
    void refunded(const JournalRefund &refund, const QDateTime &at);
    /// A supervisor's session that nobody needs any more; a secret.
    void sessionDone(const QByteArray &session);

private:
    void place(const OutRefundNo &number);
    void placed(const OutRefundNo &number, const Result<Refund> &answer);
    void refused(Tracked &tracked, const Error &error);
    void look(const OutRefundNo &number);
    void looked(const OutRefundNo &number, const Result<Refund> &answer);
    void hear(Tracked &tracked, const Refund &refund);
    void later(Tracked &tracked, void (RefundTracker::*call)(const OutRefundNo &));
    void finish(Tracked &tracked, RefundView::Outcome outcome);
    void endSession(Tracked &tracked);
    void drop(const OutRefundNo &number, const QString &how);
    Tracked *at(const OutRefundNo &number);

    MoneyDesk &m_desk;
    Journal &m_journal;
    Clock &m_clock;
    QList<Tracked> m_all; ///< oldest first
};
