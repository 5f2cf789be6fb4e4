// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LockRig.h"

#include <QTest>

using namespace std::chrono_literals;

class LockSessionTest : public QObject
{
    Q_OBJECT
private slots:
    void lockingEndsTheSession()
    {
        LockRig rig;
        rig.openShop();
        rig.signIn(LockRig::linXiao());
        QCOMPARE(rig.session(), QStringLiteral("session-1"));
        rig.wish(Wish::Kind::Lock);
        QVERIFY(rig.flow.isLocked());
        QCOMPARE(rig.sessions, QStringList({"session-1", ""}));
        QCOMPARE(rig.desk.signedOut, QStringList("session-1"));
        QCOMPARE(rig.screens, 2);
        QCOMPARE(rig.view().operatorName, QString());
        QCOMPARE(rig.desk.peoples.asked.size(), 2); // who works here may have changed
        rig.bringTicket();
        QCOMPARE(rig.view().phone, LockRig::Phone::Waiting);
        rig.wish(Wish::Kind::Lock); // it is
        QCOMPARE(rig.desk.signedOut.size(), 1);
    }
    void aSessionTheServerRefusesLocksAndSaysSo()
    {
        LockRig rig;
        rig.openShop();
        rig.signIn(LockRig::linXiao());
        rig.flow.refuseSession("session-1");
        QVERIFY(rig.flow.isLocked());
        QCOMPARE(rig.view().say, LockRig::Say::SignInEnded);
        QCOMPARE(rig.session(), QString());
        QCOMPARE(rig.desk.signedOut, QStringList()); // it has ended already
        rig.desk.peoples.answer(LoginDesk::People{{LockRig::linXiao(), LockRig::chenJing()}, {}});
        QCOMPARE(rig.view().say, LockRig::Say::SignInEnded);
        rig.signIn(LockRig::linXiao(), "session-2");
        QVERIFY(!rig.flow.isLocked());
        QCOMPARE(rig.session(), QStringLiteral("session-2"));
    }
    void anOldSessionsLateRefusalDoesNotLock()
    {
        LockRig rig;
        rig.openShop();
        rig.signIn(LockRig::linXiao());
        rig.wish(Wish::Kind::Lock);
        rig.signIn(LockRig::linXiao(), "session-2");
        rig.flow.refuseSession("session-1");
        rig.flow.refuseSession({}); // asked while it was locked
        QVERIFY(!rig.flow.isLocked());
    }
    void aShopThatHasPeopleByNowLocks()
    {
        LockRig rig;
        rig.desk.peoples.answer(LoginDesk::People{});
        rig.flow.refuseSession({}); // the terminal itself is nobody any more
        QVERIFY(rig.flow.isLocked());
        rig.openShop();
        QVERIFY(rig.flow.isLocked());
    }
    void theSalesKeysDoNothing()
    {
        LockRig rig;
        rig.openShop();
        for (const auto kind :
             {Wish::Kind::Pay, Wish::Kind::Query, Wish::Kind::ShowCustomer, Wish::Kind::NextSale, Wish::Kind::MockPay})
            rig.wish(kind);
        QVERIFY(rig.flow.isLocked());
        QCOMPARE(rig.screens, 0);
        QCOMPARE(rig.desk.pins.asked.size(), 0);
        QCOMPARE(rig.desk.tickets.asked.size(), 1);
    }
    void aNewPageOfPeopleIsAsked()
    {
        LockRig rig;
        rig.openShop();
        rig.wish(Wish::Kind::MorePeople);
        QCOMPARE(rig.view().peoplePage, 1);
    }
};

QTEST_GUILESS_MAIN(LockSessionTest)
#include "tst_lock_session.moc"
