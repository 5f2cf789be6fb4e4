// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LockRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// A phone that nobody has been bound to, and the manager who says whose it is.
class LockBindTest : public QObject
{
    Q_OBJECT

    static void comesToBinding(LockRig &rig)
    {
        rig.openShop();
        rig.scan("K1", {});
        rig.signIn(LockRig::chenJing(), "manager");
    }

private slots:
    void aManagerSaysWhoseItIsAndThePhoneGoesOn()
    {
        LockRig rig;
        rig.openShop();
        rig.scan("K1", {});
        QCOMPARE(rig.view().phone, LockRig::Phone::Strange);
        QCOMPARE(rig.screens, 0);
        rig.signIn(LockRig::chenJing(), "manager");
        QVERIFY(rig.flow.isLocked());
        QVERIFY(rig.view().binding);
        QCOMPARE(rig.view().say, LockRig::Say::WhosePhone);
        QCOMPARE(rig.view().manager, QStringLiteral("陈静"));
        QCOMPARE(rig.screens, 1); // the names mean something else now: no hasty thumb
        QCOMPARE(rig.sessions, QStringList()); // nobody has opened the till
        rig.wish(Wish::Kind::Person, "林晓");
        QCOMPARE(rig.desk.binds.asked, QList<QStringList>({{"K1", "林晓", "manager"}}));
        rig.desk.binds.answer(LockRig::News{.state = TicketState::Scanned, .person = LockRig::linXiao()});
        QVERIFY(!rig.view().binding);
        QCOMPARE(rig.view().phone, LockRig::Phone::Scanned);
        QCOMPARE(rig.view().owner, QStringLiteral("林晓"));
        QCOMPARE(rig.desk.signedOut, QStringList("manager"));
        rig.end("K1", TicketState::Confirmed, LockRig::linXiao(), "token");
        QCOMPARE(rig.session(), QStringLiteral("token"));
        QCOMPARE(rig.view().operatorName, QStringLiteral("林晓"));
    }
    void aCashiersPinOpensTheTillAndBindsNothing()
    {
        LockRig rig;
        rig.openShop();
        rig.scan("K1", {});
        rig.signIn(LockRig::linXiao());
        QVERIFY(!rig.flow.isLocked());
        QVERIFY(rig.desk.stopped.contains("K1"));
    }
    void aHigherRoleCannotBeBound()
    {
        LockRig rig;
        comesToBinding(rig);
        QVERIFY(rig.view().people[0].enabled);
        QVERIFY(!rig.view().people[2].enabled); // the owner
        rig.wish(Wish::Kind::Person, "王师傅");
        QCOMPARE(rig.desk.binds.asked.size(), 0);
        rig.wish(Wish::Kind::Person, "林晓");
        rig.desk.binds.answer(Error{ErrorCode::Forbidden, "ROLE_TOO_LOW"});
        QCOMPARE(rig.view().say, LockRig::Say::BindRefused);
        QVERIFY(rig.view().binding);
    }
    void twoTapsBindOnce()
    {
        LockRig rig;
        comesToBinding(rig);
        rig.wish(Wish::Kind::Person, "林晓");
        rig.wish(Wish::Kind::Person, "陈静");
        QCOMPARE(rig.desk.binds.asked.size(), 1);
    }
    void theManagerMayLeaveItAStranger()
    {
        LockRig rig;
        comesToBinding(rig);
        rig.wish(Wish::Kind::SignInOnly);
        QVERIFY(!rig.flow.isLocked());
        QCOMPARE(rig.session(), QStringLiteral("manager"));
        QCOMPARE(rig.desk.signedOut, QStringList());
    }
    void escEndsTheManagersPart()
    {
        LockRig rig;
        comesToBinding(rig);
        rig.type("123456"); // there is no PIN to type here
        rig.wish(Wish::Kind::Cancel);
        QVERIFY(rig.flow.isLocked());
        QVERIFY(!rig.view().binding);
        QCOMPARE(rig.desk.signedOut, QStringList("manager"));
        rig.bringTicket();
        QCOMPARE(rig.view().phone, LockRig::Phone::Waiting);
        QCOMPARE(rig.view().digits, 0);
        rig.pass(1s);
        QCOMPARE(rig.desk.pins.asked.size(), 1);
    }
    void aCodeThatEndsMeanwhileEndsItToo()
    {
        LockRig rig;
        comesToBinding(rig);
        rig.wish(Wish::Kind::Person, "林晓");
        rig.end("K1", TicketState::Expired);
        QVERIFY(!rig.view().binding);
        QCOMPARE(rig.view().phone, LockRig::Phone::Expired);
        QCOMPARE(rig.desk.signedOut, QStringList("manager"));
        rig.desk.binds.answer(LockRig::News{.state = TicketState::Scanned, .person = LockRig::linXiao()}); // too late
        QCOMPARE(rig.view().phone, LockRig::Phone::Expired);
        QVERIFY(rig.flow.isLocked());
    }
    void anUnansweredBindMayBeAskedAgain()
    {
        LockRig rig;
        comesToBinding(rig);
        rig.wish(Wish::Kind::Person, "林晓");
        rig.desk.binds.answer(ScriptedLoginDesk::gone());
        QCOMPARE(rig.view().say, LockRig::Say::NotReached);
        rig.wish(Wish::Kind::Person, "林晓");
        rig.desk.binds.answer(Error{ErrorCode::Conflict, "TICKET_OVER"});
        QVERIFY(!rig.view().binding);
        QVERIFY(rig.flow.isLocked());
        QCOMPARE(rig.desk.tickets.asked.size(), 2);
    }
};

QTEST_GUILESS_MAIN(LockBindTest)
#include "tst_lock_bind.moc"
