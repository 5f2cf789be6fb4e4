// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PrinterRig.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace std::chrono_literals;

/// What comes out by itself: one receipt a sale, behind the paint, and nothing that a sale waits for.
class TillPrinterTest : public QObject
{
    Q_OBJECT

    static QStringList paper(const QString &tail) { return {QStringLiteral("尾号 ") + tail}; }
    static void cash(PrinterRig &rig, const QString &amount, const QString &received)
    {
        TillRig &till = rig.office.till;
        till.type(amount);
        till.wish(Wish::Kind::Cash);
        till.type(received);
        till.pay();
        till.desk->answer("place", till.order(TradeState::Success, 2));
    }
    static QJsonObject bill()
    {
        return {{"lines", QJsonArray{QJsonObject{{"name", "拿铁 大杯"}, {"price", 800}, {"quantity", 2}},
                                     QJsonObject{{"name", "可颂"}, {"price", 650}, {"quantity", 1}}}},
                {"discounts", QJsonArray{QJsonObject{{"kind", "minus"}, {"amount", 250}}}}};
    }

private slots:
    void nothingHappensBeforeThePaint()
    {
        PrinterRig rig;
        const QString tail = rig.sell();
        QCOMPARE(rig.office.till.state(), PayState::Paid);
        rig.office.pass(TillPrinter::unpaintedAfter - 1ms);
        QVERIFY(rig.printer.sent.isEmpty() && rig.marks.isEmpty());
        rig.till->painted();
        rig.office.pass(0ms);
        QVERIFY(rig.printer.sent.isEmpty()); // the customer's screen is still being painted
        rig.office.pass(TillPrinter::settleAfter);
        QCOMPARE(rig.printer.sent, paper(tail));
        rig.printer.answer();
        QCOMPARE(rig.marks, (QStringList{"print_asked " + tail, "printed " + tail}));
        QVERIFY(rig.view().isQuiet() && rig.view().possible && rig.view().isOffered && !rig.view().isFirst);
    }
    void howeverOftenItIsHeard()
    {
        PrinterRig rig;
        const QString tail = rig.sellWhole();
        rig.office.till.desk->push(rig.office.till.order(TradeState::Success, 4));
        rig.paint();
        rig.office.pass(1h);
        QCOMPARE(rig.printer.sent, paper(tail));
    }
    void aPageOverItDoesNotHoldItBack()
    {
        PrinterRig rig;
        const QString tail = rig.sell(); // locked, or looking at orders: green is not painted
        rig.office.pass(TillPrinter::unpaintedAfter);
        QCOMPARE(rig.printer.sent, paper(tail));
    }
    void aParkedOneTooAndAfterAPowerCut()
    {
        PrinterRig rig;
        TillRig &till = rig.office.till;
        till.bringUpCode();
        const auto parked = till.desk->last("place");
        till.cancelTwice();
        till.pass(10s);
        rig.powerCut();
        const Order paid = till.order(parked.number, parked.amount, TradeState::Success, 3);
        till.desk->answer("close", paid);
        till.pass(1s);
        QCOMPARE(rig.printer.sent, paper(parked.number.tail()));
        rig.printer.answer();
        rig.powerCut();
        till.desk->push(paid);
        till.pass(1h);
        QCOMPARE(rig.printer.sent, paper(parked.number.tail()));
    }
    void theGoodsAreThoseThatWereAskedFor()
    {
        PrinterRig rig;
        rig.till->setCashier(QStringLiteral("林晓"));
        Order order = rig.office.paid("NUMBER4821", 2000); // a push brings no bill
        order.pickupNo = QStringLiteral("087");
        order.payerTotal = *Money::fromFen(1800);
        rig.till->sold(order, {.bill = bill()});
        rig.paint();
        const QString words = rig.printer.rows.join('\n');
        for (const char *part :
             {"晨光咖啡", "087", "拿铁 大杯", "可颂", "-2.50", "￥20.00", "18.00", "林晓", "NUMBER4821"})
            QVERIFY2(words.contains(QString::fromUtf8(part)), part);
        QVERIFY(words.startsWith(QStringLiteral("练习"))); // as the order says
    }
    void anotherSumThanTheGoodsStandsAlone()
    {
        PrinterRig rig;
        Order order = rig.office.paid("NUMBER4821", 2000);
        order.received = *Money::fromFen(1990); // a manager counts it as paid
        order.payerTotal = *Money::fromFen(1990);
        rig.till->sold(order, {.bill = bill()});
        rig.paint();
        const QString words = rig.printer.rows.join('\n');
        QVERIFY(words.contains("￥19.90") && !words.contains("可颂") && !words.contains("20.00"));
    }
    void cashOpensTheDrawerAndSaysItsChange()
    {
        PrinterRig rig;
        cash(rig, "36.5", "50");
        rig.office.pass(0ms);
        QVERIFY(rig.printer.sent.isEmpty());
        rig.paint();
        QCOMPARE(rig.printer.sent, QStringList{"drawer"}); // somebody stands there with change
        rig.printer.answer();
        rig.office.pass(0ms);
        QCOMPARE(rig.printer.sent.size(), 2);
        const QString words = rig.printer.rows.join('\n');
        QVERIFY(words.contains("50.00") && words.contains("13.50"));
        rig.printer.answer();
        rig.office.till.wish(Wish::Kind::Drawer); // its button waits for no paint
        rig.office.pass(0ms);
        QCOMPARE(rig.printer.sent.size(), 3);
        QCOMPARE(rig.printer.sent.back(), QStringLiteral("drawer"));
    }
    void whereItAsksOrNeverNothingComesByItself_data()
    {
        QTest::addColumn<int>("print");
        QTest::newRow("ask") << int(ReceiptSettings::Print::Ask);
        QTest::newRow("never") << int(ReceiptSettings::Print::Never);
    }
    void whereItAsksOrNeverNothingComesByItself()
    {
        QFETCH(int, print);
        const bool asks = print == int(ReceiptSettings::Print::Ask);
        PrinterRig rig({.print = ReceiptSettings::Print(print)});
        cash(rig, "36.5", "50");
        rig.paint();
        QCOMPARE(rig.printer.sent, QStringList{"drawer"});
        rig.printer.answer();
        rig.office.pass(1h);
        QCOMPARE(rig.printer.sent.size(), 1);
        QCOMPARE(rig.view().isOffered, asks);
        QCOMPARE(rig.view().isFirst, asks);
        rig.till->wish(rig.office.till.view().outTradeNo); // change is still on the screen
        rig.office.pass(0ms);
        QCOMPARE(rig.printer.sent.size(), 2);
        QVERIFY(!rig.printer.sent.back().contains("补打"));
        QVERIFY(!rig.view().isFirst);
    }
    void aRefundHasOneReceiptOverRestarts()
    {
        PrinterRig rig;
        rig.office.takeSale({rig.office.paid("NUMBER4818", 2200)});
        rig.office.type("8");
        rig.office.confirm();
        Refund done = rig.office.refund(RefundStatus::Success);
        done.successTime = rig.office.till.clock.now();
        rig.office.desk->refunds.answer(done);
        QCOMPARE(rig.office.history.details.asked, QList<QStringList>{{"NUMBER4818"}});
        rig.office.history.details.answer(TillRig::unknown());
        rig.office.pass(TillPrinter::readAgainAfter);
        rig.office.history.details.answer(rig.office.paid("NUMBER4818", 2200, 800));
        rig.office.pass(0ms);
        QCOMPARE(rig.printer.sent.size(), 1);
        const QString words = rig.printer.rows.join('\n');
        QVERIFY(words.contains("退款") && words.contains("￥8.00") && words.contains("22.00"));
        rig.printer.answer();
        rig.powerCut(); // nobody has seen how it ended
        rig.office.desk->looks.answer(done);
        rig.office.pass(1h);
        QCOMPARE(rig.printer.sent.size(), 1);
        QCOMPARE(rig.office.history.details.asked.size(), 2);
    }
    void aShopMayGiveNone()
    {
        PrinterRig rig({.refunds = false});
        const JournalRefund refund{*OutRefundNo::parse("R1"), *OutTradeNo::parse("NUMBER4818"), *Money::fromFen(800),
                                   QString(), rig.office.till.clock.now()};
        rig.till->refunded(refund, {});
        QVERIFY(rig.office.history.details.asked.isEmpty());
    }
    void withoutAPrinterNothingIsSaid()
    {
        PrinterRig rig({}, false);
        cash(rig, "36.5", "50");
        rig.paint();
        rig.office.pass(1h);
        QVERIFY(rig.printer.sent.isEmpty() && rig.marks.isEmpty());
        QCOMPARE(rig.view(), PrintingView());
        rig.press();
        QCOMPARE(rig.view().say, PrintingView::Say::NoPrinter);
        QCOMPARE(rig.refusals, 1);
        rig.office.pass(TillPrinter::sayFor);
        QVERIFY(rig.view().isQuiet());
    }
    void aPrinterThatIsSetUpLaterIsTheTills()
    {
        PrinterRig rig({}, false);
        rig.till->use({{"晨光咖啡", "1 号"}, {.footer = "再见"}, true}, std::make_unique<ScriptedPrinter>(rig.printer));
        QVERIFY(rig.view().possible);
        const QString tail = rig.sell();
        rig.paint();
        QCOMPARE(rig.printer.sent, paper(tail));
        QVERIFY(rig.printer.rows.contains("再见"));
        rig.printer.answer();
        const QSignalSpy tested(rig.till.get(), &TillPrinter::tested);
        rig.till->test();
        rig.office.pass(0ms);
        QVERIFY(rig.printer.rows.first().contains("不是销售小票"));
        rig.printer.answer();
        QCOMPARE(tested.size(), 1);
        QCOMPARE(rig.marks.size(), 2); // of the sale
    }
    void moreThanTheQueueHoldsIsSaidAndStillPaid()
    {
        PrinterRig rig;
        SaleTerms terms;
        for (int i = 0; i <= PrintQueue::maxJobs; ++i) {
            const QByteArray number = "NUMBER" + QByteArray::number(1000 + i);
            rig.till->sold(rig.office.paid(number.constData(), 100), terms);
            rig.paint();
        }
        QCOMPARE(rig.view().say, PrintingView::Say::NotKept);
        QCOMPARE(rig.marks.back(), QStringLiteral("print_failed 1050"));
        QCOMPARE(rig.refusals, 0);
    }
};

QTEST_MAIN(TillPrinterTest)
#include "tst_till_printer.moc"
