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
    void aServerThatHasNoMockIsNotWeChatsFault_data()
    {
        QTest::addColumn<ErrorCode>("answer");
        QTest::addColumn<Notice::Kind>("notice");
        QTest::newRow("no such thing there") << ErrorCode::NotFound << Notice::Kind::NoMockHere;
        QTest::newRow("no answer") << ErrorCode::Unknown << Notice::Kind::QueryFailed;
    }
    void aServerThatHasNoMockIsNotWeChatsFault()
    {
        QFETCH(ErrorCode, answer);
        QFETCH(Notice::Kind, notice);
        TillRig till;
        till.bringUpCode();
        till.desk->mockAnswer = Error{answer, {}};
        till.wish(Wish::Kind::MockPay);
        QCOMPARE(till.notice(), notice);
        QCOMPARE(till.state(), PayState::Waiting);
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
