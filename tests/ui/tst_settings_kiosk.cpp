// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SettingsRig.h"

#include <QSignalSpy>
#include <QTest>

using Item = SettingsView::Item;
using Group = SettingsView::Group;
using Step = SettingsView::Step;

/// The one way out of a kiosk: a supervisor's PIN, in practice too.
class SettingsKioskTest : public QObject
{
    Q_OBJECT

    struct Rig : SettingsRig
    {
        explicit Rig(bool training = true, bool kiosk = true) : SettingsRig(training, {}, kiosk) {}
        QSignalSpy left{&flow, &SettingsFlow::leaveSigned};
    };
    static bool offers(const Rig &rig)
    {
        const auto entries = rig.view().entries;
        return std::any_of(entries.begin(), entries.end(),
                           [](const SettingsView::Entry &entry) { return entry.item == Item::LeaveKiosk; });
    }
    static LockView pad(const Rig &rig)
    {
        OfficeView view;
        rig.flow.fill(view);
        return view.supervisor;
    }

private slots:
    void isOfferedInAKioskAlone()
    {
        for (const bool kiosk : {true, false}) {
            Rig rig(true, kiosk);
            rig.show(Group::Tills);
            QCOMPARE(offers(rig), kiosk);
            QCOMPARE(rig.view().kiosk, kiosk);
            rig.set(Item::LeaveKiosk);
            QCOMPARE(rig.view().step, kiosk ? Step::Supervisor : Step::List);
            QCOMPARE(rig.view().leavingKiosk, kiosk);
            rig.flow.openLeaving();
            QCOMPARE(rig.view().step, kiosk ? Step::Supervisor : Step::List);
            QCOMPARE(rig.left.size(), 0);
        }
    }
    void aSupervisorsPinOpensIt_data()
    {
        QTest::addColumn<bool>("training");
        QTest::newRow("practice") << true;
        QTest::newRow("real money") << false;
    }
    void aSupervisorsPinOpensIt()
    {
        QFETCH(bool, training);
        Rig rig(training);
        rig.flow.close();
        rig.flow.openLeaving(); // the window was to be closed
        QVERIFY(rig.flow.isOpen());
        QCOMPARE(rig.view().step, Step::Supervisor);
        QVERIFY(rig.view().leavingKiosk);
        QCOMPARE(rig.left.size(), 0);
        rig.sign();
        QTRY_COMPARE(rig.left.size(), 1);
        QCOMPARE(rig.ended, QByteArrayList{"supervisor-1"}); // nobody stays signed in by it
    }
    void aWrongPinAndEscLeaveItShut()
    {
        Rig rig;
        rig.flow.openLeaving();
        rig.people.peoples.answer(LoginDesk::People{{OfficeRig::chenJing()}, {}});
        QTest::qWait(0);
        rig.type("135791");
        rig.clock.advance(std::chrono::milliseconds(PinLogin::sendAfterMs));
        rig.people.pins.answer(LoginDesk::PinAnswer{.kind = LoginDesk::PinAnswer::Kind::Wrong, .triesLeft = 4});
        QTest::qWait(0);
        QCOMPARE(pad(rig).say, LockView::Say::WrongPin);
        QCOMPARE(rig.left.size(), 0);
        rig.wish(Wish::Kind::Cancel);
        QCOMPARE(rig.view().step, Step::List);
        QVERIFY(!rig.view().leavingKiosk);
        rig.set(Item::AddTill); // what was asked for before is forgotten
        QCOMPARE(rig.left.size(), 0);
    }
    void aSecondWishToCloseBeginsNothingAnew()
    {
        Rig rig;
        rig.flow.openLeaving();
        rig.people.peoples.answer(LoginDesk::People{{OfficeRig::chenJing()}, {}});
        QTest::qWait(0);
        rig.type("135");
        rig.flow.openLeaving();
        QCOMPARE(pad(rig).digits, 3);
    }
    void whatIsHalfDoneIsNotThrownAway()
    {
        Rig rig;
        rig.set(Item::BigAmount);
        QCOMPARE(rig.view().step, Step::Number);
        rig.flow.openLeaving();
        QCOMPARE(rig.view().step, Step::Number);
        QCOMPARE(rig.refusals, 1);
    }
    void whereNoSupervisorHasAPinItSaysSo()
    {
        Rig rig(false);
        rig.flow.openLeaving();
        Person without = OfficeRig::chenJing();
        without.hasPin = false;
        rig.people.peoples.answer(LoginDesk::People{{without}, {}});
        QTRY_COMPARE(pad(rig).say, LockView::Say::NobodyMay);
        rig.type("135790");
        rig.clock.advance(std::chrono::milliseconds(PinLogin::sendAfterMs));
        QCOMPARE(rig.people.pins.asked.size(), 0);
        QCOMPARE(rig.left.size(), 0);
    }
};

QTEST_GUILESS_MAIN(SettingsKioskTest)
#include "tst_settings_kiosk.moc"
