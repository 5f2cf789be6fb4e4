// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowMockNeverPaintsTest : public QObject
{
    Q_OBJECT
private slots:
    void theButtonAsksAndTheServerTells()
    {
        TillRig till;
        till.bringUpCode();
        till.wish(Wish::Kind::MockPay);
        QCOMPARE(till.desk->mockPaid, QStringList{till.order().outTradeNo.text()});
        till.pass(3s);
        QCOMPARE(till.state(), PayState::Waiting); // answered, and still not green
        QVERIFY(till.announced.isEmpty());
        till.desk->push(till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
    }
    void aLiveTillHasNoSuchButton()
    {
        TillRig till({.training = false});
        till.bringUpCode();
        till.wish(Wish::Kind::MockPay);
        QVERIFY(till.desk->mockPaid.isEmpty());
    }
    void itNeedsACodeOnTheScreen()
    {
        TillRig till;
        till.wish(Wish::Kind::MockPay);
        till.type("1");
        till.pay();
        till.wish(Wish::Kind::MockPay);
        QVERIFY(till.desk->mockPaid.isEmpty());
    }
};

QTEST_GUILESS_MAIN(FlowMockNeverPaintsTest)
#include "tst_flow_mock_never_paints.moc"
