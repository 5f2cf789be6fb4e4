// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "server/domain/Result.h"
#include "ui/models/PrinterTrouble.h"
#include "ui/receipt/PrinterChannel.h"

#include <QPromise>
#include <memory>

/// One job on its way to a printer: reach it, ask how it is, send, and hear that all of it was printed. Every step has
/// a deadline. Before the first byte has left, a failure is certain; from then on it is Unclear.
class EscPosTalk : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds reachWithin{3000};
    static constexpr std::chrono::milliseconds statusWithin{1500};
    static constexpr std::chrono::milliseconds progressWithin{10'000}; ///< some bytes must leave in this time
    static constexpr std::chrono::milliseconds printedWithin{20'000};

    /// asksStatus: without it nothing is asked, and what has left counts as printed.
    EscPosTalk(std::unique_ptr<PrinterChannel> channel, QByteArray job, bool asksStatus, Clock &clock);
    ~EscPosTalk() override;

    /// Once.
    QFuture<Result<void>> run();

private:
    enum class Step { Reaching, AskingBefore, Sending, AwaitingEnd, AskingAfter, Over };

    void enter(Step step, std::chrono::milliseconds deadline);
    void send();
    void handedOver();
    void heard(const QByteArray &bytes);
    void lost();
    void late();
    void end(PrinterTrouble trouble);

    std::unique_ptr<PrinterChannel> m_channel;
    QByteArray m_job;
    bool m_asksStatus;
    Clock &m_clock;
    QPromise<Result<void>> m_promise;
    Step m_step = Step::Reaching;
    QByteArray m_answers;
    qint64 m_takenBefore = 0; ///< when the deadline was set
    std::unique_ptr<QObject> m_deadline;
};
