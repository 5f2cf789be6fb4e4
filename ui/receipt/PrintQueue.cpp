// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/PrintQueue.h"

#include "ui/Answers.h"

using State = PrintJob::State;

Result<std::unique_ptr<PrintQueue>> PrintQueue::open(const QString &path, std::unique_ptr<ReceiptPrinter> printer,
                                                     Clock &clock)
{
    auto books = PrintBooks::open(path);
    if (!books)
        return books.error();
    return std::unique_ptr<PrintQueue>(new PrintQueue(std::move(books).value(), std::move(printer), clock));
}

PrintQueue::PrintQueue(std::unique_ptr<PrintBooks> books, std::unique_ptr<ReceiptPrinter> printer, Clock &clock)
    : m_books(std::move(books)), m_printer(std::move(printer)), m_clock(clock)
{
    soon({});
}

Result<void> PrintQueue::print(const Receipt &receipt)
{
    if (const auto sound = receipt.check(); !sound)
        return sound;
    if (receipt.reprint)
        return Error{ErrorCode::InvalidInput, QStringLiteral("receipt: a copy is asked for by a person")};
    return m_books->copiesOf(receipt.subject()) ? Result<void>() : add(receipt);
}

Result<void> PrintQueue::printAgain(Receipt receipt)
{
    receipt.reprint.reset();
    const QString subject = receipt.subject();
    const auto copies = m_books->copiesOf(subject);
    if (copies) { // the newest of its papers may still be on its way
        if (*copies > 0)
            receipt.reprint = ReceiptReprint{*copies, m_clock.now()};
        const QString id = receipt.id();
        const PrintJob *last = m_books->find(id);
        if (last && last->state == State::Sending)
            return {};
        if (last && last->state != State::Uncertain) {
            if (const auto asked = m_books->askedAgain(id, m_clock.now()); !asked)
                return asked;
            m_notBeforeMs = 0;
            m_nextRetry = firstRetry;
            emit changed();
            soon({});
            return {};
        }
    }
    const auto before = receipt.id();
    receipt.reprint = ReceiptReprint{copies.value_or(0) + 1, m_clock.now()};
    if (const auto sound = receipt.check(); !sound)
        return sound;
    const auto added = add(receipt);
    if (added && m_books->find(before))
        (void)m_books->over(before, false); // the copy stands for it
    return added;
}

Result<void> PrintQueue::add(const Receipt &receipt)
{
    if (const auto room = makeRoom(); !room)
        return room;
    const auto added = m_books->add(receipt, m_clock.now());
    if (added) {
        emit changed();
        soon({});
    }
    return added;
}

Result<void> PrintQueue::makeRoom()
{
    if (jobs().size() < maxJobs)
        return {};
    const auto idle = std::find_if(jobs().begin(), jobs().end(),
                                   [](const PrintJob &job) { return job.state == State::Uncertain || job.givenUp; });
    if (idle == jobs().end())
        return Error{ErrorCode::Busy, QStringLiteral("too many receipts wait for the printer")};
    (void)m_books->over(idle->id(), false); // where it cannot be written, the new one cannot either
    return {};
}

void PrintQueue::letGo(const QString &id)
{
    (void)m_books->over(id, false); // unwritten, the next start asks a person
    emit changed();
}

void PrintQueue::openDrawer()
{
    m_drawerUntilMs = m_clock.steadyMs() + std::chrono::milliseconds(drawerWithin).count();
    soon({});
}

void PrintQueue::printTest(const Receipt &sample)
{
    m_test = sample;
    soon({});
}

void PrintQueue::use(std::unique_ptr<ReceiptPrinter> printer)
{
    m_next = std::move(printer); // the other may be in the middle of its last word
    m_notBeforeMs = 0;
    m_nextRetry = firstRetry;
    soon({});
}

void PrintQueue::soon(std::chrono::milliseconds delay)
{
    m_clock.callAfter(delay, this, [this] { go(); });
}

void PrintQueue::go()
{
    if (m_busy)
        return;
    if (m_next)
        m_printer = std::move(m_next);
    if (kickDrawer() || sendTest())
        return;
    giveUpOldOnes();
    const auto next = std::find_if(jobs().begin(), jobs().end(), [](const PrintJob &job) { return job.isWaiting(); });
    if (next == jobs().end() || m_clock.steadyMs() < m_notBeforeMs)
        return;
    const QString id = next->id();
    const Receipt receipt = next->receipt;
    if (m_books->sending(id))
        send(id, receipt);
    else
        couldNot(id, PrinterTrouble::Offline); // not without having written it down
}

bool PrintQueue::kickDrawer()
{
    const auto until = std::exchange(m_drawerUntilMs, std::nullopt);
    if (!until || m_clock.steadyMs() > *until)
        return false;
    m_busy = true;
    whenAnswered(m_printer->openDrawer(), this, [this](const Result<void> &) {
        m_busy = false;
        soon({});
    });
    return true;
}

bool PrintQueue::sendTest()
{
    const auto sample = std::exchange(m_test, std::nullopt);
    if (!sample)
        return false;
    m_busy = true;
    whenAnswered(m_printer->print(ReceiptLayout(*sample, m_printer->paper())), this,
                 [this](const Result<void> &answer) {
                     m_busy = false;
                     emit tested(answer ? PrinterTrouble::None : ReceiptPrinter::troubleOf(answer.error()));
                     soon({});
                 });
    return true;
}

void PrintQueue::giveUpOldOnes()
{
    const QDateTime eldest = m_clock.now().addMSecs(-std::chrono::milliseconds(giveUpAfter).count());
    const QList<PrintJob> all = jobs();
    for (const PrintJob &job : all) {
        if (!job.isWaiting() || job.at > eldest)
            continue;
        const auto trouble = job.trouble == PrinterTrouble::None ? PrinterTrouble::NotReached : job.trouble;
        (void)m_books->failed(job.id(), trouble, true);
        emit failed(job.id(), trouble);
        emit changed();
    }
}

void PrintQueue::send(const QString &id, const Receipt &receipt)
{
    m_busy = true;
    emit changed();
    const ReceiptLayout layout(receipt, m_printer->paper());
    whenAnswered(m_printer->print(layout), this, [this, id](const Result<void> &answer) {
        m_busy = false;
        answered(id, answer);
    });
}

void PrintQueue::answered(const QString &id, const Result<void> &answer)
{
    if (!answer && answer.error().code != ErrorCode::Unknown)
        return couldNot(id, ReceiptPrinter::troubleOf(answer.error()));
    m_nextRetry = firstRetry;
    if (answer) {
        (void)m_books->over(id, true); // unwritten, the next start asks a person
        emit printed(id);
    } else {
        (void)m_books->uncertain(id);
        emit uncertain(id);
    }
    emit changed();
    soon({});
}

void PrintQueue::couldNot(const QString &id, PrinterTrouble trouble)
{
    if (trouble == PrinterTrouble::NoPrinter) {
        (void)m_books->over(id, false);
        emit failed(id, trouble);
        emit changed();
        return soon({});
    }
    const PrintJob *job = m_books->find(id);
    const bool isNews = job && job->trouble != trouble;
    (void)m_books->failed(id, trouble, false);
    if (isNews)
        emit failed(id, trouble);
    emit changed();
    m_notBeforeMs = m_clock.steadyMs() + m_nextRetry.count();
    soon(m_nextRetry);
    m_nextRetry = std::min(2 * m_nextRetry, slowestRetry);
}
