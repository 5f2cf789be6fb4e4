// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/checkout/OpenShop.h"

using namespace std::chrono_literals;

/// What is asked about, when, and what it leaves alone.
class ReconcilerTest : public QObject
{
    Q_OBJECT
private slots:
    void everyThreeSecondsWhileTheCodeIsUp()
    {
        OpenShop shop;
        shop.place();
        shop.pass(31s);
        QCOMPARE(shop.wechat.times("query T00001"),
                 (QList<qint64>{3000, 6000, 9000, 12000, 15000, 18000, 21000, 24000, 27000, 30000}));
        // Nothing was found, so nothing is said.
        QCOMPARE(shop.told, (QStringList{"CREATED 1", "CODE_READY 2"}));
        QCOMPARE(shop.now().seq, 2);
    }
    void notBeforeThereIsACode()
    {
        OpenShop shop;
        shop.wechat.hangs = true;
        shop.place();
        shop.pass(299s, 1s);
        QCOMPARE(shop.wechat.words(), QStringList("create T00001"));
    }
    void notAboutWhatIsSettled_data()
    {
        QTest::addColumn<PaymentEvent>("word");
        QTest::newRow("paid") << Orders::payment();
        QTest::newRow("another amount: a case") << Orders::payment("T00001", 5);
        auto over = Orders::payment();
        over.state = TradeState::Closed;
        QTest::newRow("closed") << over;
    }
    void notAboutWhatIsSettled()
    {
        QFETCH(PaymentEvent, word);
        OpenShop shop;
        shop.place();
        QVERIFY(await(shop.checkout->settle(word)));
        shop.pass(10s);
        QVERIFY(shop.wechat.times("query T00001").isEmpty());
        shop.restart();
        shop.pass(400s, 1s);
        QCOMPARE(shop.wechat.words(), QStringList("create T00001"));
    }
    void anotherMerchantsPaymentSettlesNothing()
    {
        OpenShop shop;
        shop.place();
        auto word = Orders::payment();
        word.foreign = true;
        QVERIFY(await(shop.checkout->settle(word)));
        shop.wechat.pay("T00001");
        shop.pass(5s);
        QCOMPARE(shop.now().state, TradeState::Success);
        QCOMPARE(shop.now().openCase, CaseKind::Foreign); // stays until somebody decides
    }
    void aPaymentThatDoesNotFitEndsIt()
    {
        OpenShop shop;
        shop.wechat.receives = 5;
        shop.place();
        shop.wechat.pay("T00001");
        shop.pass(400s, 1s);
        QCOMPARE(shop.wechat.times("query T00001"), QList<qint64>{3000});
        QCOMPARE(shop.now().openCase, CaseKind::AmountMismatch);
        QCOMPARE(shop.now().state, TradeState::NotPay);
        QVERIFY(!shop.now().closing);
    }
    void aQuestionThatHangsHoldsNothingUp()
    {
        OpenShop shop;
        shop.place();
        shop.wechat.delay = 60s;
        shop.pass(10s);
        // Three at once, no more.
        QCOMPARE(shop.wechat.times("query T00001"), (QList<qint64>{3000, 6000, 9000}));
        shop.pass(53s);
        // The one that was left out is asked as soon as another is over, and late answers count.
        QCOMPARE(shop.wechat.times("query T00001").mid(3), QList<qint64>{63000});
        shop.wechat.delay = 0ms;
        shop.wechat.pay("T00001");
        shop.pass(4s);
        QCOMPARE(shop.told.last(), QStringLiteral("SUCCESS 3"));
    }
    void closesAtTheDeadline()
    {
        OpenShop shop;
        shop.place();
        shop.pass(299'900ms, 300ms);
        QVERIFY(!shop.wechat.words().contains("close T00001"));
        shop.pass(200ms);
        QCOMPARE(shop.wechat.words().mid(shop.wechat.calls.size() - 3),
                 (QStringList{"query T00001", "close T00001", "query T00001"}));
        QCOMPARE(shop.told.last(), QStringLiteral("CLOSED 3"));
        QCOMPARE(await(shop.store.history(Orders::number(), 2))->events.first().operatorId, QString());
        const auto asked = shop.wechat.calls.size();
        shop.pass(100s, 1s);
        QCOMPARE(shop.wechat.calls.size(), asked);
    }
    void nothingBeforeTheStart()
    {
        OpenShop shop;
        shop.place();
        shop.kill();
        shop.open();
        shop.pass(60s, 1s);
        QCOMPARE(shop.wechat.words(), QStringList("create T00001"));
    }
};

QTEST_GUILESS_MAIN(ReconcilerTest)
#include "tst_reconciler.moc"
