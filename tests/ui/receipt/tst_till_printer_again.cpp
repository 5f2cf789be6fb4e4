// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PrinterRig.h"
#include "ui/Wording.h"

using namespace std::chrono_literals;

/// F10, and what the strip says of receipts that did not come out.
class TillPrinterAgainTest : public QObject
{
    Q_OBJECT
    using Say = PrintingView::Say;

private slots:
    void withoutPaperTheMoneyIsInAndF10PrintsIt()
    {
        PrinterRig rig;
        const QString tail = rig.sell();
        rig.paint();
        rig.printer.answer(PrinterTrouble::Paper);
        QCOMPARE(rig.office.till.state(), PayState::Paid);
        QCOMPARE(rig.view().trouble, PrinterTrouble::Paper);
        QCOMPARE(Wording::printing(rig.view()), QString::fromUtf8("钱已收到，小票没打出来。检查纸后按 F10 补打。"));
        rig.office.pass(10s);
        QCOMPARE(rig.office.till.state(), PayState::Ready);
        rig.printer.answer(PrinterTrouble::Paper); // it tried again by itself
        const auto tries = rig.printer.sent.size();
        rig.press();
        QCOMPARE(rig.printer.sent.size(), tries + 1);
        QVERIFY(!rig.printer.sent.back().contains("补打")); // nothing has come out yet
        rig.printer.answer();
        QVERIFY(rig.view().isQuiet());
        QCOMPARE(rig.marks, (QStringList{"print_asked " + tail, "print_failed " + tail, "print_asked " + tail,
                                         "printed " + tail}));
    }
    void theLastSaleOnceMoreIsACopy()
    {
        PrinterRig rig;
        const QString tail = rig.sellWhole();
        rig.press();
        QCOMPARE(rig.printer.sent.size(), 2);
        QVERIFY(rig.printer.sent.back().contains("补打"));
        QVERIFY(rig.printer.sent.back().contains(tail));
        rig.printer.answer();
        rig.till->wish(rig.lastSale()); // the same press twice
        QCOMPARE(rig.printer.sent.size(), 2);
        rig.press();
        QVERIFY(rig.printer.sent.back().contains("第2次"));
    }
    void beforeTheFirstSaleItSaysSo()
    {
        PrinterRig rig;
        rig.press();
        QCOMPARE(rig.view().say, Say::NothingYet);
        QCOMPARE(rig.refusals, 1);
    }
    void aPowerCutWhilePrintingIsSaidAndNeverPrintedByItself()
    {
        PrinterRig rig;
        const QString tail = rig.sell();
        rig.paint();
        QCOMPARE(rig.printer.sent.size(), 1);
        rig.powerCut(); // it may lie on the counter
        QCOMPARE(rig.view().trouble, PrinterTrouble::Unclear);
        rig.office.pass(24h);
        QCOMPARE(rig.printer.sent.size(), 1);
        QCOMPARE(rig.view().trouble, PrinterTrouble::Unclear);
        rig.press();
        QCOMPARE(rig.printer.sent.size(), 2);
        QVERIFY(rig.printer.sent.back().contains("补打") && rig.printer.sent.back().contains(tail));
        rig.printer.answer();
        QVERIFY(rig.view().isQuiet());
    }
    void anOldUncertainOneIsForgottenWhenAnotherComesOut()
    {
        PrinterRig rig;
        rig.sell();
        rig.paint();
        rig.printer.answer(PrinterTrouble::Unclear);
        QVERIFY(rig.marks.back().startsWith("print_unclear"));
        rig.office.pass(10s);
        rig.sellWhole();
        QCOMPARE(rig.view().trouble, PrinterTrouble::Unclear); // its customer may still be there
        rig.office.pass(PrintQueue::giveUpAfter);
        rig.sellWhole();
        QVERIFY(rig.view().isQuiet());
    }
    void theSaleOnTheScreenComesBeforeAnOldTrouble()
    {
        PrinterRig rig({.print = ReceiptSettings::Print::Ask});
        const QString first = rig.sell();
        rig.paint();
        rig.till->wish(rig.office.till.view().outTradeNo);
        rig.office.pass(10s);
        rig.printer.answer(PrinterTrouble::Unclear);
        const QString second = rig.sell();
        rig.paint();
        QVERIFY(rig.view().isFirst);
        rig.till->wish(rig.office.till.view().outTradeNo);
        rig.office.pass(0ms);
        QCOMPARE(rig.printer.sent.back(), QStringLiteral("尾号 ") + second);
        rig.printer.answer();
        rig.office.pass(10s);
        rig.press();
        QVERIFY(rig.printer.sent.back().contains(first) && rig.printer.sent.back().contains("补打"));
    }
    void anOrderOfTheHistoryIsReadWhole()
    {
        PrinterRig rig;
        rig.office.wish(Wish::Kind::Find);
        rig.office.history.list({ScriptedHistoryDesk::made(QStringLiteral("NUMBER4818"), 1450)});
        rig.office.wish(Wish::Kind::Reprint);
        Order whole = ScriptedHistoryDesk::made(QStringLiteral("NUMBER4818"), 1450);
        whole.bill = *Bill::of(
            {{QStringLiteral("拿铁 大杯"), *Money::fromFen(800), 1}, {QStringLiteral("可颂"), *Money::fromFen(650), 1}},
            {});
        whole.operatorId = QStringLiteral("p2");
        rig.office.history.details.answer(whole);
        rig.office.people.peoples.answerTo({}, LoginDesk::People{{OfficeRig::chenJing()}, {}});
        rig.office.pass(0ms);
        QCOMPARE(rig.printer.sent.size(), 1);
        QVERIFY(rig.printer.sent.back().contains("补打"));
        const QString words = rig.printer.rows.join('\n');
        for (const char *part : {"拿铁 大杯", "可颂", "14.50", "陈静", "NUMBER4818"})
            QVERIFY2(words.contains(QString::fromUtf8(part)), part);
    }
    void whatTheServerDoesNotTellIsSaid()
    {
        PrinterRig rig;
        rig.till->reprint(QStringLiteral("NUMBER4818"));
        rig.office.history.details.answer(TillRig::unknown());
        QCOMPARE(rig.view().say, Say::NotRead);
        QVERIFY(rig.printer.sent.isEmpty());
        rig.till->reprint(QStringLiteral("NUMBER4818"));
        rig.office.history.details.answer(ScriptedHistoryDesk::made(QStringLiteral("NUMBER4818"), 1450));
        rig.office.pass(0ms);
        QCOMPARE(rig.printer.sent.size(), 1);
        QCOMPARE(rig.view().say, Say::Nothing);
    }
};

QTEST_MAIN(TillPrinterAgainTest)
#include "tst_till_printer_again.moc"
