// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OfficeRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// Alt+I: a payment that waits is decided, by one who may, and once.
class InboxFlowTest : public QObject
{
    Q_OBJECT
    using Step = InboxView::Step;
    using Say = InboxView::Say;

    static PaymentCase payment(qint64 id, CaseKind kind = CaseKind::Late, const char *state = "open")
    {
        PaymentCase about{.id = id, .kind = kind};
        about.amount = *Money::fromFen(1200);
        about.state = QString::fromLatin1(state);
        about.decidedBy = QStringLiteral("p2");
        return about;
    }
    static void open(OfficeRig &rig, const QList<PaymentCase> &cases)
    {
        rig.wish(Wish::Kind::Inbox);
        rig.desk->lists.answer(cases);
        rig.people.peoples.answer(LoginDesk::People{{OfficeRig::chenJing()}, {}});
    }

private slots:
    void openOnesAndDecidedOnesHaveTheirTabs()
    {
        OfficeRig rig;
        open(rig, {payment(3), payment(2, CaseKind::Late, "refunded"), payment(1)});
        QCOMPARE(rig.inbox().items.size(), 2);
        QCOMPARE(rig.inbox().chosen, 3);
        rig.wish(Wish::Kind::RowDown);
        QCOMPARE(rig.inbox().chosen, 1);
        rig.type("0");
        QCOMPARE(rig.inbox().items.size(), 1);
        QCOMPARE(rig.inbox().items[0].by, QStringLiteral("陈静"));
        rig.type("1"); // what is decided stays so
        QCOMPARE(rig.inbox().step, Step::List);
    }
    void aDecisionTakesItsReasonAndOnePress()
    {
        OfficeRig rig;
        open(rig, {payment(3), payment(1)});
        rig.type("1");
        QCOMPARE(rig.inbox().step, Step::Reason);
        QVERIFY(rig.desk->decisions.asked.isEmpty());
        rig.type("2");
        rig.pay();
        rig.pay(); // pressed twice is pressed once
        QCOMPARE(rig.desk->decisions.asked, (QList<QStringList>{{"3", "honour", "已当面核对", QString()}}));
        rig.desk->decisions.answer(payment(3, CaseKind::Late, "honoured"));
        QCOMPARE(rig.inbox().say, Say::Honoured);
        QCOMPARE(rig.inbox().items.size(), 1);
        QCOMPARE(rig.inbox().chosen, 1);
    }
    void aSupervisorSignsForItAlone()
    {
        OfficeRig rig;
        open(rig, {payment(3)});
        rig.type("2");
        rig.pay();
        rig.desk->decisions.answer(OfficeRig::says(ErrorCode::Forbidden, "ROLE_TOO_LOW"));
        QCOMPARE(rig.inbox().step, Step::Supervisor);
        rig.sign();
        QCOMPARE(rig.desk->decisions.asked.back(),
                 (QStringList{"3", "refund", "没有交货", QStringLiteral("supervisor-1")}));
        QVERIFY(rig.people.signedOut.isEmpty());
        rig.desk->decisions.answer(payment(3, CaseKind::Late, "refunded"));
        QCOMPARE(rig.people.signedOut, QStringList("supervisor-1"));
        QCOMPARE(rig.inbox().say, Say::GivenBack);
    }
    void aForeignPaymentHasNoRefund()
    {
        OfficeRig rig;
        open(rig, {payment(3, CaseKind::Foreign)});
        rig.type("2");
        QCOMPARE(rig.inbox().step, Step::List);
        QCOMPARE(rig.inbox().say, Say::NotOurs);
        rig.type("1");
        QCOMPARE(rig.inbox().step, Step::Reason);
    }
    void silenceIsAskedAgainAndThenSaid()
    {
        OfficeRig rig;
        open(rig, {payment(3)});
        rig.type("1");
        rig.pay();
        for (const auto pause : {1s, 2s, 3s}) {
            rig.desk->decisions.answer(TillRig::unknown());
            QCOMPARE(rig.inbox().say, Say::Asking);
            rig.pass(pause);
        }
        rig.desk->decisions.answer(TillRig::unknown());
        QCOMPARE(rig.inbox().say, Say::NotHeard);
        rig.pay(); // the same move again does no harm
        QCOMPARE(rig.desk->decisions.asked.size(), 5);
        rig.desk->decisions.answer(payment(3, CaseKind::Late, "honoured"));
        QCOMPARE(rig.inbox().say, Say::Honoured);
    }
    void whatSomebodyElseHasDecidedIsSaid()
    {
        OfficeRig rig;
        open(rig, {payment(3)});
        rig.type("1");
        rig.pay();
        rig.desk->decisions.answer(OfficeRig::says(ErrorCode::Conflict, "CASE_DECIDED"));
        QCOMPARE(rig.inbox().say, Say::DecidedAlready);
        rig.desk->lists.answer(QList<PaymentCase>{payment(3, CaseKind::Late, "refunded")});
        QVERIFY(rig.inbox().items.isEmpty());
        QCOMPARE(rig.inbox().say, Say::DecidedAlready);
    }
    void aScannersDigitsDecideNothing()
    {
        OfficeRig rig;
        open(rig, {payment(3)});
        rig.type("123");
        rig.wish(Wish::Kind::TakeBack, {}, 3);
        rig.wish(Wish::Kind::Scanned, QStringLiteral("1234567890"));
        QCOMPARE(rig.inbox().step, Step::List);
        QVERIFY(rig.desk->decisions.asked.isEmpty());
    }
};

QTEST_MAIN(InboxFlowTest)
#include "tst_inbox_flow.moc"
