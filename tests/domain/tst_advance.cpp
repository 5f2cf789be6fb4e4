// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Advance.h"

#include <QTest>

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'767'225'622'000, Qt::UTC);

Order waitingOrder()
{
    return {.shopId = "1900000001",
            .outTradeNo = *OutTradeNo::parse("T00001"),
            .sale = "T00001",
            .total = *Money::fromFen(1990),
            .seq = 2};
}

PaymentEvent payment(TradeState state = TradeState::Success)
{
    return {.witness = Witness::Notify,
            .outTradeNo = "T00001",
            .state = state,
            .transactionId = "42000001",
            .total = *Money::fromFen(1990),
            .payerTotal = *Money::fromFen(1790),
            .payerOpenid = "o1",
            .successTime = now};
}

} // namespace

class AdvanceTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsReceivedAtTheTillIsPaidByTheTillsWord()
    {
        Order order = waitingOrder();
        order.tender = Tender::Cash;
        order.operatorId = "lin";
        order.createdAt = now.addSecs(-1);
        order.expiresAt = now.addSecs(300);
        const auto seq = order.seq;
        const auto event = receiveAtTheTill(order, now);
        QCOMPARE(event.type, EventType::Success);
        QCOMPARE(event.source, QStringLiteral("till"));
        QCOMPARE(event.operatorId, QStringLiteral("lin"));
        QCOMPARE(event.seq, seq + 1);
        QCOMPARE(order.seq, seq + 1);
        QCOMPARE(order.state, TradeState::Success);
        QCOMPARE(order.payerTotal, order.total);
        QCOMPARE(order.successTime, now);
        QCOMPARE(order.expiresAt, order.createdAt);
        QVERIFY(!order.confirmedBy);
        const auto scanned = advance(order, payment(), now); // somebody paid that number in WeChat, too
        QCOMPARE(scanned.newCase, CaseKind::Duplicate);
        QCOMPARE(scanned.order.state, TradeState::Success);
        QVERIFY(scanned.order.transactionId.isEmpty());
    }
    void aPaymentOfTheRightAmountSucceeds()
    {
        const auto result = advance(waitingOrder(), payment(), now);
        QVERIFY(result.event && !result.newCase);
        QCOMPARE(result.event->type, EventType::Success);
        QCOMPARE(result.event->seq, 3);
        QCOMPARE(result.event->source, QStringLiteral("notify"));
        QCOMPARE(result.order.seq, 3);
        QCOMPARE(result.order.state, TradeState::Success);
        QCOMPARE(result.order.confirmedBy, Witness::Notify);
        QCOMPARE(result.order.payerTotal->fen(), 1790);
        QCOMPARE(result.order.discount().fen(), 200);
    }
    void theSameWordAgainChangesNothing()
    {
        const auto once = advance(waitingOrder(), payment(), now);
        auto repeated = payment();
        repeated.witness = Witness::Query;
        const auto twice = advance(once.order, repeated, now);
        QVERIFY(!twice.event && !twice.newCase);
        QCOMPARE(twice.order.confirmedBy, Witness::Notify);
        QCOMPARE(twice.order.seq, 3);
    }
    void aWrongAmountIsACaseAndNeverSuccess()
    {
        auto seen = payment();
        seen.total = *Money::fromFen(1);
        const auto result = advance(waitingOrder(), seen, now);
        QCOMPARE(result.newCase, CaseKind::AmountMismatch);
        QCOMPARE(result.order.state, TradeState::NotPay);
        QCOMPARE(result.event->detail["amount"].toInteger(), 1);
        QCOMPARE(result.event->detail["expected"].toInteger(), 1990);
    }
    void aForeignPaymentIsACase()
    {
        auto seen = payment();
        seen.foreign = true;
        const auto result = advance(waitingOrder(), seen, now);
        QCOMPARE(result.newCase, CaseKind::Foreign);
        QCOMPARE(result.order.state, TradeState::NotPay);
    }
    void aSecondPaymentIsACase()
    {
        const auto once = advance(waitingOrder(), payment(), now);
        auto second = payment();
        second.transactionId = "42000002";
        const auto twice = advance(once.order, second, now);
        QCOMPARE(twice.newCase, CaseKind::Duplicate);
        QCOMPARE(twice.order.transactionId, QStringLiteral("42000001"));
    }
    void aPaymentAfterTheEndIsACase()
    {
        const auto closed = advance(waitingOrder(), payment(TradeState::Closed), now);
        QCOMPARE(closed.event->type, EventType::Closed);
        const auto late = advance(closed.order, payment(), now);
        QCOMPARE(late.newCase, CaseKind::Late);
        QCOMPARE(late.order.state, TradeState::Closed);
    }
    void anOldReplyNeverTakesAPaymentBack_data()
    {
        QTest::addColumn<TradeState>("state");
        QTest::newRow("unpaid") << TradeState::NotPay;
        QTest::newRow("closed") << TradeState::Closed;
        QTest::newRow("revoked") << TradeState::Revoked;
    }
    void anOldReplyNeverTakesAPaymentBack()
    {
        QFETCH(TradeState, state);
        const auto paid = advance(waitingOrder(), payment(), now);
        const auto after = advance(paid.order, payment(state), now);
        QVERIFY(!after.event && !after.newCase);
        QCOMPARE(after.order.state, TradeState::Success);
    }
    void aForeignCloseChangesNothing()
    {
        auto seen = payment(TradeState::Closed);
        seen.foreign = true;
        QVERIFY(!advance(waitingOrder(), seen, now).event);
    }
    void successEndsACancel()
    {
        auto order = waitingOrder();
        order.closing = true;
        QVERIFY(!advance(order, payment(), now).order.closing);
    }
};

QTEST_GUILESS_MAIN(AdvanceTest)
#include "tst_advance.moc"
