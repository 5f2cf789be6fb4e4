// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/TillUnderTest.h"

#include <QJsonArray>

/// Alt+I at the real till: money nobody expected is decided by a person, and the books say who and why.
class WindowInboxTest : public QObject
{
    Q_OBJECT

    static const InboxView &inbox(const TillUnderTest &till) { return till.view().office.inbox; }
    static QJsonArray cases(TillUnderTest &till)
    {
        return ShopServer::json(till.server.get("/api/v1/cases"))["cases"].toArray();
    }
    /// Two payments of numbers the shop never made wait at a till that takes another one meanwhile.
    static void bringStrays(TillUnderTest &till)
    {
        QVERIFY(till.bringUpCode(QStringLiteral("12")));
        for (const char *number : {"STRAY0001", "STRAY0002"}) {
            const auto paid = till.server.simulator("POST", "/sim/stray", {{"out_trade_no", number}, {"amount", 500}});
            QVERIFY2(paid.status == 200, paid.body.constData());
        }
        QTRY_COMPARE_WITH_TIMEOUT(cases(till).size(), 2, TillUnderTest::patienceMs);
    }

private slots:
    void oneIsHonouredOverASaleThatGoesOn()
    {
        TillUnderTest till;
        bringStrays(till);
        till.hand().press(Qt::Key_I, Qt::AltModifier);
        QTRY_COMPARE_WITH_TIMEOUT(inbox(till).items.size(), 2, TillUnderTest::patienceMs);
        QCOMPARE(till.words("underWayButton"), QStringLiteral("正在收款 ¥12.00 · 等待付款 · 返回"));
        QCOMPARE(till.words("caseStory"), QStringLiteral("收到一笔付款，但我们的账里没有这个单号。"));
        till.hand().type(QStringLiteral("1"));
        QTRY_COMPARE(inbox(till).step, InboxView::Step::Reason);
        QTest::qWait(200);
        till.hand().press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(inbox(till).open, 1, TillUnderTest::patienceMs);
        QCOMPARE(cases(till).size(), 2);
        int honoured = 0;
        const auto all = cases(till);
        for (const auto &each : all)
            honoured += each.toObject()["state"].toString() == QLatin1String("honoured") ? 1 : 0;
        QCOMPARE(honoured, 1);
        const QString number = till.server.newestNumber();
        QCOMPARE(till.server.pay(number).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(till.announced.size(), 1, TillUnderTest::patienceMs);
        till.hand().press(Qt::Key_Escape);
        QCOMPARE(till.view().office.page, OfficeView::Page::None);
    }
    void theStripLeadsThereAndOneGoesBack()
    {
        TillUnderTest till;
        bringStrays(till);
        QTRY_VERIFY_WITH_TIMEOUT(till.view().strip.cases == 2, 2 * TillUnderTest::patienceMs);
        QVERIFY(till.hand().tap("stripInboxButton"));
        QTRY_COMPARE_WITH_TIMEOUT(inbox(till).items.size(), 2, TillUnderTest::patienceMs);
        QTest::qWait(HandGuard::pointerMs);
        QVERIFY(till.hand().tap("giveBackButton"));
        QTRY_COMPARE(inbox(till).step, InboxView::Step::Reason);
        QTest::qWait(HandGuard::pointerMs);
        QVERIFY(till.hand().tap("decideButton"));
        QTRY_COMPARE_WITH_TIMEOUT(inbox(till).open, 1, TillUnderTest::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(
            ShopServer::json(till.server.simulator("GET", "/sim/refunds"))["refunds"].toArray().size(), 1,
            TillUnderTest::patienceMs);
        QTest::qWait(HandGuard::pointerMs);
        QVERIFY(till.hand().tap("inboxDecidedButton"));
        QTRY_COMPARE(inbox(till).items.size(), 1);
        QVERIFY2(till.words("caseDecision").contains(QStringLiteral("没有交货")),
                 qPrintable(till.words("caseDecision")));
    }
};

QTEST_MAIN(WindowInboxTest)
#include "tst_window_inbox.moc"
