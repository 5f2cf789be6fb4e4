// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/RefundBooks.h"

#include <QTest>

/// What WeChat says of a refund is written once, with all that follows from it, in whatever order it is said.
class RefundWordsTest : public QObject
{
    Q_OBJECT
private slots:
    void theFirstAcceptanceTurnsTheOrder()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        const auto change = books.settle(RefundStatus::Processing, "R1", 800);
        QCOMPARE(change.events.size(), 1);
        QCOMPARE(change.events.first().type, EventType::Refund);
        QCOMPARE(change.events.first().detail["out_refund_no"].toString(), QStringLiteral("R1"));
        QCOMPARE(change.events.first().detail["amount"].toInteger(), 800);
        QCOMPARE(change.events.first().detail["status"].toString(), QStringLiteral("PROCESSING"));
        QCOMPARE(books.order().state, TradeState::Refund);
        QCOMPARE(books.order().refunded.fen(), 800);
        QCOMPARE(books.order().seq, change.events.first().seq);
        QVERIFY(books.settle(RefundStatus::Success, "R1", 800).changed);
        QCOMPARE(books.order().refunded.fen(), 800);
        QCOMPARE(books.refund("R1").successTime, Orders::start.addSecs(90));
        QCOMPARE(books.log(), (QStringList{"CREATED", "SUCCESS", "REFUND", "REFUND"}));
    }
    void theSameWordAgainWritesNothing()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(books.settle(RefundStatus::Processing, "R1", 800).changed, i == 0);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(books.settle(RefundStatus::Success, "R1", 800).changed, i == 0);
        QCOMPARE(books.order().refunded.fen(), 800);
        QCOMPARE(books.log().size(), 4);
    }
    void theNotificationMayComeBeforeTheAnswer()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        QVERIFY(books.settle(RefundStatus::Success, "R1", 800).changed);
        QVERIFY(!books.settle(RefundStatus::Processing, "R1", 800).changed); // the answer, later
        QCOMPARE(books.refund("R1").status, RefundStatus::Success);
        QCOMPARE(books.order().refunded.fen(), 800);
    }
    void closedGivesTheAmountBack()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        QVERIFY(books.request("R2", 200));
        QVERIFY(books.settle(RefundStatus::Processing, "R1", 800).changed);
        QVERIFY(books.settle(RefundStatus::Success, "R2", 200).changed);
        QCOMPARE(books.order().refunded.fen(), 1000);
        QVERIFY(books.settle(RefundStatus::Closed, "R1", 800).changed);
        QCOMPARE(books.order().refunded.fen(), 200);
        QCOMPARE(books.order().state, TradeState::Refund); // as WeChat's stays
        QVERIFY(!books.settle(RefundStatus::Success, "R1", 800).changed);
    }
    void aRefusalTouchesNothingAndIsSaid()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        const auto change = *await(books.refunds.refuse(*OutRefundNo::parse("R1"), "NOT_ENOUGH", books.now));
        QCOMPARE(change.events.first().detail["refused"].toString(), QStringLiteral("NOT_ENOUGH"));
        QCOMPARE(change.events.first().detail["status"].toString(), QStringLiteral("CLOSED"));
        QCOMPARE(books.order().state, TradeState::Success);
        QCOMPARE(books.order().refunded.fen(), 0);
    }
    void weChatsWordIsStrongerThanARefusalWeConcluded()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        QVERIFY(await(books.refunds.refuse(*OutRefundNo::parse("R1"), "SYSTEM", books.now)));
        QVERIFY(books.settle(RefundStatus::Success, "R1", 800).changed);
        QCOMPARE(books.order().refunded.fen(), 800);
    }
    void anAcceptedOneIsNotRefused()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        QVERIFY(books.settle(RefundStatus::Processing, "R1", 800).changed);
        QVERIFY(!await(books.refunds.refuse(*OutRefundNo::parse("R1"), "NOT_ENOUGH", books.now))->changed);
        QCOMPARE(books.refund("R1").status, RefundStatus::Processing);
    }
    void aWordAboutOtherMoneyChangesNothing_data()
    {
        QTest::addColumn<RefundEvent>("seen");
        auto seen = RefundBooks::saying(RefundStatus::Success, "R1", 801);
        QTest::newRow("amount") << seen;
        seen = RefundBooks::saying(RefundStatus::Success, "R1", 800);
        seen.total = Orders::fen(1991);
        QTest::newRow("total") << seen;
        seen = RefundBooks::saying(RefundStatus::Success, "R1", 800);
        seen.outTradeNo = "T00002";
        QTest::newRow("order") << seen;
        seen = RefundBooks::saying(RefundStatus::Success, "R1", 800);
        seen.transactionId = "420002";
        QTest::newRow("payment") << seen;
        seen = RefundBooks::saying(RefundStatus::Success, "R1", 800);
        seen.foreign = true;
        QTest::newRow("merchant") << seen;
    }
    void aWordAboutOtherMoneyChangesNothing()
    {
        QFETCH(RefundEvent, seen);
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        const auto change = books.settle(seen);
        QVERIFY(!change.fits && !change.changed);
        QCOMPARE(books.refund("R1").status, RefundStatus::Processing);
        QCOMPARE(books.order().state, TradeState::Success);
    }
    void oneMadeByHandIsTakenIn()
    {
        RefundBooks books;
        QVERIFY(books.settle(RefundStatus::Success, "HAND1", 1000).changed);
        QCOMPARE(books.order().refunded.fen(), 1000);
        QCOMPARE(books.refund("HAND1").operatorId, QString());
        QCOMPARE(books.refusal(books.wish("R1", 1000)), ErrorCode::RefundTooMuch);
        QVERIFY(books.request("R1", 990)->isNew);
        auto unknown = RefundBooks::saying(RefundStatus::Success, "HAND2", 10);
        unknown.outTradeNo = "T99999";
        QVERIFY(!books.settle(unknown).fits);
    }
    void itMayComeBeforeThePayment()
    {
        RefundBooks books(false);
        QVERIFY(books.settle(RefundStatus::Success, "HAND1", 1000).changed);
        QCOMPARE(books.order().state, TradeState::NotPay);
        QCOMPARE(books.order().refunded.fen(), 0);
        QVERIFY(await(books.orders.settle(Orders::payment(), books.now))->event);
        QCOMPARE(await(books.refunds.uncounted(10))->size(), 1);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(await(books.refunds.countIn(Orders::number(), books.now))->events.size(), i == 0 ? 1 : 0);
        QCOMPARE(books.order().state, TradeState::Refund);
        QCOMPARE(books.order().refunded.fen(), 1000);
        QCOMPARE(books.log(), (QStringList{"CREATED", "SUCCESS", "REFUND"}));
        QVERIFY(await(books.refunds.uncounted(10))->isEmpty());
    }
    void anAbnormalOneIsACase()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        const auto change = books.settle(RefundStatus::Abnormal, "R1", 800);
        QCOMPARE(change.newCase, CaseKind::RefundAbnormal);
        QCOMPARE(books.open().size(), 1);
        QCOMPARE(books.open().first().outRefundNo, QStringLiteral("R1"));
        QCOMPARE(books.open().first().amount.fen(), 800);
        QCOMPARE(books.order().openCase, CaseKind::RefundAbnormal);
        QCOMPARE(books.order().caseAmount.fen(), 800);
        QCOMPARE(books.order().refunded.fen(), 800); // it has left the shop's account
        QVERIFY(!books.settle(RefundStatus::Abnormal, "R1", 800).newCase);
        QVERIFY(!books.settle(RefundStatus::Processing, "R1", 800).changed); // an old word
        // Repaired in WeChat's platform: nobody need decide any more.
        QVERIFY(books.settle(RefundStatus::Success, "R1", 800).changed);
        QVERIFY(books.open().isEmpty());
        QVERIFY(!books.order().openCase);
        QCOMPARE(books.log(), (QStringList{"CREATED", "SUCCESS", "REFUND", "CASE", "REFUND", "CASE"}));
    }
};

QTEST_GUILESS_MAIN(RefundWordsTest)
#include "tst_refund_words.moc"
