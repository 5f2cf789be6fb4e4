// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/checkout/OpenShop.h"
#include "tests/support/Sales.h"
#include "tests/support/Shop.h"

using namespace std::chrono_literals;

/// Cash, and what no provider confirms, is paid as it is written down; WeChat never hears of it, and a sale is paid
/// once whatever with.
class PaidAtTheTillTest : public QObject
{
    Q_OBJECT

    static NewOrder cash(const char *number = "T00001", const char *sale = "S1")
    {
        return {.number = Orders::number(number),
                .total = Orders::fen(1990),
                .description = "tea",
                .sale = sale,
                .terminal = {},
                .operatorId = "lin",
                .tender = Tender::Cash,
                .cashReceived = Orders::fen(2000)};
    }
    static NewOrder scan(const char *number, const char *sale = "S1")
    {
        return {.number = Orders::number(number),
                .total = Orders::fen(1990),
                .description = "tea",
                .sale = sale,
                .terminal = {},
                .operatorId = {}};
    }
    static ErrorCode refusal(Shop &shop, const NewOrder &wanted)
    {
        const auto placed = await(shop.checkout.place(wanted));
        return placed ? ErrorCode::Internal : placed.error().code;
    }
    static QList<OrderEvent> log(Shop &shop) { return await(shop.checkout.history(Orders::number(), 0))->events; }

private slots:
    void isPaidAtOnceAndNobodyIsAsked()
    {
        Shop shop;
        const auto placed = await(shop.checkout.place(cash()));
        QVERIFY(placed && placed->isNew);
        const Order &order = placed->order;
        QCOMPARE(order.state, TradeState::Success);
        QCOMPARE(order.cashReceived->fen(), 2000);
        QCOMPARE(order.change().fen(), 10);
        QCOMPARE(order.payerTotal, order.total);
        QCOMPARE(order.successTime, Orders::start);
        QCOMPARE(order.expiresAt, order.createdAt);
        QVERIFY(!order.confirmedBy && order.codeUrl.isEmpty() && order.transactionId.isEmpty());
        QCOMPARE(shop.told, (QStringList{"CREATED 1", "SUCCESS 2"}));
        for (const auto &event : log(shop)) {
            QCOMPARE(event.source, QStringLiteral("till"));
            QCOMPARE(event.operatorId, QStringLiteral("lin"));
        }
        QCOMPARE(await(shop.checkout.query(Orders::number()))->state, TradeState::Success);
        QCOMPARE(await(shop.checkout.close(Orders::number()))->state, TradeState::Success);
        QCOMPARE(shop.told.size(), 2);
        QVERIFY(shop.wechat.calls.isEmpty());
    }
    void nothingIsToldThatWasNotWritten()
    {
        Shop shop;
        QStringList found;
        connect(&shop.checkout, &Checkout::happened, &shop.checkout, [&shop, &found](const Order &order) {
            found << toText(await(shop.store.load(order.outTradeNo))->state);
        });
        QVERIFY(await(shop.checkout.place(cash())));
        QCOMPARE(found, (QStringList{"SUCCESS", "SUCCESS"}));
        const auto blocked = await(shop.database->run<int>([](SqlConnection &connection) -> Result<int> {
            const auto done = connection.execute("CREATE TRIGGER full BEFORE INSERT ON order_events BEGIN "
                                                 "SELECT RAISE(ABORT, 'full'); END");
            return done ? Result<int>(1) : Result<int>(done.error());
        }));
        QVERIFY(blocked);
        QCOMPARE(refusal(shop, cash("T00002", "S2")), ErrorCode::StoreFailure);
        QCOMPARE(shop.told.size(), 2);
    }
    void isNotTakenUpByAnyStart()
    {
        OpenShop shop;
        auto other = cash();
        other.tender = Tender::Other;
        other.tenderName = QStringLiteral("支付宝");
        other.cashReceived.reset();
        QVERIFY(await(shop.checkout->place(other)));
        QVERIFY(await(shop.checkout->place(cash("T00002", "S2"))));
        shop.pass(400s, 1s); // beyond the deadline that it would have
        shop.restart();
        shop.pass(10s, 1s);
        QCOMPARE(shop.wechat.words(), QStringList());
        QCOMPARE(shop.now().state, TradeState::Success);
        QCOMPARE(shop.now().tenderName, QStringLiteral("支付宝"));
        QCOMPARE(shop.now("T00002").seq, 2);
    }
    void theSameNumberAnswersTheSameOrder()
    {
        Shop shop;
        auto wanted = cash();
        wanted.bill = Orders::bill();
        wanted.wantsPickupNo = true;
        QCOMPARE(await(shop.checkout.place(wanted))->order.pickupNo, QStringLiteral("001"));
        shop.clock.advance(10s);
        const auto again = await(shop.checkout.place(wanted));
        QVERIFY(again && !again->isNew);
        QCOMPARE(again->order.pickupNo, QStringLiteral("001"));
        QCOMPARE(again->order.bill, wanted.bill);
        QCOMPARE(again->order.successTime, Orders::start);
        QCOMPARE(shop.told.size(), 2);
        QCOMPARE(log(shop).size(), 2);
    }
    void theSameNumberForSomethingElseConflicts()
    {
        Shop shop;
        QVERIFY(await(shop.checkout.place(cash())));
        auto otherwise = cash();
        otherwise.cashReceived = Orders::fen(5000);
        QCOMPARE(refusal(shop, otherwise), ErrorCode::Conflict);
        otherwise = cash();
        otherwise.bill = Orders::bill();
        QCOMPARE(refusal(shop, otherwise), ErrorCode::Conflict);
        QCOMPARE(refusal(shop, scan("T00001")), ErrorCode::Conflict);
        otherwise = scan("T00001");
        otherwise.tender = Tender::Other;
        otherwise.tenderName = "card";
        QCOMPARE(refusal(shop, otherwise), ErrorCode::Conflict);
        auto card = otherwise;
        card.number = Orders::number("T00002");
        card.sale = "S2";
        QVERIFY(await(shop.checkout.place(card)));
        card.tenderName = "cheque";
        QCOMPARE(refusal(shop, card), ErrorCode::Conflict);
        QVERIFY(shop.wechat.calls.isEmpty());
    }
    void anotherBillUnderAScansNumberConflicts()
    {
        Shop shop;
        auto wanted = scan("T00001");
        wanted.bill = Orders::bill();
        QCOMPARE(await(shop.checkout.place(wanted))->order.bill, wanted.bill); // with its code, too
        QCOMPARE(await(shop.checkout.order(wanted.number))->bill, wanted.bill);
        QVERIFY(!await(shop.checkout.place(wanted))->isNew);
        auto otherwise = wanted;
        otherwise.bill = *Bill::of({{"tea", Orders::fen(1990)}}, {});
        QCOMPARE(refusal(shop, otherwise), ErrorCode::Conflict);
        otherwise.bill.reset();
        QCOMPARE(refusal(shop, otherwise), ErrorCode::Conflict);
    }
    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<NewOrder>("wanted");
        auto wanted = cash();
        wanted.cashReceived = Orders::fen(1989);
        QTest::newRow("too little cash") << wanted;
        wanted.cashReceived.reset();
        QTest::newRow("no cash") << wanted;
        wanted = scan("T00001");
        wanted.cashReceived = wanted.total;
        QTest::newRow("cash for WeChat") << wanted;
        wanted = scan("T00001");
        wanted.tenderName = "card";
        QTest::newRow("a name for WeChat") << wanted;
        wanted = scan("T00001");
        wanted.tender = Tender::Other;
        QTest::newRow("no name") << wanted;
        wanted = cash();
        wanted.bill = *Bill::of({{"tea", Orders::fen(1991)}}, {});
        QTest::newRow("a bill of another amount") << wanted;
        wanted = cash();
        wanted.total = {};
        QTest::newRow("nothing to pay") << wanted;
    }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(NewOrder, wanted);
        Shop shop;
        QCOMPARE(refusal(shop, wanted), ErrorCode::InvalidInput);
        QCOMPARE(await(shop.store.load(Orders::number())).error().code, ErrorCode::NotFound);
    }
    void aSaleIsPaidOnce()
    {
        Shop shop;
        QVERIFY(await(shop.checkout.place(scan("T00001"))));
        QCOMPARE(refusal(shop, cash("T00002")), ErrorCode::AttemptOpen); // the customer may be paying right now
        QVERIFY(await(shop.checkout.settle(Orders::payment())));
        QCOMPARE(refusal(shop, cash("T00002")), ErrorCode::OrderPaid);
        QVERIFY(await(shop.checkout.place(cash("T00003", "S2"))));
        QCOMPARE(refusal(shop, scan("T00004", "S2")), ErrorCode::OrderPaid);
        QCOMPARE(refusal(shop, cash("T00005", "S2")), ErrorCode::OrderPaid);
        QCOMPARE(shop.wechat.calls, QStringList("create T00001"));
    }
    void cashWaitsForALatePaymentsDecision()
    {
        Shop shop;
        QVERIFY(await(shop.checkout.place(scan("T00001"))));
        QVERIFY(await(shop.checkout.settle(Orders::saying(TradeState::Closed))));
        QCOMPARE(await(shop.checkout.settle(Orders::payment()))->newCase, CaseKind::Late);
        QCOMPARE(refusal(shop, cash("T00002")), ErrorCode::AttemptOpen);
    }
    void aLatePaymentOfASalePaidInCashIsASecondOne()
    {
        Shop shop;
        QVERIFY(await(shop.checkout.place(scan("T00001"))));
        QVERIFY(await(shop.checkout.settle(Orders::saying(TradeState::Closed))));
        QVERIFY(await(shop.checkout.place(cash("T00002")))->isNew);
        QCOMPARE(await(shop.checkout.settle(Orders::payment()))->newCase, CaseKind::Duplicate);
        QCOMPARE(shop.now().state, TradeState::Closed);
        QCOMPARE(shop.now("T00002").state, TradeState::Success);
    }
    void aPaymentUnderItsNumberIsACaseAndChangesNothing()
    {
        Shop shop;
        QVERIFY(await(shop.checkout.place(cash())));
        QCOMPARE(await(shop.checkout.settle(Orders::payment()))->newCase, CaseKind::Duplicate);
        const auto order = shop.now();
        QCOMPARE(order.state, TradeState::Success);
        QVERIFY(order.transactionId.isEmpty() && !order.confirmedBy);
        QVERIFY(!await(shop.checkout.settle(Orders::saying(TradeState::Closed)))->event);
    }
};

QTEST_GUILESS_MAIN(PaidAtTheTillTest)
#include "tst_paid_at_the_till.moc"
