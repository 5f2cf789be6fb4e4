// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/AdvanceRefund.h"
#include "server/domain/CaseJson.h"
#include "server/domain/RefundJson.h"
#include "tests/support/Orders.h"

#include <QTest>

/// A refund goes from PROCESSING or ABNORMAL to its end and never back.
class AdvanceRefundTest : public QObject
{
    Q_OBJECT

    static Refund standing(RefundStatus status, bool accepted = true)
    {
        return {.outRefundNo = *OutRefundNo::parse("R1"),
                .outTradeNo = "T00001",
                .transactionId = "420001",
                .total = Orders::fen(1990),
                .amount = Orders::fen(800),
                .reason = "broken",
                .status = status,
                .accepted = accepted,
                .createdAt = Orders::start};
    }
    static RefundEvent saying(RefundStatus status)
    {
        return {.outTradeNo = "T00001",
                .transactionId = "420001",
                .outRefundNo = "R1",
                .refundId = "50001",
                .status = status,
                .total = Orders::fen(1990),
                .refund = Orders::fen(800)};
    }

private slots:
    void goesForwardOnly_data()
    {
        QTest::addColumn<RefundStatus>("from");
        QTest::addColumn<QList<RefundStatus>>("onTo");
        using enum RefundStatus;
        QTest::newRow("processing") << Processing << QList{Success, Closed, Abnormal};
        QTest::newRow("abnormal") << Abnormal << QList{Success, Closed};
        QTest::newRow("success") << Success << QList<RefundStatus>();
        QTest::newRow("closed") << Closed << QList<RefundStatus>();
    }
    void goesForwardOnly()
    {
        QFETCH(RefundStatus, from);
        QFETCH(QList<RefundStatus>, onTo);
        for (const auto next :
             {RefundStatus::Processing, RefundStatus::Success, RefundStatus::Closed, RefundStatus::Abnormal}) {
            const auto result = advance(standing(from), saying(next), Orders::start);
            QVERIFY(result.fits);
            QCOMPARE(result.changed, onTo.contains(next));
            QCOMPARE(result.refund.status, onTo.contains(next) ? next : from);
        }
    }
    void theFirstWordIsAnAcceptance()
    {
        const auto result =
            advance(standing(RefundStatus::Processing, false), saying(RefundStatus::Processing), Orders::start);
        QVERIFY(result.changed && result.refund.accepted);
        QCOMPARE(result.refund.refundId, QStringLiteral("50001"));
        QVERIFY(countsAgainstPayment(result.refund));
        QVERIFY(!countsAgainstPayment(standing(RefundStatus::Processing, false)));
        QVERIFY(!countsAgainstPayment(standing(RefundStatus::Closed)));
    }
    void aClosedThatOnlyWeConcludedGivesWay()
    {
        const auto result =
            advance(standing(RefundStatus::Closed, false), saying(RefundStatus::Success), Orders::start);
        QCOMPARE(result.refund.status, RefundStatus::Success);
        QCOMPARE(result.refund.successTime, Orders::start); // none was said
    }
    void theWireCarriesIt()
    {
        auto refund = standing(RefundStatus::Success);
        refund.userReceivedAccount = QStringLiteral("支付用户零钱");
        refund.operatorId = "wang";
        refund.successTime = Orders::start.addSecs(90);
        const auto read = Json::toRefund(Json::fromRefund(refund));
        QVERIFY(read);
        QCOMPARE(Json::fromRefund(*read), Json::fromRefund(refund));
        QCOMPARE(read->successTime, refund.successTime);
        QVERIFY(!Json::toRefund({{"out_refund_no", "R1"}, {"amount", -1}, {"status", "SUCCESS"}}));
        QVERIFY(!Json::toRefund({{"out_refund_no", "R1"}, {"amount", 1}, {"status", "GONE"}}));
        QVERIFY(!Json::toRefund({{"amount", 1}, {"status", "SUCCESS"}}));
    }
    void theWireCarriesACase()
    {
        const PaymentCase late{.id = 7,
                               .kind = CaseKind::Late,
                               .outTradeNo = "T00001",
                               .transactionId = "420001",
                               .amount = Orders::fen(1990),
                               .expected = Orders::fen(1990),
                               .at = Orders::start,
                               .state = "refunded",
                               .outRefundNo = "R1",
                               .decidedBy = "chen",
                               .decidedAt = Orders::start.addSecs(60),
                               .reason = "too late"};
        const auto read = Json::toCase(Json::fromCase(late));
        QVERIFY(read);
        QCOMPARE(Json::fromCase(*read), Json::fromCase(late));
        QCOMPARE(read->decidedAt, late.decidedAt);
        auto json = Json::fromCase(late);
        json["kind"] = "odd";
        QVERIFY(!Json::toCase(json));
        json = Json::fromCase(late);
        json.remove("id");
        QVERIFY(!Json::toCase(json));
    }
};

QTEST_GUILESS_MAIN(AdvanceRefundTest)
#include "tst_advance_refund.moc"
