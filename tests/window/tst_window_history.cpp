// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/TillUnderTest.h"

/// F3 and "I have paid" at the real till and a real server: a sale is found by its tail, and a number from the
/// customer's phone is answered by WeChat.
class WindowHistoryTest : public QObject
{
    Q_OBJECT

    static const HistoryView &orders(const TillUnderTest &till) { return till.view().office.history; }
    static const CheckView &check(const TillUnderTest &till) { return till.view().office.check; }
    /// A sale that is paid and over; its number.
    static QString sell(TillUnderTest &till, const QString &amount)
    {
        if (!till.bringUpCode(amount))
            return {};
        const QString number = till.server.newestNumber();
        const auto sales = till.announced.size();
        if (till.server.pay(number).status != 200)
            return {};
        const bool announced =
            QTest::qWaitFor([&] { return till.announced.size() > sales; }, TillUnderTest::patienceMs);
        QTest::qWait(int(SaleFlow::paidAtLeastMs) + 200);
        till.hand().press(Qt::Key_Return);
        return announced && till.comesTo(PayState::Ready) ? number : QString();
    }
    /// What the customer's phone shows: WeChat's own number.
    static QString transactionOf(TillUnderTest &till, const QString &number)
    {
        return ShopServer::json(till.server.get("/api/v1/orders/" + number.toLatin1()))["transaction_id"].toString();
    }

private slots:
    void aSaleIsFoundByItsTailWithItsStory()
    {
        TillUnderTest till;
        const QString first = sell(till, QStringLiteral("36.5"));
        const QString second = sell(till, QStringLiteral("12"));
        QVERIFY(!first.isEmpty() && !second.isEmpty());
        till.hand().press(Qt::Key_F3);
        QTRY_COMPARE_WITH_TIMEOUT(orders(till).lines.size(), 2, TillUnderTest::patienceMs);
        till.hand().type(first.right(4));
        QTRY_VERIFY_WITH_TIMEOUT(orders(till).lines.size() == 1 && orders(till).lines[0].number == first,
                                 TillUnderTest::patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(orders(till).storyRead, TillUnderTest::patienceMs);
        QVERIFY2(till.words("storyList").contains(QStringLiteral("微信确认到账")), qPrintable(till.words("storyList")));
        QCOMPARE(till.words("orderAmount"), QStringLiteral("¥36.50"));
        till.hand().press(Qt::Key_F9);
        QTRY_COMPARE_WITH_TIMEOUT(till.view().office.refund.chosen, first, TillUnderTest::patienceMs);
        till.hand().press(Qt::Key_Escape);
        QTRY_COMPARE(till.view().office.page, OfficeView::Page::None);
    }
    void aNumberFromThePhoneIsAnswered()
    {
        TillUnderTest till;
        const QString paid = sell(till, QStringLiteral("36.5"));
        const QString transaction = transactionOf(till, paid);
        QVERIFY(transaction.size() > 8);
        QVERIFY(till.bringUpCode(QStringLiteral("12")));
        till.hand().press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(till.view().notice.kind, Notice::Kind::QueriedUnpaid, TillUnderTest::patienceMs);
        till.hand().press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(check(till).recent.size(), 2, TillUnderTest::patienceMs);
        QCOMPARE(till.words("underWayButton"), QStringLiteral("正在收款 ¥12.00 · 等待付款 · 返回"));
        till.hand().type(transaction.right(8));
        QTest::qWait(200);
        till.hand().press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(check(till).say, CheckView::Say::Answered, TillUnderTest::patienceMs);
        QCOMPARE(check(till).verdict, CheckView::Verdict::Another);
        QCOMPARE(check(till).found->number, paid);
        till.hand().type(QStringLiteral("00000000"));
        QTest::qWait(200);
        till.hand().press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(check(till).say == CheckView::Say::Answered
                                     && check(till).verdict == CheckView::Verdict::None,
                                 TillUnderTest::patienceMs);
        QCOMPARE(till.words("verdictSays"), QStringLiteral("微信没有这笔收款，请顾客打开“账单详情”"));
        QCOMPARE(till.server.pay(till.server.newestNumber()).status, 200); // and then it is
        QVERIFY(till.comesTo(PayState::Paid));
        QCOMPARE(till.view().office.page, OfficeView::Page::None);
    }
};

QTEST_MAIN(WindowHistoryTest)
#include "tst_window_history.moc"
