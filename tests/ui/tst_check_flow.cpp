// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedHistoryDesk.h"
#include "tests/support/VirtualClock.h"
#include "ui/CheckFlow.h"

#include <QTest>

namespace {

struct Rig
{
    explicit Rig(const QString &atTill = {})
    {
        QObject::connect(&flow, &CheckFlow::refusedSound, &flow, [this] { ++refusals; });
        flow.open(atTill);
    }
    void wish(Wish::Kind kind, const QString &text = {}, int count = 0) { flow.wish({kind, text, count}); }
    void type(const QString &keys)
    {
        for (const QChar key : keys)
            wish(Wish::Kind::Type, key);
    }
    CheckView view() const
    {
        OfficeView view;
        flow.fill(view);
        return view.check;
    }
    void answer(CheckView::Verdict verdict) { desk.checks.answer(HistoryDesk::Check{.verdict = verdict}); }

    VirtualClock clock;
    ScriptedHistoryDesk desk;
    CheckFlow flow{desk, clock};
    int refusals = 0;
};

} // namespace

/// "I have paid": the last minutes first, then a number from the customer's phone, and what WeChat says about it.
class CheckFlowTest : public QObject
{
    Q_OBJECT
    using Say = CheckView::Say;
    using Verdict = CheckView::Verdict;

private slots:
    void itBeginsWithTheLastTenMinutes()
    {
        Rig rig;
        QCOMPARE(rig.desk.searches.size(), 1);
        QCOMPARE(rig.desk.searches[0].from, rig.clock.now().addSecs(-600));
        QVERIFY(!rig.desk.searches[0].to.isValid());
        QCOMPARE(rig.view().say, Say::Loading);
        rig.desk.list(ScriptedHistoryDesk::many(3));
        QCOMPARE(rig.view().recent.size(), 3);
        QCOMPARE(rig.view().chosen, QStringLiteral("NUMBER0000001"));
        QVERIFY(rig.desk.checks.asked.isEmpty()); // looking is not asking
    }
    void theOneAtTheTillIsMeant()
    {
        Rig rig(QStringLiteral("NUMBER0000002"));
        rig.desk.list(ScriptedHistoryDesk::many(3));
        QCOMPARE(rig.view().chosen, QStringLiteral("NUMBER0000002"));
        QVERIFY(rig.view().atTill);
        rig.type(QStringLiteral("7890"));
        rig.wish(Wish::Kind::Pay);
        QCOMPARE(rig.desk.checks.asked, (QList<QStringList>{{"7890", "NUMBER0000002"}}));
        QVERIFY(rig.view().isNamed);
    }
    void aChosenOrderIsAskedAboutByItsOwnNumber()
    {
        Rig rig;
        rig.desk.list(ScriptedHistoryDesk::many(3));
        rig.wish(Wish::Kind::RowDown);
        rig.wish(Wish::Kind::Pay);
        QCOMPARE(rig.desk.checks.asked, (QList<QStringList>{{"NUMBER0000002", "NUMBER0000002"}}));
    }
    void theAnswerIsShownWithItsOrder()
    {
        Rig rig;
        rig.desk.list({});
        rig.type(QStringLiteral("4821"));
        rig.wish(Wish::Kind::Pay);
        QCOMPARE(rig.view().say, Say::Asking);
        rig.wish(Wish::Kind::Pay); // pressed twice is pressed once
        QCOMPARE(rig.desk.checks.asked.size(), 1);
        QVERIFY(!rig.view().isNamed);
        rig.desk.checks.answer(HistoryDesk::Check{.verdict = Verdict::Another,
                                                  .order = ScriptedHistoryDesk::made(QStringLiteral("NUMBER4821")),
                                                  .paidAt = rig.clock.now()});
        QCOMPARE(rig.view().say, Say::Answered);
        QCOMPARE(rig.view().verdict, Verdict::Another);
        QCOMPARE(rig.view().found->tail, QStringLiteral("4821"));
        QCOMPARE(rig.view().paidAt, rig.clock.now());
        QCOMPARE(rig.refusals, 0);
    }
    void eachVerdictIsTold()
    {
        for (const auto verdict :
             {Verdict::This, Verdict::Another, Verdict::AnotherDay, Verdict::Unpaid, Verdict::None, Verdict::Unknown}) {
            Rig rig;
            rig.type(QStringLiteral("4821"));
            rig.wish(Wish::Kind::Pay);
            rig.answer(verdict);
            QCOMPARE(rig.view().verdict, verdict);
            QCOMPARE(rig.view().say, Say::Answered);
        }
    }
    void threeDigitsAreTooFew()
    {
        Rig rig;
        rig.desk.list(ScriptedHistoryDesk::many(1));
        rig.type(QStringLiteral("482"));
        rig.wish(Wish::Kind::Pay);
        QCOMPARE(rig.view().say, Say::TooShort);
        QVERIFY(rig.desk.checks.asked.isEmpty());
        rig.type(QStringLiteral("."));
        QCOMPARE(rig.view().say, Say::NoDigits);
        QCOMPARE(rig.view().typed, QStringLiteral("482"));
        rig.type(QStringLiteral("1"));
        rig.wish(Wish::Kind::Pay);
        QCOMPARE(rig.desk.checks.asked.size(), 1);
    }
    void aScannedBillIsAskedAboutAtOnce()
    {
        Rig rig(QStringLiteral("NUMBER0000002"));
        rig.desk.list({});
        rig.type(QStringLiteral("420"));
        rig.wish(Wish::Kind::TakeBack, {}, 3);
        rig.wish(Wish::Kind::Scanned, QStringLiteral("4200001234202611221234567890"));
        QCOMPARE(rig.desk.checks.asked, (QList<QStringList>{{"4200001234202611221234567890", "NUMBER0000002"}}));
        rig.answer(Verdict::None);
        rig.type(QStringLiteral("12")); // begins anew
        QCOMPARE(rig.view().typed, QStringLiteral("12"));
        QCOMPARE(rig.view().say, Say::Nothing);
    }
    void aPaymentCodeIsNobodysToAsk()
    {
        Rig rig;
        rig.desk.list({});
        rig.wish(Wish::Kind::Scanned, QStringLiteral("134567890123456789"));
        QCOMPARE(rig.view().say, Say::PaymentCode);
        QVERIFY(rig.view().typed.isEmpty());
        QVERIFY(rig.desk.checks.asked.isEmpty());
    }
    void silenceIsNotAVerdict()
    {
        Rig rig;
        rig.type(QStringLiteral("4821"));
        rig.wish(Wish::Kind::Pay);
        rig.desk.checks.answer(Error{ErrorCode::Unknown, QStringLiteral("NO_ANSWER")});
        QCOMPARE(rig.view().say, Say::NotReached);
        rig.wish(Wish::Kind::Query); // the same once more
        QCOMPARE(rig.desk.checks.asked.size(), 2);
        QCOMPARE(rig.desk.checks.asked[1], rig.desk.checks.asked[0]);
    }
    void anAnswerToAnOlderNumberIsNotShown()
    {
        Rig rig;
        rig.type(QStringLiteral("4821"));
        rig.wish(Wish::Kind::Pay);
        rig.type(QStringLiteral("7"));
        rig.answer(Verdict::This);
        QCOMPARE(rig.view().say, Say::Nothing);
        QCOMPARE(rig.view().typed, QStringLiteral("7"));
    }
    void digitsCanBeAskedAboutWithoutTheList()
    {
        Rig rig;
        rig.desk.pages.answer(Error{ErrorCode::Unknown, QStringLiteral("NO_ANSWER")});
        QCOMPARE(rig.view().say, Say::NotRead);
        rig.wish(Wish::Kind::Query);
        QCOMPARE(rig.desk.searches.size(), 2);
        rig.type(QStringLiteral("4821"));
        rig.wish(Wish::Kind::Pay);
        QCOMPARE(rig.desk.checks.asked.size(), 1);
        rig.desk.list(ScriptedHistoryDesk::many(2)); // late, and it changes nothing that is said
        QCOMPARE(rig.view().say, Say::Asking);
        QCOMPARE(rig.view().recent.size(), 2);
    }
    void escTakesOneStepBack()
    {
        Rig rig;
        rig.desk.list({});
        rig.type(QStringLiteral("4821"));
        rig.wish(Wish::Kind::Cancel);
        QVERIFY(rig.flow.isOpen());
        QVERIFY(rig.view().typed.isEmpty());
        rig.wish(Wish::Kind::Cancel);
        QVERIFY(!rig.flow.isOpen());
    }
};

QTEST_MAIN(CheckFlowTest)
#include "tst_check_flow.moc"
