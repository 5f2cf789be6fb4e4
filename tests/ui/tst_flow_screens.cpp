// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowScreensTest : public QObject
{
    Q_OBJECT
private slots:
    void wordsOnOneScreenAreNoChangeOfScreen()
    {
        TillRig till;
        till.type("12.5");
        QCOMPARE(till.screens, 0);
        till.pay();
        QCOMPARE(till.screens, 1);
        till.desk->answer("place", till.order());
        till.wish(Wish::Kind::Query);
        till.desk->answer("query", till.order());
        till.pass(3s);
        QCOMPARE(till.screens, 1);
        till.desk->push(till.order(TradeState::Success, 3));
        QCOMPARE(till.screens, 2);
        till.pass(5s);
        QCOMPARE(till.screens, 3);
    }
    void aRefusedKeySoundsAndSaysWhy()
    {
        TillRig till;
        till.type("1.234");
        QCOMPARE(till.refusals, 1);
        QCOMPARE(till.notice(), Notice::Kind::ThirdDecimal);
        QCOMPARE(till.view().entry.text, QString("1.23"));
        till.wish(Wish::Kind::Clear);
        QCOMPARE(till.notice(), Notice::Kind::None);
        till.type("123456");
        QCOMPARE(till.notice(), Notice::Kind::AmountTooLarge);
        QCOMPARE(till.view().entry.text, QString("12345"));
        till.pass(3s);
        QCOMPARE(till.notice(), Notice::Kind::None);
    }
    void nothingLeftIsPlannedForAnOldScreen()
    {
        TillRig till;
        till.bringUpCode();
        till.desk->push(till.order(TradeState::Success, 3));
        till.pass(2s);
        till.pay();
        till.bringUpCode("3");
        till.desk->push(till.order(TradeState::Success, 3));
        till.pass(3s); // when the first Paid would have ended
        QCOMPARE(till.state(), PayState::Paid);
    }
};

QTEST_GUILESS_MAIN(FlowScreensTest)
#include "tst_flow_screens.moc"
