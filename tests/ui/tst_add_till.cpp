// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedPairing.h"
#include "tests/support/VirtualClock.h"
#include "ui/AddTill.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using Say = AddTillView::Say;

/// A code for another till is shown for as long as it is good, and for no second longer.
class AddTillTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        void ask(const QByteArray &session = {}) { flow.ask(session); }
        void answer(const Result<QString> &answer)
        {
            desk.codes.answer(answer);
            QCoreApplication::processEvents();
        }
        const AddTillView &view() const { return flow.view(); }

        VirtualClock clock;
        ScriptedPairingDesk desk;
        AddTill flow{desk, {{"https://shop.local:8443"}, false}, clock};
    };
    static Error says(ErrorCode code) { return {code, QStringLiteral("SOMETHING said so")}; }

private slots:
    void showsItWithItsPlace()
    {
        Rig rig;
        rig.desk.pin = ScriptedJoinDesk::pin('a');
        rig.ask();
        QCOMPARE(rig.view().say, Say::Asking);
        rig.answer(QStringLiteral("7K3M-Q9XD"));
        QCOMPARE(rig.view().say, Say::Shown);
        QCOMPARE(rig.view().code, QString("7K3M-Q9XD"));
        QCOMPARE(rig.view().addresses, QStringList{"https://shop.local:8443"});
        QCOMPARE(rig.view().fingerprint, QString(64, u'a'));
        QCOMPARE(rig.view().secondsLeft, 300);
    }
    void countsFromWhenItWasAskedFor()
    {
        Rig rig;
        rig.ask();
        rig.clock.advance(2s); // the answer took its time
        rig.answer(QStringLiteral("7K3M-Q9XD"));
        QCOMPARE(rig.view().secondsLeft, 298);
        rig.clock.advance(297s);
        QCOMPARE(rig.view().secondsLeft, 1);
        QCOMPARE(rig.view().code, QString("7K3M-Q9XD"));
        rig.clock.advance(1s);
        QCOMPARE(rig.view().say, Say::Over);
        QVERIFY(rig.view().code.isEmpty());
        QCOMPARE(rig.clock.pendingCalls(), qsizetype(0));
    }
    void aNewOneTakesItsPlaceAtOnce()
    {
        Rig rig;
        rig.ask();
        rig.answer(QStringLiteral("7K3M-Q9XD"));
        rig.clock.advance(100s);
        rig.ask();
        QVERIFY(rig.view().code.isEmpty()); // whoever types it now is refused
        rig.answer(QStringLiteral("AAAA-BBBB"));
        QCOMPARE(rig.view().secondsLeft, 300);
        rig.clock.advance(250s);
        QCOMPARE(rig.view().code, QString("AAAA-BBBB"));
    }
    void anAnswerToAnEarlierOneIsNotShown()
    {
        Rig rig;
        rig.ask();
        rig.ask();
        rig.answer(QStringLiteral("OLD0-OLD0"));
        QVERIFY(rig.view().code.isEmpty());
        rig.answer(QStringLiteral("AAAA-BBBB"));
        QCOMPARE(rig.view().code, QString("AAAA-BBBB"));
    }
    void aCashierNeedsASupervisor()
    {
        Rig rig;
        QSignalSpy wanted(&rig.flow, &AddTill::supervisorWanted);
        QSignalSpy done(&rig.flow, &AddTill::sessionDone);
        rig.ask();
        rig.answer(says(ErrorCode::Forbidden));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(done.size(), 0);
        rig.ask("supervisor-1");
        QCOMPARE(rig.desk.codes.asked, (QList<QStringList>{{QString()}, {"supervisor-1"}}));
        rig.answer(QStringLiteral("7K3M-Q9XD"));
        QCOMPARE(rig.view().say, Say::Shown);
        QCOMPARE(done.size(), 1);
        QCOMPARE(done[0][0].toByteArray(), QByteArray("supervisor-1"));
    }
    void aSupervisorWhoMayNotIsNotAskedAgain()
    {
        Rig rig;
        QSignalSpy wanted(&rig.flow, &AddTill::supervisorWanted);
        rig.ask("supervisor-1");
        rig.answer(says(ErrorCode::Forbidden));
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(rig.view().say, Say::Refused);
        QCOMPARE(rig.view().refusal, QString("SOMETHING"));
    }
    void aSilentServerIsSaid()
    {
        for (const auto code : {ErrorCode::Unknown, ErrorCode::ProviderUnavailable}) {
            Rig rig;
            QSignalSpy sounds(&rig.flow, &AddTill::refusedSound);
            rig.ask();
            rig.answer(says(code));
            QCOMPARE(rig.view().say, Say::NotAnswered);
            QCOMPARE(sounds.size(), 1);
        }
    }
    void nothingIsShownOnceThePageIsLeft()
    {
        Rig rig;
        QSignalSpy done(&rig.flow, &AddTill::sessionDone);
        rig.ask();
        rig.answer(QStringLiteral("7K3M-Q9XD"));
        rig.flow.close();
        QVERIFY(rig.view().code.isEmpty());
        rig.ask("supervisor-1");
        rig.flow.close();
        rig.answer(QStringLiteral("7K3M-Q9XD"));
        QVERIFY(rig.view().code.isEmpty());
        QCOMPARE(done.size(), 1); // its session ends all the same
        rig.clock.advance(10min);
        QCOMPARE(rig.view().say, Say::Asking);
    }
};

QTEST_GUILESS_MAIN(AddTillTest)
#include "tst_add_till.moc"
