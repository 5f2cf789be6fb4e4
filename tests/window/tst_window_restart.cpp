// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/TillUnderTest.h"

/// The plug of the till, or of the server, is pulled while the customer is at it.
class WindowRestartTest : public QObject
{
    Q_OBJECT

    static void loseLastLine(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray lines = file.readAll().chopped(1);
        QVERIFY(lines.mid(lines.lastIndexOf('\n')).contains("paid"));
        QVERIFY(file.resize(lines.lastIndexOf('\n') + 1));
    }

private slots:
    void whatWasPaidMeanwhileIsShownAndAnnouncedOnce_data()
    {
        QTest::addColumn<bool>("serverToo");
        QTest::newRow("the till") << false;
        QTest::newRow("the till and the server") << true;
    }
    void whatWasPaidMeanwhileIsShownAndAnnouncedOnce()
    {
        QFETCH(bool, serverToo);
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("22")));
        const QString number = till.server.newestNumber();
        till.powerCut();
        QCOMPARE(till.server.pay(number).status, 200);
        QTRY_COMPARE(till.server.state(number), QStringLiteral("SUCCESS"));
        if (serverToo) {
            till.server.stop();
            till.server.start();
        }
        till.powerOn();
        QVERIFY(till.comesTo(PayState::Paid));
        QCOMPARE(till.words("amount"), QStringLiteral("¥22.00"));
        QTRY_VERIFY(till.isPaidInPicture());
        QTRY_COMPARE(till.announced, QStringList(QStringLiteral("22.00 ") + number));
        QVERIFY(till.comesTo(PayState::Ready));

        till.powerCut(); // once more, with nothing open any more
        till.powerOn();
        QTest::qWait(500);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.announced.size(), 1);
        QCOMPARE(till.server.rows().size(), 1);
    }
    void theCodeComesBackWhenNobodyHasPaid()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("22")));
        const QString code = till.code();
        till.powerCut();
        till.powerOn();
        QVERIFY(till.comesTo(PayState::Waiting));
        QTRY_COMPARE(till.code(), code);
        QCOMPARE(till.server.pay(till.server.newestNumber()).status, 200);
        QVERIFY(till.comesTo(PayState::Paid));
        QCOMPARE(till.announced.size(), 1);
    }
    void greenIsNotAnnouncedAgainAfterAPowerCut_data()
    {
        QTest::addColumn<bool>("endWritten");
        QTest::newRow("its end was on the disk") << true;
        QTest::newRow("only its voice mark was") << false;
    }
    void greenIsNotAnnouncedAgainAfterAPowerCut()
    {
        QFETCH(bool, endWritten);
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("22")));
        QCOMPARE(till.server.pay(till.server.newestNumber()).status, 200);
        QVERIFY(till.comesTo(PayState::Paid));
        till.powerCut();
        if (!endWritten)
            loseLastLine(till.server.path(QStringLiteral("till-journal.jsonl")));
        till.powerOn();
        QTest::qWait(500);
        QVERIFY(till.comesTo(PayState::Ready));
        QCOMPARE(till.announced.size(), 1);
    }
    void theTillOutlivesItsServer()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("22")));
        const QString number = till.server.newestNumber();
        till.server.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!till.view().strip.online, TillUnderTest::patienceMs);
        QVERIFY(till.words("truthLine").startsWith(QStringLiteral("网络断了")));
        till.server.start();
        QCOMPARE(till.server.pay(number).status, 200);
        QVERIFY(till.comesTo(PayState::Paid));
        QTRY_VERIFY(till.view().strip.online);
        QCOMPARE(till.announced, QStringList(QStringLiteral("22.00 ") + number));
    }
};

QTEST_MAIN(WindowRestartTest)
#include "tst_window_restart.moc"
