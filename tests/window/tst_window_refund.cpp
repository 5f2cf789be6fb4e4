// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/TillUnderTest.h"

#include <QAbstractButton>
#include <QJsonArray>

/// F9 at the real till: the money goes back at the provider too, once, and above a cashier's limit somebody signs.
class WindowRefundTest : public QObject
{
    Q_OBJECT

    using Outcome = RefundView::Outcome;
    using Step = RefundView::Step;

    static const RefundView &shown(const TillUnderTest &till) { return till.view().office.refund; }
    static bool isOn(const TillUnderTest &till, Step step)
    {
        return QTest::qWaitFor(
            [&] { return till.view().office.page == OfficeView::Page::Refund && shown(till).step == step; },
            TillUnderTest::patienceMs);
    }
    /// One sale, paid and left; its number.
    static QString sell(TillUnderTest &till, const QString &amount)
    {
        if (!till.bringUpCode(amount))
            return {};
        const QString number = till.server.newestNumber();
        if (till.server.pay(number).status != 200 || !till.comesTo(PayState::Paid))
            return {};
        return number;
    }
    static QJsonArray refundsOf(TillUnderTest &till, const QString &number)
    {
        return ShopServer::json(till.server.get("/api/v1/orders/" + number + "/refunds"))["refunds"].toArray();
    }
    static qsizetype twinRefunds(TillUnderTest &till)
    {
        return ShopServer::json(till.server.simulator("GET", "/sim/refunds"))["refunds"].toArray().size();
    }
    static void tap(TillUnderTest &till, const QString &name)
    {
        for (const auto *button : till.window().findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == name) {
                QVERIFY(till.hand().tap(button->objectName().toLatin1().constData()));
                return;
            }
        }
        QFAIL(qPrintable(name));
    }
    static void press(TillUnderTest &till, int key)
    {
        till.hand().press(key);
        QTest::qWait(int(RefundFlow::secondPressAfterMs) + 20);
    }

private slots:
    void eightOfTwentyTwoGoBackByKeyboard()
    {
        TillUnderTest till;
        const QString number = sell(till, QStringLiteral("22"));
        QVERIFY(!number.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(till.view().canLeavePaid, TillUnderTest::patienceMs);
        till.hand().press(Qt::Key_F9);
        QVERIFY(isOn(till, Step::Choose));
        QTRY_COMPARE_WITH_TIMEOUT(shown(till).chosen, number, TillUnderTest::patienceMs);
        QCOMPARE(till.words("payButton"), QStringLiteral("就退这一单 ¥22.00"));
        press(till, Qt::Key_Return);
        QVERIFY(isOn(till, Step::Amount));
        till.hand().type(QStringLiteral("8"));
        QTRY_COMPARE(till.words("payButton"), QStringLiteral("退款 ¥8.00"));
        till.hand().rest();
        press(till, Qt::Key_Return);
        QCOMPARE(till.words("payButton"), QStringLiteral("再按一次，退款 ¥8.00"));
        QVERIFY(refundsOf(till, number).isEmpty());
        press(till, Qt::Key_Return);
        QVERIFY(isOn(till, Step::Result));
        QTRY_VERIFY_WITH_TIMEOUT(!refundsOf(till, number).isEmpty(), TillUnderTest::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(twinRefunds(till), 1, TillUnderTest::patienceMs);
        (void)till.server.simulator("PUT", "/sim/clock", {{"advance_s", 60}}); // the end WeChat comes to by itself
        QTRY_COMPARE_WITH_TIMEOUT(shown(till).outcome, Outcome::Done, TillUnderTest::patienceMs);
        QCOMPARE(till.words("outcomePill"), QStringLiteral("已退款"));
        QCOMPARE(refundsOf(till, number).size(), 1);
        QCOMPARE(refundsOf(till, number)[0].toObject()["amount"].toInt(), 800);
        QCOMPARE(refundsOf(till, number)[0].toObject()["reason"].toString(), QStringLiteral("顾客退货"));
        QCOMPARE(till.server.order(number)["refunded"].toInt(), 800);
        press(till, Qt::Key_Return);
        QCOMPARE(till.view().office.page, OfficeView::Page::None);
        QCOMPARE(till.words("amount"), QStringLiteral("¥0.00"));
    }
    void notWhileACodeIsUp()
    {
        TillUnderTest till;
        QVERIFY(till.bringUpCode(QStringLiteral("12")));
        till.hand().press(Qt::Key_F9);
        QTRY_COMPARE(till.words("truthLine"), QStringLiteral("请先完成这一单"));
        QVERIFY(!till.code().isEmpty());
    }
    void aCashiersLargeRefundIsSignedForOnTheSpot()
    {
        TillUnderTest till;
        QTRY_COMPARE_WITH_TIMEOUT(ShopServer::json(till.server.get("/api/v1/people"))["people"].toArray().size(), 3,
                                  TillUnderTest::patienceMs);
        till.hand().press(Qt::Key_F8);
        QTRY_COMPARE_WITH_TIMEOUT(till.view().lock.people.size(), 3, TillUnderTest::patienceMs);
        QTest::qWait(HandGuard::pointerMs);
        tap(till, QStringLiteral("林晓"));
        till.hand().type(QStringLiteral("135790"));
        QTRY_VERIFY_WITH_TIMEOUT(!till.view().lock.locked, TillUnderTest::patienceMs);
        const QString number = sell(till, QStringLiteral("350"));
        QVERIFY(!number.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(till.view().canLeavePaid, TillUnderTest::patienceMs);
        till.hand().press(Qt::Key_F9);
        QTRY_COMPARE_WITH_TIMEOUT(shown(till).chosen, number, TillUnderTest::patienceMs);
        for (int press_ = 0; press_ < 3; ++press_)
            press(till, Qt::Key_Return); // this one, refund, again
        QVERIFY(isOn(till, Step::Supervisor));
        QTRY_COMPARE_WITH_TIMEOUT(till.view().office.supervisor.people.size(), 2, TillUnderTest::patienceMs);
        QVERIFY(refundsOf(till, number).isEmpty());
        QTest::qWait(HandGuard::pointerMs);
        tap(till, QStringLiteral("陈静"));
        till.hand().type(QStringLiteral("135790"));
        QVERIFY(isOn(till, Step::Result));
        QTRY_COMPARE_WITH_TIMEOUT(refundsOf(till, number).size(), 1, TillUnderTest::patienceMs);
        QCOMPARE(till.view().lock.operatorName, QStringLiteral("林晓")); // who stays signed in
    }
};

QTEST_MAIN(WindowRefundTest)
#include "tst_window_refund.moc"
