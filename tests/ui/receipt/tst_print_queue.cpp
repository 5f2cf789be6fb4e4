// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Receipts.h"
#include "tests/support/ScriptedPrinter.h"
#include "tests/support/VirtualClock.h"
#include "ui/Language.h"
#include "ui/receipt/NoPrinter.h"
#include "ui/receipt/PrintQueue.h"
#include "ui/receipt/SampleReceipt.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using State = PrintJob::State;

/// How receipts wait, are tried again, and stop being tried.
class PrintQueueTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        QTemporaryDir folder;
        VirtualClock clock;
        ScriptedPrinter::Script printer;
        std::unique_ptr<PrintQueue> queue = open();
        QStringList told;

        std::unique_ptr<PrintQueue> open()
        {
            auto opened =
                PrintQueue::open(folder.filePath("print.queue"), std::make_unique<ScriptedPrinter>(printer), clock);
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            auto fresh = std::move(opened).value();
            connect(fresh.get(), &PrintQueue::printed, fresh.get(), [this] { told << "printed"; });
            connect(fresh.get(), &PrintQueue::failed, fresh.get(), [this](const QString &, PrinterTrouble trouble) {
                told << "failed " + QString::number(int(trouble));
            });
            connect(fresh.get(), &PrintQueue::uncertain, fresh.get(), [this] { told << "uncertain"; });
            return fresh;
        }
        void pass(std::chrono::milliseconds span = 0ms) { clock.advance(span); }
        const PrintJob &job(qsizetype i = 0) const { return queue->jobs().at(i); }
    };
    static Receipt receipt(int i)
    {
        Receipt receipt = Receipts::sale();
        receipt.orderNumber = QStringLiteral("NUMBER%1").arg(i, 4, 10, QLatin1Char('0'));
        return receipt;
    }
    static QString failedWith(PrinterTrouble trouble) { return "failed " + QString::number(int(trouble)); }

    Language m_language;

private slots:
    void eachComesOutOnceInTurn()
    {
        Rig rig;
        QVERIFY(rig.queue->print(receipt(1)));
        QVERIFY(rig.queue->print(receipt(2)));
        QVERIFY(rig.queue->print(receipt(1))); // again is fine
        QVERIFY(rig.printer.sent.isEmpty()); // whoever asks goes on first
        rig.pass();
        QCOMPARE(rig.printer.sent, QStringList{"尾号 0001"});
        QCOMPARE(rig.job().state, State::Sending);
        rig.printer.answer();
        rig.pass();
        rig.printer.answer();
        rig.pass(1h);
        QCOMPARE(rig.printer.sent, (QStringList{"尾号 0001", "尾号 0002"}));
        QCOMPARE(rig.told, (QStringList{"printed", "printed"}));
        QVERIFY(rig.queue->jobs().isEmpty());
        QVERIFY(rig.queue->print(receipt(1)));
        rig.pass(1h);
        QCOMPARE(rig.printer.sent.size(), 2);
    }
    void whatCertainlyFailedIsTriedAgainMoreAndMoreSlowly()
    {
        Rig rig;
        QVERIFY(rig.queue->print(receipt(1)));
        rig.pass();
        QList<qint64> at;
        for (int i = 0; i < 7; ++i) {
            rig.printer.answer(PrinterTrouble::Paper);
            QCOMPARE(rig.job().state, State::Failed);
            const qint64 since = rig.clock.steadyMs();
            while (!rig.printer.waiting && rig.clock.steadyMs() < since + 120'000)
                rig.pass(500ms);
            at << (rig.clock.steadyMs() - since) / 1000;
        }
        QCOMPARE(at, (QList<qint64>{2, 4, 8, 16, 32, 60, 60}));
        QCOMPARE(rig.told, QStringList{failedWith(PrinterTrouble::Paper)}); // said once
        rig.printer.answer();
        QVERIFY(rig.queue->print(receipt(2)));
        rig.pass();
        rig.printer.answer(PrinterTrouble::Cover); // from the beginning again
        rig.pass(2s);
        QVERIFY(rig.printer.waiting);
    }
    void afterTenMinutesNobodyWaitsAnyMore()
    {
        Rig rig;
        QVERIFY(rig.queue->print(receipt(1)));
        rig.pass();
        while (rig.printer.waiting) {
            rig.printer.answer(PrinterTrouble::NotReached);
            rig.pass(61s);
        }
        QVERIFY(rig.job().givenUp);
        const auto tries = rig.printer.sent.size();
        QVERIFY(tries >= 10 && tries < 20);
        QCOMPARE(rig.told.size(), 2);
        rig.pass(24h);
        QCOMPARE(rig.printer.sent.size(), tries);
        rig.queue = rig.open();
        rig.pass(24h);
        QCOMPARE(rig.printer.sent.size(), tries);
        QVERIFY(rig.queue->printAgain(receipt(1))); // but a person may
        rig.pass();
        QCOMPARE(rig.printer.sent.last(), QString("尾号 0001")); // its first paper is no copy
        rig.printer.answer();
        QVERIFY(rig.queue->jobs().isEmpty());
    }
    void aPersonDoesNotWaitForTheNextTry()
    {
        Rig rig;
        QVERIFY(rig.queue->print(receipt(1)));
        rig.pass();
        rig.printer.answer(PrinterTrouble::Paper);
        QVERIFY(rig.queue->printAgain(receipt(1)));
        rig.pass();
        QVERIFY(rig.printer.waiting);
        QVERIFY(rig.queue->printAgain(receipt(1))); // it is just coming
        rig.printer.answer();
        rig.pass(1h);
        QCOMPARE(rig.printer.sent, (QStringList{"尾号 0001", "尾号 0001"}));
    }
    void whatMayHaveComeOutIsNeverSentAgainByItself()
    {
        Rig rig;
        QVERIFY(rig.queue->print(receipt(1)));
        rig.pass();
        rig.printer.answer(PrinterTrouble::Unclear);
        QCOMPARE(rig.told, QStringList{"uncertain"});
        QCOMPARE(rig.job().state, State::Uncertain);
        rig.pass(24h);
        rig.queue = rig.open();
        QVERIFY(rig.queue->print(receipt(1)));
        rig.pass(24h);
        QCOMPARE(rig.printer.sent.size(), 1);
        QCOMPARE(rig.job().state, State::Uncertain);
        QVERIFY(rig.queue->print(receipt(2))); // it stands in nobody's way
        rig.pass();
        QCOMPARE(rig.printer.sent.last(), QString("尾号 0002"));
        rig.printer.answer();
        QVERIFY(rig.queue->printAgain(receipt(1)));
        QCOMPARE(rig.queue->jobs().size(), 1); // the copy stands for it
        rig.pass();
        QCOMPARE(rig.printer.sent.last(), QString("补打 第1次 尾号 0001"));
        rig.printer.answer();
        QVERIFY(rig.queue->jobs().isEmpty());
    }
    void copiesAreCounted()
    {
        Rig rig;
        QVERIFY(rig.queue->print(receipt(1)));
        rig.pass();
        rig.printer.answer();
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(rig.queue->printAgain(receipt(1)));
            rig.pass();
            QCOMPARE(rig.printer.sent.last(), QStringLiteral("补打 第%1次 尾号 0001").arg(i));
            rig.printer.answer();
            rig.queue = rig.open();
        }
        QVERIFY(rig.queue->printAgain(receipt(9))); // another till may have printed it
        rig.pass();
        QCOMPARE(rig.printer.sent.last(), QString("补打 第1次 尾号 0009"));
    }
    void aCopyByItselfIsRefused()
    {
        Rig rig;
        QVERIFY(!rig.queue->print(Receipts::copy()));
        Receipt wrong = receipt(1);
        wrong.total = Receipts::fen(1);
        QCOMPARE(rig.queue->print(wrong).error().code, ErrorCode::InvalidInput);
        QCOMPARE(rig.queue->printAgain(wrong).error().code, ErrorCode::InvalidInput);
        QVERIFY(rig.queue->jobs().isEmpty());
    }
    void fiftyAtMost()
    {
        Rig rig;
        for (int i = 0; i < PrintQueue::maxJobs; ++i)
            QVERIFY(rig.queue->print(receipt(i)));
        const auto refused = rig.queue->print(receipt(50));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        rig.pass();
        rig.printer.answer(PrinterTrouble::Unclear); // nobody waits for that one
        QVERIFY(rig.queue->print(receipt(50)));
        QCOMPARE(rig.queue->jobs().size(), PrintQueue::maxJobs);
        QCOMPARE(rig.job().receipt.tail(), QString("0001"));
        QVERIFY(!rig.queue->print(receipt(51)));
    }
    void theDrawerOpensAtOnceOrNotAtAll()
    {
        Rig rig;
        QVERIFY(rig.queue->print(receipt(1)));
        rig.queue->openDrawer();
        rig.pass();
        QCOMPARE(rig.printer.sent, QStringList{"drawer"});
        rig.printer.answer(PrinterTrouble::NotReached);
        rig.pass();
        QCOMPARE(rig.printer.sent.last(), QString("尾号 0001"));
        rig.queue->openDrawer(); // while it prints
        rig.pass(11s);
        rig.printer.answer();
        rig.pass(1h);
        QCOMPARE(rig.printer.sent.size(), 2);
    }
    void aTillWithoutAPrinterKeepsNothing()
    {
        QTemporaryDir folder;
        VirtualClock clock;
        const auto opened =
            PrintQueue::open(folder.filePath("print.queue"), std::make_unique<NoPrinter>(), clock).value().release();
        const std::unique_ptr<PrintQueue> queue(opened);
        const QSignalSpy failed(queue.get(), &PrintQueue::failed);
        QVERIFY(queue->print(receipt(1)));
        clock.advance(1h);
        QVERIFY(queue->jobs().isEmpty());
        QCOMPARE(failed.size(), 1);
    }
    void anotherPrinterTakesWhatWaits()
    {
        Rig rig;
        QVERIFY(rig.queue->print(receipt(1)));
        QVERIFY(rig.queue->print(receipt(2)));
        rig.pass();
        ScriptedPrinter::Script other;
        rig.queue->use(std::make_unique<ScriptedPrinter>(other));
        rig.pass();
        QVERIFY(other.sent.isEmpty()); // the first one has not answered yet
        rig.printer.answer(PrinterTrouble::NotReached);
        rig.pass(2s);
        QCOMPARE(other.sent, QStringList{"尾号 0001"});
        other.answer();
        rig.pass();
        other.answer();
        QCOMPARE(other.sent.last(), QString("尾号 0002"));
        QCOMPARE(rig.printer.sent.size(), 1);
        QVERIFY(rig.queue->jobs().isEmpty());
    }
    void anotherPrinterIsTriedAtOnce()
    {
        Rig rig;
        QVERIFY(rig.queue->print(receipt(1)));
        rig.pass();
        for (int i = 0; i < 5; ++i) {
            rig.printer.answer(PrinterTrouble::NotReached);
            rig.pass(32s);
        }
        rig.printer.answer(PrinterTrouble::NotReached); // and rests for a minute
        ScriptedPrinter::Script other;
        rig.queue->use(std::make_unique<ScriptedPrinter>(other));
        rig.pass();
        QCOMPARE(other.sent, QStringList{"尾号 0001"});
    }
    void aTestIsOnPaperOrNot()
    {
        Rig rig;
        const QSignalSpy tested(rig.queue.get(), &PrintQueue::tested);
        const Receipt sample = SampleReceipt::of({"晨光咖啡", "1 号"}, {.footer = "再见"}, Receipts::at());
        rig.queue->printTest(sample);
        rig.pass();
        QVERIFY(rig.printer.rows.first().contains("不是销售小票"));
        QVERIFY(rig.printer.rows.contains("再见"));
        rig.printer.answer();
        QCOMPARE(tested.last().first().value<PrinterTrouble>(), PrinterTrouble::None);
        rig.queue->printTest(sample);
        rig.pass();
        rig.printer.answer(PrinterTrouble::Paper);
        QCOMPARE(tested.last().first().value<PrinterTrouble>(), PrinterTrouble::Paper);
        rig.pass(1h);
        QCOMPARE(rig.printer.sent.size(), 2); // never by itself again
        QVERIFY(rig.queue->jobs().isEmpty());
        QCOMPARE(rig.queue->print(sample).error().code, ErrorCode::InvalidInput); // it is no sale's
    }
};

QTEST_MAIN(PrintQueueTest)
#include "tst_print_queue.moc"
