// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PaperPrinter.h"
#include "tests/window/TillUnderTest.h"

/// Receipts at the real till, a real server, and a printer on a port.
class WindowReceiptTest : public QObject
{
    Q_OBJECT

    struct Shop
    {
        PaperPrinter paper;
        TillUnderTest till{{1366, 768},
                           nullptr,
                           nullptr,
                           CustomerWindow::Where::Off,
                           {.kind = PrinterSettings::Kind::Network,
                            .host = QStringLiteral("127.0.0.1"),
                            .port = paper.port(),
                            .drawer = true}};

        /// Whole papers with these words on them.
        int papers(const QString &words) const
        {
            int count = 0;
            for (qsizetype i = 0; i < paper.decoder.papers().size(); ++i)
                count += paper.decoder.papers()[i].cut && paper.decoder.lines(i).join('\n').contains(words) ? 1 : 0;
            return count;
        }
        bool pays(const QString &number)
        {
            return till.server.pay(number).status == 200 && till.comesTo(PayState::Paid);
        }
        QString sell(const QString &amount)
        {
            const QString number = till.bringUpCode(amount) ? till.server.newestNumber() : QString();
            return !number.isEmpty() && pays(number) ? number : QString();
        }
        QStringList marksOf(const QString &number)
        {
            QStringList marks;
            const auto answer = till.server.get("/api/v1/orders/" + number.toLatin1() + "/timeline");
            for (const auto &mark : ShopServer::json(answer)["marks"].toArray())
                marks.append(mark.toObject()["what"].toString());
            return marks;
        }
        const PrintingView &printing() const { return till.view().strip.printing; }
    };

private slots:
    void goodsPaidByWeChatComeOutOnce()
    {
        Shop shop;
        TillUnderTest &till = shop.till;
        QTRY_VERIFY_WITH_TIMEOUT(!till.view().selling.quick.isEmpty(), TillUnderTest::patienceMs);
        const QString name = till.view().selling.quick[0].name;
        till.hand().press(Qt::Key_1, Qt::AltModifier);
        till.hand().press(Qt::Key_1, Qt::AltModifier);
        QTest::qWait(200);
        till.hand().press(Qt::Key_Return);
        QVERIFY(till.comesTo(PayState::Waiting));
        const QString number = till.server.newestNumber();
        QCOMPARE(shop.paper.connections, 0);
        QVERIFY(shop.pays(number));
        QTRY_COMPARE_WITH_TIMEOUT(shop.papers(number), 1, TillUnderTest::patienceMs);
        QVERIFY(shop.paper.decoder.lines(0).join('\n').contains(name.left(4)));
        QCOMPARE(shop.paper.decoder.drawerKicks(), 0);
        QVERIFY(till.comesTo(PayState::Ready));
        QTRY_VERIFY_WITH_TIMEOUT(shop.marksOf(number).contains("printed"), TillUnderTest::patienceMs);
        const QStringList marks = shop.marksOf(number);
        QVERIFY(marks.indexOf("green_painted") < marks.indexOf("print_asked"));
        QVERIFY(marks.indexOf("print_asked") < marks.indexOf("printed"));
        QCOMPARE(shop.papers(number), 1);
        QCOMPARE(shop.paper.decoder.faults(), QStringList());
        till.powerCut();
        till.powerOn();
        QTest::qWait(1000);
        QCOMPARE(shop.papers(number), 1);
    }
    void withoutPaperTheStripSaysSoAndF10PrintsIt()
    {
        Shop shop;
        shop.paper.decoder.paperOut = true;
        const QString number = shop.sell(QStringLiteral("36.5"));
        QVERIFY(!number.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(shop.printing().trouble, PrinterTrouble::Paper, TillUnderTest::patienceMs);
        QTRY_COMPARE(shop.till.words("stripReprintButton"),
                     QStringLiteral("钱已收到，小票没打出来。检查纸后按 F10 补打。"));
        QVERIFY(shop.till.comesTo(PayState::Ready)); // nothing waits for paper
        QCOMPARE(shop.papers(number), 0);
        shop.paper.decoder.paperOut = false;
        shop.till.hand().press(Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(shop.papers(number), 1, TillUnderTest::patienceMs);
        QCOMPARE(shop.papers(QStringLiteral("补打")), 0);
        QTRY_VERIFY(shop.printing().isQuiet());
        QTest::qWait(400);
        shop.till.hand().press(Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(shop.papers(QStringLiteral("补打")), 1, TillUnderTest::patienceMs);
    }
    void aPowerCutBetweenSendingAndPrintedDoesNotPrintTwice()
    {
        Shop shop;
        shop.paper.hangs = true; // it takes the bytes, and nobody hears of it
        const QString number = shop.sell(QStringLiteral("12"));
        QVERIFY(!number.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(shop.paper.bytes > 0, TillUnderTest::patienceMs);
        const int connections = shop.paper.connections;
        shop.till.powerCut();
        shop.paper.hangs = false;
        shop.till.powerOn();
        QTRY_COMPARE_WITH_TIMEOUT(shop.printing().trouble, PrinterTrouble::Unclear, TillUnderTest::patienceMs);
        QVERIFY(shop.till.comesTo(PayState::Ready));
        QTest::qWait(2500);
        QCOMPARE(shop.paper.connections, connections);
        QCOMPARE(shop.papers(number), 0);
        QVERIFY(!shop.till.words("stripReprintButton").isEmpty());
        QVERIFY(shop.till.hand().tap("stripReprintButton"));
        QTRY_COMPARE_WITH_TIMEOUT(shop.papers(number), 1, TillUnderTest::patienceMs);
        QCOMPARE(shop.papers(QStringLiteral("补打")), 1);
    }
    void cashOpensTheDrawer()
    {
        Shop shop;
        shop.till.hand().type(QStringLiteral("36.5"));
        QTest::qWait(200);
        shop.till.hand().press(Qt::Key_C, Qt::AltModifier);
        shop.till.hand().type(QStringLiteral("50"));
        QTest::qWait(200);
        shop.till.hand().press(Qt::Key_Return);
        QVERIFY(shop.till.comesTo(PayState::Paid));
        QTRY_COMPARE_WITH_TIMEOUT(shop.paper.decoder.drawerKicks(), 1, TillUnderTest::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(shop.papers(QStringLiteral("13.50")), 1, TillUnderTest::patienceMs);
    }
};

QTEST_MAIN(WindowReceiptTest)
#include "tst_window_receipt.moc"
