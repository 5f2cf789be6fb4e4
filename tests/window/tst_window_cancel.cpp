// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/Phone.h"
#include "tests/window/TillUnderTest.h"

#include <QRegularExpression>

/// What a cashier does at the code besides waiting: cancels, asks, shows it to the customer, makes a new one.
class WindowCancelTest : public QObject
{
    Q_OBJECT
private slots:
    void escAsksOnceThenTheOrderIsClosed()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("12.5")));
        const QString number = till.server.newestNumber();
        const QString code = till.code();
        till.hand().press(Qt::Key_Escape);
        QTRY_VERIFY(till.words("truthLine").contains(QStringLiteral("再按一次 Esc")));
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.server.state(number), QStringLiteral("NOTPAY"));
        QCOMPARE(till.code(), code);
        till.hand().press(Qt::Key_Escape);
        QVERIFY(till.comesTo(PayState::Cancelled));
        QCOMPARE(till.words("statePill"), QStringLiteral("已取消（未收款）"));
        QCOMPARE(till.server.state(number), QStringLiteral("CLOSED"));
        QCOMPARE(till.server.pay(number).status, 409);
        QVERIFY(!Phone().open(code));
        QVERIFY(till.comesTo(PayState::Ready));
        QCOMPARE(till.words("amount"), QStringLiteral("¥12.50")); // to be mended or paid another way
        QCOMPARE(till.announced, QStringList());
    }
    void aCancelCannotTakeBackWhatIsPaid()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("12.5")));
        const QString number = till.server.newestNumber();
        const QJsonObject lost{{"notify", QJsonObject{{"drop", 1}}}};
        QCOMPARE(till.server.simulator("PUT", "/sim/faults", lost).status, 200);
        QCOMPARE(till.server.pay(number).status, 200); // and the till is not told
        till.hand().press(Qt::Key_Escape);
        till.hand().press(Qt::Key_Escape);
        QVERIFY(till.comesTo(PayState::Paid));
        QVERIFY(!till.states.contains(PayState::Cancelled));
        QTRY_VERIFY(till.isPaidInPicture());
        QVERIFY2(till.words("paidNotice").contains(QStringLiteral("顾客已付款 ¥12.50，不能取消")),
                 qPrintable(till.words("paidNotice")));
        QCOMPARE(till.server.state(number), QStringLiteral("SUCCESS"));
        QCOMPARE(till.announced, QStringList(QStringLiteral("12.50 ") + number));
    }
    void f5AnswersInWords()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("12.5")));
        till.hand().press(Qt::Key_F5);
        static const QRegularExpression answer(QStringLiteral("微信查询结果：未付款（\\d\\d:\\d\\d:\\d\\d）"));
        QTRY_VERIFY2(answer.match(till.words("truthLine")).hasMatch(), qPrintable(till.words("truthLine")));
        QTRY_COMPARE(till.state(), PayState::Waiting);
        QVERIFY(till.states.contains(PayState::Checking));
        QTRY_VERIFY(!till.code().isEmpty());
    }
    void f11ShowsTheCustomerAndComesBack()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("12.5")));
        const QString code = till.code();
        till.hand().press(Qt::Key_F11);
        QTRY_COMPARE(till.words("customerScan"), QStringLiteral("请打开微信“扫一扫”付款"));
        QCOMPARE(till.words("amount"), QStringLiteral("¥12.50"));
        QTRY_COMPARE(till.code(), code);
        QVERIFY(till.words("truthLine").isNull());
        till.hand().press(Qt::Key_F11);
        QTRY_VERIFY(!till.words("truthLine").isNull());
        QTRY_COMPARE(till.code(), code);
        QCOMPARE(till.state(), PayState::Waiting);
    }
    void theCustomersScreenTurnsGreenToo()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("12.5")));
        till.hand().press(Qt::Key_F11);
        QTRY_VERIFY(!till.words("customerScan").isNull());
        QTRY_VERIFY(!till.code().isEmpty());
        Phone phone;
        QVERIFY(phone.open(till.code()));
        QVERIFY(phone.pay());
        QVERIFY(till.comesTo(PayState::Paid));
        QTRY_VERIFY(till.isPaidInPicture());
        QCOMPARE(till.code(), QString());
    }
    void f6ClosesTheOldCodeBeforeANewOneComes()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("12.5")));
        const QString oldNumber = till.server.newestNumber();
        const QString oldCode = till.code();
        till.hand().press(Qt::Key_F6);
        QTRY_VERIFY_WITH_TIMEOUT(!till.code().isEmpty() && till.code() != oldCode, TillUnderTest::patienceMs);
        const QString number = till.server.newestNumber();
        QVERIFY(number != oldNumber);
        QCOMPARE(till.server.state(oldNumber), QStringLiteral("CLOSED"));
        QCOMPARE(till.server.pay(oldNumber).status, 409);
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.server.order(number)["amount"].toObject()["total"].toInt(), 1250);
        QCOMPARE(till.server.order(number)["sale"], till.server.order(oldNumber)["sale"]);
        Phone phone;
        QVERIFY(phone.open(till.code()));
        QVERIFY(phone.pay());
        QVERIFY(till.comesTo(PayState::Paid));
        QCOMPARE(till.announced, QStringList(QStringLiteral("12.50 ") + number));
    }
};

QTEST_MAIN(WindowCancelTest)
#include "tst_window_cancel.moc"
