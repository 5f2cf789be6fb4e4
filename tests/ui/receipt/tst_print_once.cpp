// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PaperPrinter.h"
#include "tests/support/Receipts.h"
#include "tests/support/ScriptedPrinter.h"
#include "tests/support/VirtualClock.h"
#include "ui/Language.h"
#include "ui/receipt/PrintQueue.h"
#include "ui/receipt/PrinterSettings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using State = PrintJob::State;

/// One sale, one paper, whatever is switched off in between.
class PrintOnceTest : public QObject
{
    Q_OBJECT

    struct Shop
    {
        QTemporaryDir folder;
        VirtualClock clock;
        PaperPrinter paper;
        std::unique_ptr<PrintQueue> queue;

        QString path() const { return folder.filePath("print.queue"); }
        void start()
        {
            const PrinterSettings settings{
                .kind = PrinterSettings::Kind::Network, .host = QStringLiteral("127.0.0.1"), .port = paper.port()};
            queue = PrintQueue::open(path(), settings.printer(clock), clock).value();
        }
        QByteArray bytes() const
        {
            QFile file(path());
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        void write(const QByteArray &bytes) const
        {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        int papersOf(const QString &words) const
        {
            int count = 0;
            for (qsizetype i = 0; i < paper.decoder.papers().size(); ++i)
                count += paper.decoder.lines(i).join('\n').contains(words) ? 1 : 0;
            return count;
        }
    };

    Language m_language;

private slots:
    void aPowerCutAtAnyMomentNeverMakesTwoPapers()
    {
        // The file as every power cut on the way would leave it, down to the byte.
        QByteArray whole;
        {
            Shop shop;
            shop.start();
            QVERIFY(shop.queue->print(Receipts::sale()));
            shop.clock.advance(0ms);
            QTRY_VERIFY(shop.queue->jobs().isEmpty());
            whole = shop.bytes();
        }
        const auto sendingAt = whole.lastIndexOf('\n', whole.indexOf("\"sending\"")) + 1;
        const auto sendingEnd = whole.indexOf('\n', sendingAt);
        QVERIFY(sendingAt > 0 && sendingEnd > sendingAt);
        for (auto length = sendingAt; length <= whole.size(); length += 7) {
            Shop shop;
            shop.write(whole.left(length));
            shop.start();
            QVERIFY(shop.queue->print(Receipts::sale())); // the till asks again, as it may
            if (length >= sendingEnd) { // it may lie on the counter
                shop.clock.advance(24h);
                QCOMPARE(shop.paper.connections, 0);
            } else {
                shop.clock.advance(0ms);
                QTRY_VERIFY(shop.queue->jobs().isEmpty());
                QCOMPARE(shop.papersOf("尾号 4821"), 1);
            }
        }
    }
    void aCrashBetweenSendingAndTheMarkAsksAPerson()
    {
        Shop shop;
        shop.start();
        QVERIFY(shop.queue->print(Receipts::sale()));
        QByteArray before;
        shop.clock.advance(0ms); // sending is written down, and the bytes are under way
        QCOMPARE(shop.queue->jobs()[0].state, State::Sending);
        before = shop.bytes();
        QTRY_COMPARE(shop.papersOf("尾号 4821"), 1);
        QTRY_VERIFY(shop.queue->jobs().isEmpty());
        shop.queue.reset();
        shop.write(before); // the mark never reached the disk

        shop.start();
        QCOMPARE(shop.queue->jobs().size(), 1);
        QCOMPARE(shop.queue->jobs()[0].state, State::Uncertain);
        QVERIFY(shop.queue->print(Receipts::sale()));
        const auto connections = shop.paper.connections;
        shop.clock.advance(24h);
        QCOMPARE(shop.paper.connections, connections);

        QVERIFY(shop.queue->printAgain(Receipts::sale()));
        shop.clock.advance(0ms);
        QTRY_VERIFY(shop.queue->jobs().isEmpty());
        QCOMPARE(shop.papersOf("尾号 4821"), 2);
        QCOMPARE(shop.papersOf("补打 第1次"), 1);
        QCOMPARE(shop.paper.decoder.faults(), QStringList());
    }
    void whatWaitedComesOutAfterARestart()
    {
        Shop shop;
        shop.paper.decoder.paperOut = true;
        shop.start();
        QVERIFY(shop.queue->print(Receipts::sale()));
        shop.clock.advance(0ms);
        QTRY_COMPARE(shop.queue->jobs()[0].state, State::Failed);
        QCOMPARE(shop.queue->jobs()[0].trouble, PrinterTrouble::Paper);
        shop.start();
        QCOMPARE(shop.queue->jobs()[0].state, State::Failed);
        shop.paper.decoder.paperOut = false;
        shop.clock.advance(0ms);
        QTRY_VERIFY(shop.queue->jobs().isEmpty());
        QCOMPARE(shop.papersOf("尾号 4821"), 1);
        QCOMPARE(shop.papersOf("补打"), 0);
        shop.start();
        QVERIFY(shop.queue->print(Receipts::sale()));
        shop.clock.advance(1h);
        QCOMPARE(shop.papersOf("尾号 4821"), 1);
    }
    void whatIsOnPaperIsRememberedOverACompaction()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("print.queue");
        VirtualClock clock;
        ScriptedPrinter::Script printer;
        const auto open = [&] {
            return PrintQueue::open(path, std::make_unique<ScriptedPrinter>(printer), clock).value();
        };
        Receipt receipt = Receipts::sale();
        receipt.lines = QList<ReceiptLine>(200, {QString("长").repeated(64), Receipts::fen(100), 1});
        receipt.discounts.clear();
        receipt.total = Receipts::fen(20000);
        std::unique_ptr<PrintQueue> queue = open();
        qint64 largest = 0;
        for (int i = 0; i < 60; ++i) {
            receipt.orderNumber = QStringLiteral("NUMBER%1").arg(i, 4, 10, QLatin1Char('0'));
            QVERIFY(queue->print(receipt));
            clock.advance(0ms);
            printer.answer(i == 0 ? PrinterTrouble::Unclear : PrinterTrouble::None);
            largest = std::max(largest, QFileInfo(path).size());
        }
        QVERIFY(largest < 2 * PrintBooks::compactAboveBytes);
        queue = open();
        QCOMPARE(queue->jobs().size(), 1);
        QCOMPARE(queue->jobs()[0].state, State::Uncertain);
        for (int i = 0; i < 60; ++i) {
            receipt.orderNumber = QStringLiteral("NUMBER%1").arg(i, 4, 10, QLatin1Char('0'));
            QVERIFY(queue->print(receipt));
        }
        clock.advance(1h);
        QCOMPARE(printer.sent.size(), 60);
    }
};

QTEST_MAIN(PrintOnceTest)
#include "tst_print_once.moc"
