// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/RefundBooks.h"

#include <QTest>

/// What may be given back, decided in the transaction that writes it down (reference 4.6).
class RefundLimitsTest : public QObject
{
    Q_OBJECT
private slots:
    void neverMoreThanWasPaid()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800)->isNew);
        QCOMPARE(books.refusal(books.wish("R2", 1191)), ErrorCode::RefundTooMuch);
        QVERIFY(books.request("R2", 1190)->isNew);
        QCOMPARE(books.refusal(books.wish("R3", 1)), ErrorCode::RefundTooMuch);
        QCOMPARE(books.order().refunded.fen(), 0); // WeChat has heard of none of them
    }
    void twoAtOnceDoNotExceedItEither()
    {
        RefundBooks books;
        auto first = books.refunds.request(books.wish("R1", 1990), books.now);
        auto second = books.refunds.request(books.wish("R2", 1990), books.now);
        QVERIFY(await(first));
        QCOMPARE(await(second).error().code, ErrorCode::RefundTooMuch);
    }
    void whatWasClosedCountsNoMore()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 1990));
        QVERIFY(await(books.refunds.refuse(*OutRefundNo::parse("R1"), "NOT_ENOUGH", books.now)));
        QVERIFY(books.request("R2", 1990)->isNew);
    }
    void anOperatorsLimitIsForAllOfThemTogether()
    {
        RefundBooks books;
        auto wanted = books.wish("R1", 600);
        wanted.limit = Orders::fen(1000);
        QVERIFY(await(books.refunds.request(wanted, books.now)));
        auto second = books.wish("R2", 401);
        second.limit = wanted.limit;
        QCOMPARE(books.refusal(second), ErrorCode::Forbidden);
        second.amount = Orders::fen(400);
        QVERIFY(await(books.refunds.request(second, books.now)));
        QVERIFY(books.request("R3", 500)); // a supervisor
    }
    void fiftyAtMostAndAMinuteApart()
    {
        RefundBooks books;
        for (int i = 0; i < Refund::mostPerOrder; ++i) {
            const auto refund = books.request(QStringLiteral("R%1").arg(i), 1)->refund;
            QCOMPARE(refund.askAfter, books.now.addMSecs(i * Refund::spacingMs));
        }
        QCOMPARE(books.refusal(books.wish("R50", 1)), ErrorCode::RefundTooMany);
    }
    void longAfterTheLastOneGoesAtOnce()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 1));
        books.now = books.now.addSecs(600);
        QCOMPARE(books.request("R2", 1)->refund.askAfter, books.now);
    }
    void withinAYear()
    {
        RefundBooks books;
        books.now = Orders::start.addSecs(5).addDays(365);
        QVERIFY(books.request("R1", 1));
        books.now = books.now.addSecs(1);
        QCOMPARE(books.refusal(books.wish("R2", 1)), ErrorCode::RefundTooLate);
    }
    void onlyOfWhatIsPaid()
    {
        RefundBooks books(false);
        QCOMPARE(books.refusal(books.wish("R1", 1)), ErrorCode::NotPaid);
        auto nowhere = books.wish("R1", 1);
        nowhere.order = Orders::number("T99999");
        QCOMPARE(books.refusal(nowhere), ErrorCode::NotFound);
        QVERIFY(!await(books.refunds.load(*OutRefundNo::parse("R1"))));
    }
    void theSameNumberIsTheSameRefund()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 500)->isNew);
        const auto again = books.request("R1", 500);
        QVERIFY(again && !again->isNew);
        QCOMPARE(again->refund.amount.fen(), 500);
        QCOMPARE(books.refusal(books.wish("R1", 501)), ErrorCode::Conflict);
        auto otherwise = books.wish("R1", 500);
        otherwise.reason = "cold";
        QCOMPARE(books.refusal(otherwise), ErrorCode::Conflict);
        QCOMPARE(await(books.refunds.ofOrder(Orders::number()))->size(), 1);
    }
};

QTEST_GUILESS_MAIN(RefundLimitsTest)
#include "tst_refund_limits.moc"
