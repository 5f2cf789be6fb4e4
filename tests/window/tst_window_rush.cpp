// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/TillUnderTest.h"

/// "An owner's first ten minutes", part 2 (product.md): thirty sales; in ten the next amount is typed straight through
/// the green, in five a bottle that this shop does not sell, a short code and a payment code are scanned while the
/// customer pays.
class WindowRushTest : public QObject
{
    Q_OBJECT

    static constexpr int sales = 30;
    static QString amountOf(int sale)
    {
        return QStringLiteral("%1.%2").arg(3 + sale % 17).arg(sale % 100, 2, 10, QChar(u'0'));
    }
    static qint64 fenOf(int sale) { return (3 + sale % 17) * 100 + sale % 100; }
    static bool typesAhead(int sale) { return sale % 3 == 1; } // the next sale's amount, ten times
    static bool scans(int sale) { return sale % 6 == 2; } // five times

    static void checkScans(TillUnderTest &till)
    {
        const QString code = till.view().codeUrl;
        const auto scan = [&till](const char *text, const QString &says) {
            till.hand().scan(QLatin1String(text));
            QTRY_VERIFY2(till.words("truthLine").contains(says), qPrintable(till.words("truthLine")));
            QCOMPARE(till.state(), PayState::Waiting);
            QVERIFY(till.view().next.isEmpty());
        };
        scan("6901234500008", QStringLiteral("请直接输入金额"));
        scan("204518", QStringLiteral("请直接输入金额"));
        scan("134512345678901234", QStringLiteral("这是顾客的付款码"));
        QCOMPARE(till.view().codeUrl, code);
    }

    /// From a code on the screen to green, and on to the next code or, at the end, to Ready.
    static void payAndGoOn(TillUnderTest &till, int sale)
    {
        const auto onItsWay = till.server.paySoon(till.view().codeUrl);
        const bool last = sale + 1 == sales;
        const QString next = last ? QString() : amountOf(sale + 1);
        if (typesAhead(sale)) {
            till.hand().type(next); // the green comes somewhere between these
            QTRY_COMPARE(till.view().next.total.fen() + till.view().entry.total.fen(), fenOf(sale + 1));
        }
        QTRY_COMPARE_WITH_TIMEOUT(till.announced.size(), sale + 1, TillUnderTest::patienceMs);
        QVERIFY(onItsWay.isFinished() || QTest::qWaitFor([&] { return onItsWay.isFinished(); }));
        QCOMPARE(onItsWay.result()->status, 200);
        if (typesAhead(sale)) {
            QTRY_VERIFY(till.view().canLeavePaid || till.state() == PayState::Ready);
        } else {
            QVERIFY(till.comesTo(PayState::Ready));
            till.hand().type(next);
        }
        if (!last) {
            till.hand().press(Qt::Key_Return);
            QVERIFY(till.comesTo(PayState::Waiting));
            QCOMPARE(till.view().amount.fen(), fenOf(sale + 1));
        }
    }

private slots:
    void thirtySalesLoseNothing()
    {
        TillUnderTest till;
        QElapsedTimer inAll;
        inAll.start();
        QVERIFY(till.bringUpCode(amountOf(0)));
        qint64 total = 0;
        for (int sale = 0; sale < sales; ++sale) {
            total += fenOf(sale);
            if (scans(sale))
                checkScans(till);
            payAndGoOn(till, sale);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(inAll.elapsed() < 300'000, qPrintable(QString::number(inAll.elapsed())));
        QVERIFY(till.comesTo(PayState::Ready));
        QVERIFY(till.view().entry.isEmpty());

        QCOMPARE(till.states.count(PayState::Paid), sales);
        QCOMPARE(QSet<QString>(till.announced.begin(), till.announced.end()).size(), sales);
        QCOMPARE(till.announced.size(), sales);
        const QJsonArray rows = till.server.rows();
        const QJsonArray twins = till.server.twins();
        QCOMPARE(rows.size(), sales);
        QCOMPARE(twins.size(), sales);
        qint64 ours = 0;
        qint64 theirs = 0;
        for (int at = 0; at < sales; ++at) {
            QCOMPARE(rows[at]["trade_state"].toString(), QStringLiteral("SUCCESS"));
            QCOMPARE(twins[at]["trade_state"].toString(), QStringLiteral("SUCCESS"));
            ours += rows[at]["amount"]["total"].toInteger();
            theirs += twins[at]["amount"]["total"].toInteger();
        }
        QCOMPARE(ours, total);
        QCOMPARE(theirs, total);
    }
    void aScanBesideATypedAmountNeitherPaysNorChangesIt()
    {
        TillUnderTest till;
        till.hand().type(QStringLiteral("12.5"));
        for (const char *code : {"6901234500008", "204518", "134512345678901234"}) {
            till.hand().scan(QLatin1String(code));
            QTest::qWait(200);
            QCOMPARE(till.state(), PayState::Ready);
            QCOMPARE(till.words("amount"), QStringLiteral("¥12.50"));
        }
        QCOMPARE(till.server.twins().size(), 0);
        till.hand().press(Qt::Key_Return);
        QVERIFY(till.comesTo(PayState::Waiting));
        QCOMPARE(till.server.order(till.server.newestNumber())["amount"].toObject()["total"].toInt(), 1250);
    }
};

QTEST_MAIN(WindowRushTest)
#include "tst_window_rush.moc"
