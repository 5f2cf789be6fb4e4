// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

/// The server lets only a supervisor close what another cashier began.
class FlowCancelNotYoursTest : public QObject
{
    Q_OBJECT

    static Error refusal() { return {ErrorCode::Forbidden, QStringLiteral("ROLE_TOO_LOW")}; }

private slots:
    void theCodeStaysUp()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const QString code = till.view().codeUrl;
        till.cancelTwice();
        till.desk->answer("close", refusal());
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.view().codeUrl, code);
        QCOMPARE(till.notice(), Notice::Kind::CancelNotYours);
        till.pass(30s);
        QCOMPARE(till.desk->count("close"), 1); // nobody wants it closed any more
        QCOMPARE(till.state(), PayState::Waiting); // and it is not parked
        till.desk->push(till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
    }
    void noNewCodeEither()
    {
        TillRig till;
        till.bringUpCode();
        till.wish(Wish::Kind::NewCode);
        till.desk->answer("close", refusal());
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.desk->count("place"), 1);
    }
    void atTheDeadlineItIsAskedOn()
    {
        TillRig till;
        till.bringUpCode();
        till.pass(300s);
        till.desk->answer("close", refusal()); // the server's clock is a moment behind
        till.pass(2s);
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        QCOMPARE(till.state(), PayState::Expired);
    }
};

QTEST_GUILESS_MAIN(FlowCancelNotYoursTest)
#include "tst_flow_cancel_not_yours.moc"
