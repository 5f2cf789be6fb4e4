// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/RefundBooks.h"

#include <QTest>

/// A person's decision about money that did not fit is written once, with who, when and why, and its order follows.
class CaseDecisionsTest : public QObject
{
    Q_OBJECT

    static void close(RefundBooks &books)
    {
        auto closed = Orders::payment();
        closed.state = TradeState::Closed;
        QVERIFY(await(books.orders.settle(closed, books.now))->event);
    }
    static void payLate(RefundBooks &books)
    {
        close(books);
        QCOMPARE(await(books.orders.settle(Orders::payment(), books.now))->newCase, CaseKind::Late);
    }
    static QString types(const QList<OrderEvent> &events)
    {
        QStringList types;
        for (const auto &event : events)
            types << toText(event.type);
        return types.join(u' ');
    }
    static OutRefundNo number(const char *text = "C1") { return *OutRefundNo::parse(text); }

private slots:
    void anHonouredLatePaymentIsThePayment()
    {
        RefundBooks books(false);
        payLate(books);
        const auto change = *await(books.cases.honour(books.decision("he has the receipt"), books.now));
        QCOMPARE(types(change.events), QStringLiteral("CASE SUCCESS"));
        const auto &event = change.events.first();
        QCOMPARE(event.detail["decision"].toString(), QStringLiteral("honoured"));
        QCOMPARE(event.detail["reason"].toString(), QStringLiteral("he has the receipt"));
        QCOMPARE(event.operatorId, QStringLiteral("chen"));
        const auto order = books.order();
        QCOMPARE(order.state, TradeState::Success);
        QCOMPARE(order.transactionId, QStringLiteral("420001"));
        QCOMPARE(order.payerOpenid, QStringLiteral("o1"));
        QCOMPARE(order.successTime, Orders::start.addSecs(5));
        QCOMPARE(order.confirmedBy, Witness::Query);
        QVERIFY(!order.received && !order.openCase);
        QCOMPARE(change.decided.decidedBy, QStringLiteral("chen"));
        QCOMPARE(change.decided.decidedAt, books.now);
        // The same payment said again is neither news nor a case.
        const auto again = await(books.orders.settle(Orders::payment(), books.now));
        QVERIFY(!again->event && !again->newCase);
        QVERIFY(books.request("R1", 1990)); // and can go back like any other
    }
    void anHonouredOtherAmountIsWhatWasReceived()
    {
        RefundBooks books(false);
        QCOMPARE(await(books.orders.settle(Orders::payment("T00001", 1000), books.now))->newCase,
                 CaseKind::AmountMismatch);
        QVERIFY(await(books.cases.honour(books.decision(), books.now)));
        const auto order = books.order();
        QCOMPARE(order.state, TradeState::Success);
        QCOMPARE(order.received->fen(), 1000);
        QCOMPARE(order.total.fen(), 1990);
        QCOMPARE(books.refusal(books.wish("R1", 1001)), ErrorCode::RefundTooMuch);
        QCOMPARE(books.request("R1", 1000)->refund.total.fen(), 1000);
    }
    void aSecondPaymentLeavesTheFirst()
    {
        RefundBooks books;
        QCOMPARE(await(books.orders.settle(Orders::payment("T00001", 1990, "420002"), books.now))->newCase,
                 CaseKind::Duplicate);
        const auto change = *await(books.cases.honour(books.decision(), books.now));
        QCOMPARE(types(change.events), QStringLiteral("CASE"));
        QCOMPARE(books.order().transactionId, QStringLiteral("420001"));
        QVERIFY(!books.order().openCase);
    }
    void aRefundedLatePaymentGoesBackWhole()
    {
        RefundBooks books(false);
        payLate(books);
        const auto change = *await(books.cases.refund(books.decision("too late"), number(), books.now));
        QCOMPARE(types(change.events), QStringLiteral("CASE"));
        QCOMPARE(change.decided.outRefundNo, QStringLiteral("C1"));
        const auto refund = books.refund("C1");
        QCOMPARE(refund.amount.fen(), 1990);
        QCOMPARE(refund.transactionId, QStringLiteral("420001"));
        QCOMPARE(refund.caseId, change.decided.id);
        QCOMPARE(refund.reason, QStringLiteral("too late"));
        QVERIFY(books.settle(RefundStatus::Success, "C1", 1990).changed);
        const auto order = books.order();
        QCOMPARE(order.state, TradeState::Closed); // it never was paid in our books
        QCOMPARE(order.refunded.fen(), 0);
        QVERIFY(!order.openCase);
        QVERIFY(!await(books.orders.settle(Orders::payment(), books.now))->newCase);
        QVERIFY(books.open().isEmpty());
    }
    void aRefundedMismatchClosesItsOrder()
    {
        RefundBooks books(false);
        QVERIFY(await(books.orders.settle(Orders::payment("T00001", 1000), books.now))->newCase);
        const auto change = *await(books.cases.refund(books.decision(), number(), books.now));
        QCOMPARE(types(change.events), QStringLiteral("CASE CLOSED"));
        QCOMPARE(books.order().state, TradeState::Closed);
        QCOMPARE(books.refund("C1").amount.fen(), 1000);
        QCOMPARE(books.refund("C1").total.fen(), 1000);
        QVERIFY(!await(books.orders.settle(Orders::payment("T00001", 1000), books.now))->newCase);
    }
    void theSecondPaymentsRefundDoesNotTouchTheFirst()
    {
        RefundBooks books;
        QVERIFY(await(books.orders.settle(Orders::payment("T00001", 1990, "420002"), books.now))->newCase);
        QVERIFY(await(books.cases.refund(books.decision(), number(), books.now)));
        auto seen = RefundBooks::saying(RefundStatus::Success, "C1", 1990);
        seen.transactionId = "420002";
        QVERIFY(books.settle(seen).changed);
        QCOMPARE(books.order().state, TradeState::Success);
        QCOMPARE(books.order().refunded.fen(), 0);
        QVERIFY(books.request("R1", 1990)); // the first one is there still
    }
    void aRefundThatFailedIsDecidedAnew()
    {
        RefundBooks books(false);
        payLate(books);
        QVERIFY(await(books.cases.refund(books.decision(), number(), books.now)));
        const auto refused = *await(books.refunds.refuse(number(), "NOT_ENOUGH", books.now));
        QCOMPARE(refused.newCase, CaseKind::Late);
        QCOMPARE(books.open().size(), 1);
        QCOMPARE(books.order().openCase, CaseKind::Late);
        QCOMPARE(refused.events.last().detail["decision"].toString(), QStringLiteral("open"));
        QCOMPARE(refused.events.last().detail["reason"].toString(), QStringLiteral("NOT_ENOUGH"));
        QVERIFY(await(books.cases.refund(books.decision(), number("C2"), books.now)));
        QVERIFY(books.settle(RefundStatus::Success, "C2", 1990).changed);
        QVERIFY(books.open().isEmpty());
    }
    void aDecisionIsTakenOnce()
    {
        RefundBooks books(false);
        payLate(books);
        const auto decision = books.decision();
        QVERIFY(await(books.cases.refund(decision, number(), books.now)));
        auto other = decision;
        other.operatorId = "lin";
        const auto again = *await(books.cases.refund(other, number("C2"), books.now.addSecs(5)));
        QVERIFY(again.events.isEmpty() && !again.refund);
        QCOMPARE(again.decided.outRefundNo, QStringLiteral("C1"));
        QCOMPARE(again.decided.decidedBy, QStringLiteral("chen"));
        QCOMPARE(await(books.cases.honour(decision, books.now)).error().code, ErrorCode::CaseDecided);
        QCOMPARE(await(books.cases.honour({99, "x", "chen"}, books.now)).error().code, ErrorCode::NotFound);
        QVERIFY(!await(books.refunds.load(number("C2"))));
    }
    void anotherMerchantsMoneyIsNotOursToGiveBack()
    {
        RefundBooks books(false);
        auto foreign = Orders::payment();
        foreign.foreign = true;
        QCOMPARE(await(books.orders.settle(foreign, books.now))->newCase, CaseKind::Foreign);
        QCOMPARE(await(books.cases.refund(books.decision(), number(), books.now)).error().code, ErrorCode::CaseNotOurs);
        QCOMPARE(types(await(books.cases.honour(books.decision(), books.now))->events), QStringLiteral("CASE CLOSED"));
        QCOMPARE(books.order().state, TradeState::Closed); // else it would be asked about for days
        QVERIFY(!books.order().openCase);
        QVERIFY(await(books.orders.unfinished())->isEmpty());
    }
    void aPaymentWithoutAnOrderGoesBackToo()
    {
        RefundBooks books;
        QVERIFY(await(books.orders.settle(Orders::payment("T99999", 500, "420009"), books.now))->newCase);
        const auto change = *await(books.cases.refund(books.decision(), number(), books.now));
        QVERIFY(!change.order && change.events.isEmpty() && change.refund);
        auto seen = RefundBooks::saying(RefundStatus::Success, "C1", 500);
        seen.outTradeNo = "T99999";
        seen.transactionId = "420009";
        seen.total = Orders::fen(500);
        QVERIFY(books.settle(seen).changed);
        QCOMPARE(books.refund("C1").status, RefundStatus::Success);
    }
    void anAbnormalRefundMayBeSettledByHand()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        QVERIFY(books.settle(RefundStatus::Abnormal, "R1", 800).newCase);
        QCOMPARE(await(books.cases.refund(books.decision(), number(), books.now)).error().code,
                 ErrorCode::InvalidInput);
        const auto change = *await(books.cases.honour(books.decision("paid in cash"), books.now));
        QCOMPARE(types(change.events), QStringLiteral("CASE"));
        QVERIFY(!books.order().openCase);
        QCOMPARE(books.refund("R1").status, RefundStatus::Abnormal);
    }
    void aRedirectedOneIsOnItsWayAgain()
    {
        RefundBooks books;
        QVERIFY(books.request("R1", 800));
        QVERIFY(books.settle(RefundStatus::Abnormal, "R1", 800).newCase);
        const auto taken = RefundBooks::saying(RefundStatus::Processing, "R1", 800);
        auto misfit = taken;
        misfit.outRefundNo = "R2";
        QCOMPARE(await(books.cases.redirected(books.decision(), misfit, books.now)).error().code, ErrorCode::Unknown);
        QCOMPARE(books.open().size(), 1);
        const auto change = *await(books.cases.redirected(books.decision(), taken, books.now));
        QCOMPARE(types(change.events), QStringLiteral("REFUND CASE"));
        QCOMPARE(books.refund("R1").status, RefundStatus::Processing);
        QVERIFY(books.open().isEmpty());
        // Failing again needs somebody again.
        QVERIFY(books.settle(RefundStatus::Abnormal, "R1", 800).newCase);
        QCOMPARE(books.open().size(), 1);
        const auto back = RefundBooks::saying(RefundStatus::Success, "R1", 800);
        QVERIFY(await(books.cases.redirected(books.decision(), back, books.now)));
        QVERIFY(books.open().isEmpty());
        const auto log = await(books.orders.history(Orders::number(), 0))->events;
        for (int i = 0; i < log.size(); ++i)
            QCOMPARE(log[i].seq, i + 1);
        QCOMPARE(books.order().seq, log.size());
    }
    void theNextOpenCaseTakesItsPlace()
    {
        RefundBooks books;
        QVERIFY(await(books.orders.settle(Orders::payment("T00001", 1990, "420002"), books.now))->newCase);
        QVERIFY(await(books.orders.settle(Orders::payment("T00001", 5, "420003"), books.now))->newCase);
        QCOMPARE(books.order().caseAmount.fen(), 5);
        QVERIFY(await(books.cases.honour(books.decision(), books.now)));
        QCOMPARE(books.order().openCase, CaseKind::Duplicate);
        QCOMPARE(books.order().caseAmount.fen(), 1990);
    }
};

QTEST_GUILESS_MAIN(CaseDecisionsTest)
#include "tst_case_decisions.moc"
