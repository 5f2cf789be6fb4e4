// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/receipt/PrintBooks.h"
#include "ui/receipt/ReceiptPrinter.h"

#include <QObject>

/// Brings each receipt onto paper once, over restarts too: written down before it is sent, tried again while it
/// certainly did not come out, and never sent again by itself once it may have. Whoever asks goes on at once; what
/// became of it are signals.
class PrintQueue : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxJobs =
        50; ///< one more takes the place of the oldest that nobody waits for, else Busy
    static constexpr std::chrono::milliseconds firstRetry{2000}; ///< then twice as long each time
    static constexpr std::chrono::milliseconds slowestRetry{60'000};
    static constexpr std::chrono::minutes giveUpAfter{10}; ///< the customer has gone
    static constexpr std::chrono::seconds drawerWithin{10}; ///< later it would open for nobody

    static Result<std::unique_ptr<PrintQueue>> open(const QString &path, std::unique_ptr<ReceiptPrinter> printer,
                                                    Clock &clock);

    /// The receipt as it comes out by itself. One that was asked for before is fine, and changes nothing.
    /// InvalidInput for one that does not add up, StoreFailure and Busy: it will not be printed.
    Result<void> print(const Receipt &receipt);
    /// A person wants it, again or at last: tried at once where it certainly has not come out, else a copy that says
    /// so.
    Result<void> printAgain(Receipt receipt);
    /// Whether a receipt of that subject was ever asked for here.
    bool wasAskedFor(const QString &subject) const { return m_books->copiesOf(subject).has_value(); }
    /// Nobody wants that one any more.
    void letGo(const QString &id);
    /// Kicks the cash drawer as soon as the printer is free, and forgets about it where that takes too long.
    void openDrawer();
    /// A paper of no sale, once, as soon as the printer is free: kept nowhere and never tried again.
    void printTest(const Receipt &sample);
    /// Another printer from the next job on; what waits comes out there, at once.
    void use(std::unique_ptr<ReceiptPrinter> printer);

    const QList<PrintJob> &jobs() const { return m_books->jobs(); } ///< oldest first

signals:
    void changed(); ///< jobs() are others, or stand elsewhere
    void printed(const QString &id);
    void failed(const QString &id, PrinterTrouble trouble); ///< for the first time, or given up
    void uncertain(const QString &id);
    void tested(PrinterTrouble trouble); ///< None: the printer says that the test is out

private:
    PrintQueue(std::unique_ptr<PrintBooks> books, std::unique_ptr<ReceiptPrinter> printer, Clock &clock);
    Result<void> makeRoom();
    Result<void> add(const Receipt &receipt);
    void soon(std::chrono::milliseconds delay);
    void go();
    void giveUpOldOnes();
    void send(const QString &id, const Receipt &receipt);
    void answered(const QString &id, const Result<void> &answer);
    void couldNot(const QString &id, PrinterTrouble trouble);
    bool kickDrawer();
    bool sendTest();

    std::unique_ptr<PrintBooks> m_books;
    std::unique_ptr<ReceiptPrinter> m_printer;
    std::unique_ptr<ReceiptPrinter> m_next; ///< takes over when that one is free
    std::optional<Receipt> m_test;
    Clock &m_clock;
    bool m_busy = false; ///< the printer has something of ours
    std::optional<qint64> m_drawerUntilMs; ///< by the steady clock
    qint64 m_notBeforeMs = 0; ///< the same: the printer rests
    std::chrono::milliseconds m_nextRetry = firstRetry;
};
