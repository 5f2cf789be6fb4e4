// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RefundShop.h"

using namespace std::chrono_literals;

/// Both moves of a case reach WeChat where they must, and are announced only once they are in the books.
class CasesTest : public QObject
{
    Q_OBJECT

    static CaseDecision decision(RefundShop &shop) { return {shop.inState("open").first().id, "seen", "chen"}; }
    static void payTwice(RefundShop &shop)
    {
        (void)shop.paid();
        QVERIFY(await(shop.checkout.settle(Orders::payment("T00001", 1990, "420002")))->newCase);
    }
    static void goWrong(RefundShop &shop)
    {
        (void)shop.paid();
        QVERIFY(shop.booked("R1", 800));
        QVERIFY(shop.settled(Orders::saying(RefundStatus::Abnormal, "R1", 800)).newCase);
    }

private slots:
    void aRefundedPaymentIsCarriedToItsEnd()
    {
        RefundShop shop;
        payTwice(shop);
        shop.wechat.refunds.hold = true;
        const auto decided = await(shop.cases->refund(decision(shop)));
        QCOMPARE(decided->state, QStringLiteral("refunded"));
        QCOMPARE(shop.told.last(), QStringLiteral("CASE 5"));
        QTRY_COMPARE(shop.wechat.refunds.held.size(), 1);
        auto back = Orders::saying(RefundStatus::Success, "", 1990);
        back.outRefundNo = decided->outRefundNo;
        back.transactionId = "420002";
        shop.wechat.refunds.release(back);
        shop.settleDown();
        QCOMPARE(shop.refund(decided->outRefundNo.toLatin1()).status, RefundStatus::Success);
        // The same decision again makes no second refund.
        QCOMPARE(await(shop.cases->refund({decided->id, "again", "wang"}))->outRefundNo, decided->outRefundNo);
        shop.pass(1h);
        QCOMPARE(shop.wechat.calls.filter("refund ").size(), 1);
        QCOMPARE(await(shop.cases->honour({decided->id, "no", "wang"})).error().code, ErrorCode::CaseDecided);
    }
    void aRefusedOneIsOpenAgain()
    {
        RefundShop shop;
        payTwice(shop);
        shop.wechat.refunds.answers = {Error{ErrorCode::ProviderRefused, "NOT_ENOUGH"}};
        shop.wechat.refundQueries.answers = {Error{ErrorCode::NotFound, {}}};
        const QSignalSpy opened(shop.refunds.get(), &Refunds::caseOpened);
        QVERIFY(await(shop.cases->refund(decision(shop))));
        shop.settleDown();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(shop.inState("open").size(), 1);
        QCOMPARE(shop.now().openCase, CaseKind::Duplicate);
    }
    void anHonouredOneIsHeardAsSuccess()
    {
        RefundShop shop;
        (void)shop.placed();
        QVERIFY(await(shop.checkout.settle(Orders::saying(TradeState::Closed))));
        QVERIFY(await(shop.checkout.settle(Orders::payment()))->newCase);
        QCOMPARE(await(shop.cases->honour(decision(shop)))->state, QStringLiteral("honoured"));
        QCOMPARE(shop.told.mid(shop.told.size() - 2), (QStringList{"CASE 5", "SUCCESS 6"}));
    }
    void anAbnormalRefundIsRedirectedOnlyWhenWeChatTookIt()
    {
        RefundShop shop;
        goWrong(shop);
        const auto asked = decision(shop);
        shop.wechat.redirects.answers = {Error{ErrorCode::Unknown, {}},
                                         Error{ErrorCode::ProviderRefused, "INVALID_REQUEST"},
                                         Orders::saying(RefundStatus::Processing, "R1", 800)};
        QCOMPARE(await(shop.cases->refund(asked)).error().code, ErrorCode::Unknown);
        QCOMPARE(await(shop.cases->refund(asked)).error().code, ErrorCode::ProviderRefused);
        QCOMPARE(shop.inState("open").size(), 1);
        QCOMPARE(await(shop.cases->refund(asked))->state, QStringLiteral("refunded"));
        QCOMPARE(shop.asked("redirect R1"), 3);
        QCOMPARE(await(shop.cases->refund(asked))->state, QStringLiteral("refunded"));
        QCOMPARE(shop.asked("redirect R1"), 3);
        QCOMPARE(shop.refund("R1").status, RefundStatus::Processing);
        QVERIFY(shop.settled(Orders::saying(RefundStatus::Success, "R1", 800)).changed);
        QCOMPARE(shop.now().refunded.fen(), 800);
    }
    void ofTwoAtOnceOneDecides()
    {
        RefundShop shop;
        payTwice(shop);
        shop.wechat.refunds.hold = true;
        const auto asked = decision(shop);
        const auto first = shop.cases->refund(asked);
        const auto second = shop.cases->refund(asked);
        const auto third = shop.cases->honour(asked);
        const auto one = await(first);
        const auto other = await(second);
        const auto honoured = await(third);
        // The honour overtakes the others, which look at the case first: still only one of the moves is made.
        const int moves = int(one.has_value()) + int(honoured.has_value());
        QCOMPARE(moves, 1);
        QCOMPARE(one.has_value(), other.has_value());
        shop.settleDown();
        QVERIFY(shop.wechat.refunds.held.size() <= 1);
    }
};

QTEST_GUILESS_MAIN(CasesTest)
#include "tst_cases.moc"
