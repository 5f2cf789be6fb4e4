// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ForeignSql.h"
#include "tests/window/TillUnderTest.h"

/// The mock webhook button in the practice bar has the simulator send a real notification. It never paints success
/// itself: while the server cannot take the notification, the till waits.
class WindowMockButtonTest : public QObject
{
    Q_OBJECT

    static bool alter(const TillUnderTest &till, const QString &statement)
    {
        return alterFile(till.server.path(QStringLiteral("books.sqlite")), {statement});
    }
    static bool breakBooks(const TillUnderTest &till)
    {
        return alter(till, QStringLiteral("ALTER TABLE order_events RENAME TO moved"));
    }
    static bool mendBooks(const TillUnderTest &till)
    {
        return alter(till, QStringLiteral("ALTER TABLE moved RENAME TO order_events"));
    }
    static QList<int> answersToNotifies(TillUnderTest &till)
    {
        QList<int> statuses;
        const auto sent = ShopServer::json(till.server.simulator("GET", "/sim/notifies"))["notifies"].toArray();
        for (const QJsonValue delivery : sent)
            statuses.append(delivery["status"].toInt());
        return statuses;
    }

private slots:
    void paysThroughARealNotification()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("12.5")));
        QTest::qWait(HandGuard::pointerMs);
        QVERIFY(till.hand().tap("mockPayButton"));
        QVERIFY(till.comesTo(PayState::Paid));
        QTRY_VERIFY(till.isPaidInPicture());
        QCOMPARE(answersToNotifies(till), QList<int>{204});
        const auto order = till.server.order(till.server.newestNumber());
        QCOMPARE(order["trade_state"].toString(), QStringLiteral("SUCCESS"));
        QCOMPARE(order["confirmed_by"].toString(), QStringLiteral("notify"));
    }
    void theTillWaitsWhileTheNotificationIsAnswered500_data()
    {
        QTest::addColumn<bool>("asks");
        QTest::newRow("until the simulator sends it again") << false;
        QTest::newRow("until the cashier asks with F5") << true;
    }
    void theTillWaitsWhileTheNotificationIsAnswered500()
    {
        QFETCH(bool, asks);
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("12.5")));
        // In WeChat's schedule the third delivery comes 30 s after the first; 3 s here, and the server's own queries,
        // which might be first, fail. With F5 no delivery comes in time.
        QJsonObject faults{{"schedule_scale", asks ? 1.0 : 0.1}};
        if (!asks)
            faults["api"] = QJsonObject{{"error_rate", 1}};
        QCOMPARE(till.server.simulator("PUT", "/sim/faults", faults).status, 200);
        QVERIFY(breakBooks(till));
        QTest::qWait(HandGuard::pointerMs);
        QVERIFY(till.hand().tap("mockPayButton"));
        QTRY_VERIFY(answersToNotifies(till).contains(500));
        QTest::qWait(1000);
        if (asks) {
            till.hand().press(Qt::Key_F5);
            QTRY_VERIFY(till.words("truthLine").contains(QStringLiteral("F5")));
        }
        QCOMPARE(till.state(), PayState::Waiting);
        QVERIFY(!till.states.contains(PayState::Paid));
        QVERIFY(!till.code().isEmpty());
        QCOMPARE(till.announced, QStringList());

        QVERIFY(mendBooks(till));
        if (asks)
            till.hand().press(Qt::Key_F5);
        QVERIFY(till.comesTo(PayState::Paid));
        QCOMPARE(till.announced.size(), 1);
        QCOMPARE(till.server.order(till.server.newestNumber())["confirmed_by"].toString(),
                 asks ? QStringLiteral("query") : QStringLiteral("notify"));
    }
};

QTEST_MAIN(WindowMockButtonTest)
#include "tst_window_mock_button.moc"
