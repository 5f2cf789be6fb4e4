// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowBigAmountTest : public QObject
{
    Q_OBJECT
private slots:
    void aboveTheLimitPayAsksForASecondPress()
    {
        TillRig till;
        till.type("3650");
        till.pay();
        QCOMPARE(till.state(), PayState::Ready);
        QVERIFY(till.view().confirmBigAmount);
        QCOMPARE(till.notice(), Notice::Kind::SecondPressForBigAmount);
        QCOMPARE(till.view().notice.amount.fen(), 365000);
        till.pass(120ms);
        till.pay(); // the same press twice
        QCOMPARE(till.desk->count("place"), 0);
        till.pass(400ms);
        till.pay();
        QCOMPARE(till.desk->count("place"), 1);
        QVERIFY(!till.view().confirmBigAmount);
    }
    void atTheLimitItDoesNot()
    {
        TillRig till;
        till.type("500");
        till.pay();
        QCOMPARE(till.state(), PayState::Creating);
    }
    void anotherDigitIsAnotherQuestion()
    {
        TillRig till;
        till.type("600");
        till.pay();
        till.pass(1s);
        till.type("0");
        QVERIFY(!till.view().confirmBigAmount);
        QCOMPARE(till.notice(), Notice::Kind::None);
        till.pay();
        QCOMPARE(till.desk->count("place"), 0);
        QVERIFY(till.view().confirmBigAmount);
        till.wish(Wish::Kind::Cancel);
        QVERIFY(!till.view().confirmBigAmount);
    }
};

QTEST_GUILESS_MAIN(FlowBigAmountTest)
#include "tst_flow_big_amount.moc"
