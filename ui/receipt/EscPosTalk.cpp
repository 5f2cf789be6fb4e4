// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/EscPosTalk.h"

#include "ui/receipt/EscPos.h"
#include "ui/receipt/ReceiptPrinter.h"

EscPosTalk::EscPosTalk(std::unique_ptr<PrinterChannel> channel, QByteArray job, bool asksStatus, Clock &clock)
    : m_channel(std::move(channel)), m_job(std::move(job)), m_asksStatus(asksStatus), m_clock(clock)
{
}

EscPosTalk::~EscPosTalk() = default;

QFuture<Result<void>> EscPosTalk::run()
{
    m_promise.start();
    connect(m_channel.get(), &PrinterChannel::opened, this, [this] {
        if (!m_asksStatus)
            return send();
        enter(Step::AskingBefore, statusWithin);
        m_channel->write(EscPos::statusQuestions());
    });
    connect(m_channel.get(), &PrinterChannel::written, this, &EscPosTalk::handedOver);
    connect(m_channel.get(), &PrinterChannel::received, this, &EscPosTalk::heard);
    connect(m_channel.get(), &PrinterChannel::failed, this, &EscPosTalk::lost);
    enter(Step::Reaching, reachWithin);
    const auto future = m_promise.future();
    m_channel->open();
    return future;
}

void EscPosTalk::enter(Step step, std::chrono::milliseconds deadline)
{
    m_step = step;
    m_answers.clear();
    m_takenBefore = m_channel->taken();
    m_deadline = std::make_unique<QObject>();
    m_clock.callAfter(deadline, m_deadline.get(), [this] { late(); });
}

void EscPosTalk::send()
{
    enter(Step::Sending, progressWithin);
    m_channel->write(m_asksStatus ? m_job + EscPos::endQuestion() : m_job);
}

void EscPosTalk::handedOver()
{
    if (m_step != Step::Sending)
        return;
    if (m_asksStatus)
        enter(Step::AwaitingEnd, printedWithin);
    else
        end(PrinterTrouble::None);
}

void EscPosTalk::heard(const QByteArray &bytes)
{
    if (m_step == Step::AwaitingEnd || m_step == Step::Sending) { // a fast one answers before we know that it has all
        if (!bytes.isEmpty() && EscPos::isEndAnswer(bytes.back()))
            end(PrinterTrouble::None);
        return;
    }
    m_answers += bytes;
    if (m_answers.size() < EscPos::statusAnswers)
        return;
    const auto trouble = EscPos::troubleIn(m_answers);
    if (m_step == Step::AskingBefore && trouble == PrinterTrouble::None)
        send();
    else if (m_step == Step::AskingBefore)
        end(trouble);
    else if (m_step == Step::AskingAfter) // well, and only not in the habit of telling when it is done
        end(trouble == PrinterTrouble::None ? PrinterTrouble::None : PrinterTrouble::Unclear);
}

void EscPosTalk::lost()
{
    if (m_step == Step::Reaching || m_step == Step::AskingBefore)
        end(PrinterTrouble::NotReached);
    else
        end(PrinterTrouble::Unclear);
}

void EscPosTalk::late()
{
    switch (m_step) {
    case Step::Reaching:
        return end(PrinterTrouble::NotReached);
    case Step::AskingBefore:
        return end(PrinterTrouble::Silent);
    case Step::Sending:
        if (m_channel->taken() > m_takenBefore)
            return enter(Step::Sending, progressWithin);
        // The questions of before are no part of the job.
        return end(m_channel->taken() > (m_asksStatus ? EscPos::statusQuestions().size() : 0)
                       ? PrinterTrouble::Unclear
                       : PrinterTrouble::Offline);
    case Step::AwaitingEnd:
        enter(Step::AskingAfter, statusWithin);
        return m_channel->write(EscPos::statusQuestions());
    case Step::AskingAfter:
        return end(PrinterTrouble::Unclear);
    case Step::Over:
        return;
    }
}

void EscPosTalk::end(PrinterTrouble trouble)
{
    if (m_step == Step::Over)
        return;
    m_step = Step::Over;
    m_channel->disconnect(this);
    m_channel->finish();
    m_promise.addResult(trouble == PrinterTrouble::None ? Result<void>() : ReceiptPrinter::error(trouble));
    m_promise.finish();
}
