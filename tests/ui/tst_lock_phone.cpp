// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LockRig.h"

#include <QTest>

using namespace std::chrono_literals;

class LockPhoneTest : public QObject
{
    Q_OBJECT
private slots:
    void aCodeANumberAndACountdownAreShown()
    {
        LockRig rig;
        rig.openShop();
        QCOMPARE(rig.view().qr, QStringLiteral("http://10.0.0.2:9000/m/login/K1"));
        QCOMPARE(rig.view().number, 41);
        QCOMPARE(rig.view().secondsLeft, 120);
        rig.pass(18s);
        QCOMPARE(rig.view().secondsLeft, 102);
    }
    void whoConfirmsOnTheirPhoneIsSignedIn()
    {
        LockRig rig;
        rig.openShop();
        rig.scan("K1", LockRig::linXiao());
        QCOMPARE(rig.view().phone, LockRig::Phone::Scanned);
        QCOMPARE(rig.view().owner, QStringLiteral("林晓"));
        QVERIFY(rig.view().qr.isEmpty()); // a second phone would be turned away
        QCOMPARE(rig.view().number, 41);
        QCOMPARE(rig.desk.polls.asked.back(), QStringList({"K1", "scanned"})); // at once, without a pause
        QVERIFY(rig.flow.isLocked());
        rig.end("K1", TicketState::Confirmed, LockRig::linXiao(), "token");
        QVERIFY(!rig.flow.isLocked());
        QCOMPARE(rig.session(), QStringLiteral("token"));
        QCOMPARE(rig.view().operatorName, QStringLiteral("林晓"));
        QCOMPARE(rig.screens, 1);
        rig.pass(5min);
        QCOMPARE(rig.desk.tickets.asked.size(), 1);
    }
    void itIsRenewed45SecondsBeforeItEnds()
    {
        LockRig rig;
        rig.openShop();
        rig.pass(74'999ms);
        QCOMPARE(rig.desk.tickets.asked.size(), 1);
        rig.pass(1ms);
        QCOMPARE(rig.desk.tickets.asked.size(), 2);
        QVERIFY(rig.view().qr.endsWith("K1")); // good for 45 s yet
        rig.bringTicket();
        QVERIFY(rig.view().qr.endsWith("K2"));
        QCOMPARE(rig.view().number, 42);
        QCOMPARE(rig.view().secondsLeft, 120);
        rig.pass(75s);
        QCOMPARE(rig.desk.tickets.asked.size(), 3);
        rig.bringTicket();
        QCOMPARE(rig.desk.polls.waiting("K1"), 0);
    }
    void aScannedOneIsNotRenewed()
    {
        LockRig rig;
        rig.openShop();
        rig.pass(60s);
        rig.scan("K1", LockRig::linXiao());
        rig.pass(50s);
        QCOMPARE(rig.desk.tickets.asked.size(), 1);
        QCOMPARE(rig.view().secondsLeft, 10);
    }
    void whoWasPointingAtTheOldOneIsNotTurnedAway()
    {
        LockRig rig;
        rig.openShop();
        rig.pass(75s);
        rig.bringTicket();
        rig.scan("K1", LockRig::linXiao());
        QCOMPARE(rig.view().phone, LockRig::Phone::Scanned);
        QCOMPARE(rig.view().number, 41); // its own
        QCOMPARE(rig.view().secondsLeft, 45);
        QVERIFY(rig.desk.stopped.contains("K2"));
        rig.end("K1", TicketState::Confirmed, LockRig::linXiao(), "token");
        QCOMPARE(rig.session(), QStringLiteral("token"));
    }
    void aScanWhileTheNewOneIsOnItsWayKeepsTheOld()
    {
        LockRig rig;
        rig.openShop();
        rig.pass(75s);
        rig.scan("K1", LockRig::linXiao());
        rig.bringTicket(); // comes too late
        QCOMPARE(rig.view().phone, LockRig::Phone::Scanned);
        QCOMPARE(rig.view().number, 41);
        QCOMPARE(rig.desk.polls.waiting("K2"), 0);
    }
    void cancelledOnThePhoneIsToldAndANewOneComes()
    {
        LockRig rig;
        rig.openShop();
        rig.scan("K1", LockRig::linXiao());
        rig.end("K1", TicketState::Cancelled);
        QCOMPARE(rig.view().phone, LockRig::Phone::Cancelled);
        QVERIFY(rig.flow.isLocked());
        QCOMPARE(rig.view().number, 0);
        rig.pass(3s);
        rig.bringTicket();
        QCOMPARE(rig.view().phone, LockRig::Phone::Waiting);
    }
    void expiredAfterAScanIsTold()
    {
        LockRig rig;
        rig.openShop();
        rig.scan("K1", LockRig::linXiao());
        rig.end("K1", TicketState::Expired);
        QCOMPARE(rig.view().phone, LockRig::Phone::Expired);
        rig.pass(3s);
        QCOMPARE(rig.desk.tickets.asked.size(), 2);
    }
    void itEndsByItselfWhenTheServerSaysNothing()
    {
        LockRig rig;
        rig.openShop();
        rig.scan("K1", LockRig::linXiao());
        rig.pass(std::chrono::milliseconds(TicketWatch::lifeMs + TicketWatch::graceMs));
        QCOMPARE(rig.view().phone, LockRig::Phone::Expired);
    }
    void aServerThatHasForgottenItIsAskedForAnother()
    {
        LockRig rig;
        rig.openShop();
        rig.desk.polls.answerTo("K1", Error{ErrorCode::NotFound, "NOT_FOUND"});
        QCOMPARE(rig.view().phone, LockRig::Phone::Making);
        rig.bringTicket();
        QVERIFY(rig.view().qr.endsWith("K2"));
    }
    void aLostTokenSignsNobodyIn()
    {
        LockRig rig;
        rig.openShop();
        rig.scan("K1", LockRig::linXiao());
        rig.end("K1", TicketState::Confirmed, LockRig::linXiao());
        QVERIFY(rig.flow.isLocked());
        QCOMPARE(rig.view().phone, LockRig::Phone::Expired);
    }
    void anEmptyPollIsFollowedByTheNext()
    {
        LockRig rig;
        rig.openShop();
        rig.pass(25s);
        rig.desk.polls.answerTo("K1", std::optional<LockRig::News>());
        QCOMPARE(rig.desk.polls.asked.size(), 2);
        rig.desk.polls.answerTo("K1", std::optional<LockRig::News>()); // at once: not hammered
        QCOMPARE(rig.desk.polls.asked.size(), 2);
        rig.pass(1s);
        QCOMPARE(rig.desk.polls.asked.size(), 3);
    }
    void aPollThatFailsIsSaidAndAskedAgainWithGrowingPauses()
    {
        LockRig rig;
        rig.openShop();
        for (const auto pause : {1s, 2s, 4s, 8s, 8s}) {
            rig.desk.polls.answerTo("K1", ScriptedLoginDesk::gone());
            QCOMPARE(rig.view().phone, LockRig::Phone::Unreachable);
            rig.pass(pause - 1ms);
            QCOMPARE(rig.desk.polls.waiting("K1"), 0);
            rig.pass(1ms);
        }
        rig.desk.polls.answerTo("K1", std::optional<LockRig::News>());
        QCOMPARE(rig.view().phone, LockRig::Phone::Waiting);
    }
    void noTicketIsSaidAndAskedForAgain()
    {
        LockRig rig;
        rig.desk.peoples.answer(LoginDesk::People{{LockRig::linXiao()}, {}});
        for (const auto pause : {1s, 2s, 4s, 8s, 15s, 15s}) {
            rig.desk.tickets.answer(ScriptedLoginDesk::gone());
            QCOMPARE(rig.view().phone, LockRig::Phone::Unreachable);
            rig.pass(pause - 1ms);
            QCOMPARE(rig.desk.tickets.open.size(), std::size_t(0));
            rig.pass(1ms);
        }
        rig.desk.tickets.answer(ScriptedLoginDesk::gone());
        rig.flow.setOnline(true);
        rig.bringTicket();
        QCOMPARE(rig.view().phone, LockRig::Phone::Waiting);
    }
    void whereItIsOffThePinAloneIsLeft()
    {
        LockRig rig;
        rig.desk.peoples.answer(LoginDesk::People{{LockRig::linXiao()}, {}});
        rig.desk.tickets.answer(Error{ErrorCode::ProviderUnavailable, "PHONE_LOGIN_OFF use the PIN"});
        QCOMPARE(rig.view().phone, LockRig::Phone::Off);
        rig.pass(10min);
        rig.wish(Wish::Kind::NewCode);
        QCOMPARE(rig.desk.tickets.asked.size(), 1);
        rig.signIn(LockRig::linXiao());
        QVERIFY(!rig.flow.isLocked());
    }
    void f6GivesUpTheScannedOneButNotInHaste()
    {
        LockRig rig;
        rig.openShop();
        rig.scan("K1", {});
        for (int press = 0; press < 5; ++press)
            rig.wish(Wish::Kind::NewCode);
        QCOMPARE(rig.desk.tickets.asked.size(), 2);
        rig.bringTicket();
        rig.wish(Wish::Kind::NewCode);
        QCOMPARE(rig.desk.tickets.asked.size(), 2);
        QVERIFY(rig.view().qr.endsWith("K2"));
    }
};

QTEST_GUILESS_MAIN(LockPhoneTest)
#include "tst_lock_phone.moc"
