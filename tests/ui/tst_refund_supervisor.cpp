// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OfficeRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// Above a cashier's limit a supervisor signs for that one refund.
class RefundSupervisorTest : public QObject
{
    Q_OBJECT
    using Outcome = RefundView::Outcome;
    using Step = RefundView::Step;

    static void comeToPin(OfficeRig &rig)
    {
        rig.takeSale({rig.paid("NUMBER4821", 365000)});
        rig.confirm();
        rig.desk->refunds.answer(OfficeRig::says(ErrorCode::Forbidden, "ROLE_TOO_LOW"));
        QCOMPARE(rig.shown().step, Step::Supervisor);
    }

private slots:
    void theSessionIsForThisRefundAndEnds()
    {
        OfficeRig rig;
        comeToPin(rig);
        rig.sign();
        QCOMPARE(rig.shown().step, Step::Result);
        QCOMPARE(rig.desk->refunds.asked.size(), 2);
        QCOMPARE(rig.desk->refunds.asked[1][0], rig.desk->refunds.asked[0][0]);
        QCOMPARE(rig.desk->refunds.asked[1][4], QStringLiteral("supervisor-1"));
        rig.desk->refunds.answer(TillRig::unknown());
        QVERIFY(rig.people.signedOut.isEmpty()); // it is needed to ask again
        rig.pass(1s);
        QCOMPARE(rig.desk->refunds.asked[2][4], QStringLiteral("supervisor-1"));
        rig.desk->refunds.answer(rig.refund());
        QCOMPARE(rig.people.signedOut, QStringList("supervisor-1"));
        rig.wish(Wish::Kind::Refund);
        QCOMPARE(rig.shown().step, Step::Choose);
        rig.desk->orders.answer(QList<Order>{rig.paid("NUMBER4818", 2200)});
        rig.pay();
        rig.confirm();
        QCOMPARE(rig.desk->refunds.asked.back()[4], QString());
    }
    void onlyThoseWhoMayAreToBeChosen()
    {
        OfficeRig rig;
        comeToPin(rig);
        const Person cashier{.id = "p1", .name = "林晓", .role = Role::Cashier, .hasPin = true};
        rig.people.peoples.answer(LoginDesk::People{{cashier, OfficeRig::chenJing()}, {}});
        QCOMPARE(rig.view().supervisor.people.size(), 1);
        QCOMPARE(rig.view().supervisor.chosen, QStringLiteral("p2"));
    }
    void escGoesBackToTheAmountAndNothingMoves()
    {
        OfficeRig rig;
        comeToPin(rig);
        rig.wish(Wish::Kind::Cancel);
        QCOMPARE(rig.shown().step, Step::Amount);
        QVERIFY(rig.till.journal->openRefunds().isEmpty());
        rig.pass(1min);
        QCOMPARE(rig.desk->refunds.asked.size(), 1);
    }
    void aPinThatComesAfterEscIsSignedOut()
    {
        OfficeRig rig;
        comeToPin(rig);
        rig.people.peoples.answer(LoginDesk::People{{OfficeRig::chenJing()}, {}});
        rig.type("135790");
        rig.pass(std::chrono::milliseconds(PinLogin::sendAfterMs));
        rig.wish(Wish::Kind::Cancel);
        rig.people.pins.answer(LoginDesk::PinAnswer{.kind = LoginDesk::PinAnswer::Kind::SignedIn,
                                                    .session = {"late", OfficeRig::chenJing()}});
        QCOMPARE(rig.people.signedOut, QStringList("late"));
        QCOMPARE(rig.desk->refunds.asked.size(), 1);
    }
    void lockingLeavesNothingHalfDone()
    {
        OfficeRig rig;
        comeToPin(rig);
        rig.office->leave();
        QCOMPARE(rig.view().page, OfficeView::Page::None);
        QVERIFY(rig.till.journal->openRefunds().isEmpty());
        QCOMPARE(rig.view().refundsFailed, 0);
    }
};

QTEST_MAIN(RefundSupervisorTest)
#include "tst_refund_supervisor.moc"
