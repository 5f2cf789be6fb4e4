// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LockRig.h"

#include <QTest>

using namespace std::chrono_literals;

class LockPinTest : public QObject
{
    Q_OBJECT
private slots:
    void theSixthDigitSends()
    {
        LockRig rig;
        rig.openShop();
        rig.wish(Wish::Kind::Person, "林晓");
        QCOMPARE(rig.view().chosen, QStringLiteral("林晓"));
        rig.type("13579");
        QCOMPARE(rig.view().digits, 5);
        rig.pass(10s);
        QCOMPARE(rig.desk.pins.asked.size(), 0);
        rig.type("0");
        rig.pass(200ms);
        QCOMPARE(rig.desk.pins.asked, QList<QStringList>({{"林晓", "135790"}}));
        QCOMPARE(rig.view().say, LockRig::Say::Checking);
        QVERIFY(rig.flow.isLocked());
        rig.desk.pins.answer(LockRig::Pin{.kind = LockRig::Pin::Kind::SignedIn, .session = {"s1", LockRig::linXiao()}});
        QVERIFY(!rig.flow.isLocked());
        QCOMPARE(rig.session(), QStringLiteral("s1"));
        QCOMPARE(rig.view().operatorName, QStringLiteral("林晓"));
        QCOMPARE(rig.desk.stopped, QStringList("K1")); // nobody waits for the code any more
    }
    void aWrongOneClearsTheDotsAndTellsTheTriesLeft()
    {
        LockRig rig;
        rig.openShop();
        rig.enterPin(LockRig::linXiao(), "111222");
        rig.desk.pins.answer(LockRig::Pin{.kind = LockRig::Pin::Kind::Wrong, .triesLeft = 4});
        QVERIFY(rig.flow.isLocked());
        QCOMPARE(rig.view().digits, 0);
        QCOMPARE(rig.view().say, LockRig::Say::WrongPin);
        QCOMPARE(rig.view().count, 4);
        QCOMPARE(rig.refusals, 1);
        rig.type("1");
        QCOMPARE(rig.view().say, LockRig::Say::Nothing);
    }
    void aBlockIsCountedDownAndTakesNoDigits()
    {
        LockRig rig;
        rig.openShop();
        rig.enterPin(LockRig::linXiao());
        rig.desk.pins.answer(LockRig::Pin{.kind = LockRig::Pin::Kind::Blocked, .retryAfterS = 30});
        QCOMPARE(rig.view().say, LockRig::Say::Blocked);
        QCOMPARE(rig.view().count, 30);
        rig.type("135790");
        QCOMPARE(rig.view().digits, 0);
        rig.pass(1s);
        QCOMPARE(rig.view().count, 29);
        rig.wish(Wish::Kind::Person, "陈静"); // another one may
        QCOMPARE(rig.view().say, LockRig::Say::Nothing);
        rig.type("1");
        QCOMPARE(rig.view().digits, 1);
        rig.wish(Wish::Kind::Person, "林晓");
        QCOMPARE(rig.view().digits, 0);
        rig.pass(28s);
        QCOMPARE(rig.view().count, 1);
        rig.pass(1s);
        QCOMPARE(rig.view().say, LockRig::Say::Nothing);
        rig.signIn(LockRig::linXiao());
        QVERIFY(!rig.flow.isLocked());
        QCOMPARE(rig.desk.pins.asked.size(), 2);
    }
    void digitsAreKeptUntilSomebodyIsChosen()
    {
        LockRig rig;
        rig.openShop();
        QCOMPARE(rig.view().chosen, QString()); // a wrong PIN would count against whoever is first
        rig.type("135790");
        rig.pass(1s);
        QCOMPARE(rig.view().say, LockRig::Say::ChoosePerson);
        QCOMPARE(rig.desk.pins.asked.size(), 0);
        rig.wish(Wish::Kind::Person, "陈静");
        rig.pass(200ms);
        QCOMPARE(rig.desk.pins.asked, QList<QStringList>({{"陈静", "135790"}}));
    }
    void anotherPersonsDigitsAreNotTheirs()
    {
        LockRig rig;
        rig.openShop();
        rig.wish(Wish::Kind::Person, "陈静");
        rig.type("1357");
        rig.wish(Wish::Kind::Person, "林晓");
        QCOMPARE(rig.view().digits, 0);
    }
    void editingBeforeItIsSentSendsNothing()
    {
        LockRig rig;
        rig.openShop();
        rig.wish(Wish::Kind::Person, "林晓");
        rig.type("135791");
        rig.wish(Wish::Kind::Backspace);
        rig.pass(1s);
        QCOMPARE(rig.desk.pins.asked.size(), 0);
        QCOMPARE(rig.view().digits, 5);
        rig.wish(Wish::Kind::Cancel); // Esc clears
        QCOMPARE(rig.view().digits, 0);
        rig.type("12");
        rig.wish(Wish::Kind::Clear);
        QCOMPARE(rig.view().digits, 0);
    }
    void aScannerNeverSendsAPin()
    {
        LockRig rig;
        rig.openShop();
        rig.wish(Wish::Kind::Person, "林晓");
        rig.type("13579"); // one is missing, and the scanner's first three look like a hand's
        rig.type("690");
        rig.pass(150ms);
        rig.wish(Wish::Kind::TakeBack, {}, 3);
        rig.wish(Wish::Kind::Scanned, "6901234567892");
        rig.pass(5s);
        QCOMPARE(rig.desk.pins.asked.size(), 0);
        QCOMPARE(rig.view().digits, 5);
        QVERIFY(rig.refusals >= 1);
        QVERIFY(rig.flow.isLocked());
    }
    void aServerThatDoesNotAnswerIsNoWrongPin()
    {
        LockRig rig;
        rig.openShop();
        rig.enterPin(LockRig::linXiao());
        rig.type("1"); // while it is being checked nothing counts
        rig.desk.pins.answer(ScriptedLoginDesk::gone());
        QCOMPARE(rig.view().say, LockRig::Say::NotReached);
        QCOMPARE(rig.view().digits, 0);
        rig.signIn(LockRig::linXiao());
        QVERIFY(!rig.flow.isLocked());
    }
    void oneAloneNeedNotBeChosenAndWhoWasInIsChosenAgain()
    {
        LockRig rig;
        rig.desk.peoples.answer(
            LoginDesk::People{{LockRig::wang(), LockRig::person("电话", Role::Cashier, false)}, {}});
        QCOMPARE(rig.view().people.size(), 1); // who has no PIN signs in with the phone
        QCOMPARE(rig.view().chosen, QStringLiteral("王师傅"));
        LockRig other;
        other.openShop();
        other.signIn(LockRig::chenJing());
        other.wish(Wish::Kind::Lock);
        QCOMPARE(other.view().chosen, QStringLiteral("陈静"));
    }
    void aPinThatComesSecondIsSignedOutAgain()
    {
        LockRig rig;
        rig.openShop();
        rig.enterPin(LockRig::chenJing());
        rig.end("K1", TicketState::Confirmed, LockRig::linXiao(), "by-phone");
        QCOMPARE(rig.session(), QStringLiteral("by-phone"));
        rig.desk.pins.answer(
            LockRig::Pin{.kind = LockRig::Pin::Kind::SignedIn, .session = {"by-pin", LockRig::chenJing()}});
        QCOMPARE(rig.session(), QStringLiteral("by-phone"));
        QCOMPARE(rig.desk.signedOut, QStringList("by-pin"));
    }
};

QTEST_GUILESS_MAIN(LockPinTest)
#include "tst_lock_pin.moc"
