// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LockRig.h"

#include <QTest>

using namespace std::chrono_literals;

class LockStartTest : public QObject
{
    Q_OBJECT
private slots:
    void aLiveTillIsLockedUntilItKnowsWhoWorksThere()
    {
        LockRig rig;
        QVERIFY(rig.flow.isLocked());
        QCOMPARE(rig.view().phone, LockRig::Phone::Connecting);
        QVERIFY(rig.view().qr.isEmpty());
        QCOMPARE(rig.desk.tickets.asked.size(), 0);
        rig.openShop();
        QVERIFY(rig.flow.isLocked());
        QCOMPARE(rig.view().phone, LockRig::Phone::Waiting);
        QCOMPARE(rig.view().people.size(), 3);
        QCOMPARE(rig.view().practicePin, QString());
        QCOMPARE(rig.desk.tickets.asked, QList<QStringList>({{"晨光咖啡", "1 号收银台"}}));
    }
    void aShopWithoutPeopleIsOpen()
    {
        LockRig rig;
        rig.desk.peoples.answer(LoginDesk::People{});
        QVERIFY(!rig.flow.isLocked());
        QCOMPARE(rig.session(), QString());
        QCOMPARE(rig.screens, 1);
        QCOMPARE(rig.desk.tickets.asked.size(), 0);
    }
    void aServerThatDoesNotAnswerKeepsItLockedAndIsAskedAgain()
    {
        LockRig rig;
        rig.desk.peoples.answer(ScriptedLoginDesk::gone());
        QVERIFY(rig.flow.isLocked());
        QCOMPARE(rig.view().phone, LockRig::Phone::Unreachable);
        for (const auto pause : {1s, 2s, 4s, 8s, 8s}) {
            rig.pass(pause - 1ms);
            QCOMPARE(rig.desk.peoples.open.size(), std::size_t(0));
            rig.pass(1ms);
            rig.desk.peoples.answer(ScriptedLoginDesk::gone());
        }
        rig.flow.setOnline(true); // sooner than the pause
        rig.openShop();
        QCOMPARE(rig.view().phone, LockRig::Phone::Waiting);
        rig.pass(20s);
        QCOMPARE(rig.desk.peoples.asked.size(), 7);
    }
    void practiceBeginsOpenAndCanBeLocked()
    {
        LockRig rig(true);
        QVERIFY(!rig.flow.isLocked());
        QCOMPARE(rig.desk.peoples.asked.size(), 0);
        rig.wish(Wish::Kind::Lock);
        QVERIFY(rig.flow.isLocked()); // at once, whatever the server says
        QCOMPARE(rig.view().phone, LockRig::Phone::Making);
        rig.desk.peoples.answer(LoginDesk::People{{LockRig::linXiao(), LockRig::chenJing()}, "135790"});
        QCOMPARE(rig.view().practicePin, QStringLiteral("135790"));
        QCOMPARE(rig.desk.signedOut, QStringList());
        rig.signIn(LockRig::linXiao());
        QVERIFY(!rig.flow.isLocked());
        QCOMPARE(rig.view().operatorName, QStringLiteral("林晓"));
    }
    void whereNobodyCouldOpenItAgainItDoesNotLock()
    {
        LockRig rig;
        rig.desk.peoples.answer(LoginDesk::People{});
        rig.wish(Wish::Kind::Lock);
        QVERIFY(!rig.flow.isLocked());
        rig.desk.peoples.answer(LoginDesk::People{});
        QVERIFY(!rig.flow.isLocked());
        QCOMPARE(rig.refusals, 1);
        rig.wish(Wish::Kind::Lock);
        rig.desk.peoples.answer(LoginDesk::People{{LockRig::wang()}, {}}); // somebody has come since
        QVERIFY(rig.flow.isLocked());
    }
};

QTEST_GUILESS_MAIN(LockStartTest)
#include "tst_lock_start.moc"
