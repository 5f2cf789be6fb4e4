// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OfficeRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// However often it is asked for, over time-outs and power cuts, a refund has one number.
class RefundSameNumberTest : public QObject
{
    Q_OBJECT
    using Outcome = RefundView::Outcome;

    static QSet<QString> numbers(const OfficeRig &rig)
    {
        QSet<QString> all;
        for (const QStringList &words : rig.desk->refunds.asked)
            all.insert(words[0]);
        return all;
    }

private slots:
    void aTimeOutAsksAgainUnderIt()
    {
        OfficeRig rig;
        rig.takeSale({rig.paid("NUMBER4821", 3650)});
        rig.confirm();
        for (const auto pause : {1s, 2s, 4s}) {
            rig.desk->refunds.answer(TillRig::unknown());
            QCOMPARE(rig.shown().outcome, Outcome::Submitted);
            rig.pass(pause);
        }
        QCOMPARE(rig.desk->refunds.asked.size(), 4);
        QCOMPARE(numbers(rig).size(), 1);
        rig.desk->refunds.answer(rig.refund(RefundStatus::Success));
        QCOMPARE(rig.shown().outcome, Outcome::Done);
    }
    void soDoesTheNextStart()
    {
        OfficeRig rig;
        rig.takeSale({rig.paid("NUMBER4821", 3650)});
        rig.type("8");
        rig.confirm();
        const QString number = rig.desk->refunds.asked[0][0];
        rig.powerCut();
        QCOMPARE(rig.view().refundsUnderWay, 1);
        QCOMPARE(rig.desk->looks.asked, QList<QStringList>{{number}});
        rig.desk->looks.answer(OfficeRig::says(ErrorCode::NotFound, "REFUND_NOT_EXIST"));
        QCOMPARE(rig.desk->refunds.asked.size(), 1);
        QCOMPARE(rig.desk->refunds.asked[0].mid(0, 4), (QStringList{number, "NUMBER4821", "800", "顾客退货"}));
        rig.wish(Wish::Kind::Refund); // and the page says so meanwhile
        QCOMPARE(rig.shown().underWay, 1);
        QCOMPARE(rig.shown().underWayAmount.fen(), 800);
        rig.desk->refunds.answer(rig.refund(RefundStatus::Success));
        QCOMPARE(rig.view().refundsUnderWay, 0);
        QVERIFY(rig.till.journal->openRefunds().isEmpty());
    }
    void oneTheServerHasIsOnlyFollowed()
    {
        OfficeRig rig;
        rig.takeSale({rig.paid("NUMBER4821", 3650)});
        rig.confirm();
        Refund refund = rig.refund();
        rig.powerCut();
        rig.desk->looks.answer(TillRig::unknown()); // the server starts more slowly
        rig.pass(1s);
        rig.desk->looks.answer(refund);
        QVERIFY(rig.desk->refunds.asked.isEmpty());
        rig.pass(1s);
        refund.status = RefundStatus::Success;
        rig.desk->looks.answer(refund);
        QVERIFY(rig.till.journal->openRefunds().isEmpty());
        rig.powerCut();
        QVERIFY(rig.desk->looks.asked.isEmpty());
    }
};

QTEST_MAIN(RefundSameNumberTest)
#include "tst_refund_same_number.moc"
