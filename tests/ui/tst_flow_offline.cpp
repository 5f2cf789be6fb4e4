// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowOfflineTest : public QObject
{
    Q_OBJECT
private slots:
    void theCodeStaysAndIsCheckedAfterwards()
    {
        TillRig till;
        till.bringUpCode();
        till.desk->goOnline(false);
        QCOMPARE(till.state(), PayState::Checking);
        QCOMPARE(till.notice(), Notice::Kind::Offline);
        QVERIFY(!till.view().strip.online);
        QVERIFY(!till.view().codeUrl.isEmpty());
        till.pass(5s);
        QCOMPARE(till.view().secondsLeft, 295);
        till.desk->goOnline(true);
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.notice(), Notice::Kind::CodeShown);
        till.desk->answer("order", till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
    }
    void f5OfflineSaysSo()
    {
        TillRig till;
        till.bringUpCode();
        till.desk->goOnline(false);
        till.wish(Wish::Kind::Query);
        till.desk->answer("query", TillRig::unknown());
        QCOMPARE(till.notice(), Notice::Kind::QueryFailed);
        QCOMPARE(till.state(), PayState::Checking);
    }
    void aSaleBegunOfflineGoesOnWhenTheServerIsBack()
    {
        TillRig till;
        till.desk->goOnline(false);
        QCOMPARE(till.state(), PayState::Ready);
        till.type("1");
        till.pay();
        till.desk->answer("place", Error{ErrorCode::ProviderUnavailable, "SERVER_GONE"});
        QCOMPARE(till.notice(), Notice::Kind::ServerGone);
        till.desk->goOnline(true);
        QCOMPARE(till.desk->count("place"), 2); // at once, not at the end of the pause
        till.desk->answer("place", till.order());
        QCOMPARE(till.state(), PayState::Waiting);
    }
};

QTEST_GUILESS_MAIN(FlowOfflineTest)
#include "tst_flow_offline.moc"
