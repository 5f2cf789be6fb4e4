// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/push/ScriptedPast.h"

#include <QTest>

/// Who waits hears each event once and in order, whatever happens meanwhile.
class WatchersTest : public QObject
{
    Q_OBJECT

    const WatchKey m_key{Orders::number()};

private slots:
    void severalWaitOnOneKey()
    {
        ScriptedPast past;
        Watchers watchers(past.recall());
        QObject one, two, other;
        QStringList toOne, toTwo, toOther;
        QVERIFY(watchers.watch(m_key, 0, {&one}, ScriptedPast::into(toOne)));
        QVERIFY(watchers.watch(m_key, std::nullopt, {&two}, ScriptedPast::into(toTwo)));
        QVERIFY(watchers.watch(WatchKey(Orders::number("T00002")), 0, {&other}, ScriptedPast::into(toOther)));
        for (int i = 0; i < 3; ++i)
            past.answer();
        QCOMPARE(watchers.count(), 3);
        watchers.announce(ScriptedPast::orderAt(1), ScriptedPast::event(1, EventType::Created));
        watchers.announce(ScriptedPast::orderAt(2), ScriptedPast::event(2, EventType::Success));
        QCOMPARE(toOne, (QStringList{"CREATED 1", "SUCCESS 2"}));
        QCOMPARE(toTwo, QStringList{"SUCCESS 2"}); // no sequence asked for: the end only
        QCOMPARE(toOther, QStringList());
    }
    void resumesAfterASequence()
    {
        ScriptedPast past;
        Watchers watchers(past.recall());
        QStringList told;
        QVERIFY(watchers.watch(m_key, 2, {this}, ScriptedPast::into(told)));
        QCOMPARE(past.asked, QStringList{"T00001 after 2"});
        QCOMPARE(told, QStringList());
        past.answer(ScriptedPast::past(2, 4));
        QCOMPARE(told, (QStringList{"SNAPSHOT 4", "CODE_READY 3", "CODE_READY 4"}));
    }
    void anEndThatHasHappenedIsToldAtOnce_data()
    {
        QTest::addColumn<EventType>("end");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("paid") << EventType::Success << QStringList{"SUCCESS 3"};
        QTest::newRow("closed") << EventType::Closed << QStringList{"CLOSED 3"};
        QTest::newRow("not yet") << EventType::CodeReady << QStringList();
    }
    void anEndThatHasHappenedIsToldAtOnce()
    {
        QFETCH(EventType, end);
        ScriptedPast past;
        past.hold = false;
        past.now = ScriptedPast::past(0, 3, end);
        Watchers watchers(past.recall());
        QStringList told;
        QVERIFY(watchers.watch(m_key, std::nullopt, {this}, ScriptedPast::into(told)));
        QTEST(told, "told");
    }
    void anEventDuringTheRecallComesOnceAndInOrder()
    {
        ScriptedPast past;
        Watchers watchers(past.recall());
        QStringList told;
        QVERIFY(watchers.watch(m_key, 0, {this}, ScriptedPast::into(told)));
        watchers.announce(ScriptedPast::orderAt(2), ScriptedPast::event(2));
        watchers.announce(ScriptedPast::orderAt(3), ScriptedPast::event(3));
        QCOMPARE(told, QStringList());
        past.answer(ScriptedPast::past(0, 2)); // the store was asked before 3, and knew 2
        QCOMPARE(told, (QStringList{"SNAPSHOT 2", "CODE_READY 1", "CODE_READY 2", "CODE_READY 3"}));
        watchers.announce(ScriptedPast::orderAt(3), ScriptedPast::event(3)); // said twice is told once
        QCOMPARE(told.size(), 4);
    }
    void anEventThatATellingCausesComesLast()
    {
        ScriptedPast past;
        Watchers watchers(past.recall());
        QStringList told;
        const auto diary = ScriptedPast::into(told);
        QVERIFY(watchers.watch(m_key, 0, {this}, [&](const Push &push) {
            diary(push);
            if (push.kind == Push::Kind::Snapshot)
                watchers.announce(ScriptedPast::orderAt(4), ScriptedPast::event(4));
        }));
        watchers.announce(ScriptedPast::orderAt(3), ScriptedPast::event(3));
        past.answer(ScriptedPast::past(0, 2));
        QCOMPARE(told, (QStringList{"SNAPSHOT 2", "CODE_READY 1", "CODE_READY 2", "CODE_READY 3", "CODE_READY 4"}));
    }
    void aKeyWithoutAnOrderStillHearsWhatComes()
    {
        ScriptedPast past;
        Watchers watchers(past.recall());
        QStringList told;
        QVERIFY(watchers.watch(m_key, 0, {this}, ScriptedPast::into(told)));
        watchers.announce(ScriptedPast::orderAt(1), ScriptedPast::event(1));
        past.answer(); // NotFound: it was not in the books yet
        watchers.announce(ScriptedPast::orderAt(2), ScriptedPast::event(2));
        QCOMPARE(told, (QStringList{"CODE_READY 1", "CODE_READY 2"}));
    }
    void whoCannotBeToldThePastIsToldSoAndIsGone()
    {
        ScriptedPast past;
        Watchers watchers(past.recall());
        QObject other;
        QStringList told, toTheOther;
        QVERIFY(watchers.watch(m_key, 2, {this}, ScriptedPast::into(told)));
        QVERIFY(watchers.watch(m_key, 2, {&other}, ScriptedPast::into(toTheOther)));
        watchers.announce(ScriptedPast::orderAt(4), ScriptedPast::event(4));
        past.answer(Error{ErrorCode::StoreFailure, "disk full"}); // 3 may have happened
        QCOMPARE(watchers.count(), 1);
        past.answer(ScriptedPast::past(2, 4));
        watchers.announce(ScriptedPast::orderAt(5), ScriptedPast::event(5));
        QCOMPARE(told, QStringList{"FAILED disk full"});
        QCOMPARE(toTheOther, (QStringList{"SNAPSHOT 4", "CODE_READY 3", "CODE_READY 4", "CODE_READY 5"}));
    }
    void whoFailedMayAskAgainInItsTelling()
    {
        ScriptedPast past;
        Watchers watchers(past.recall());
        QStringList told;
        QVERIFY(watchers.watch(m_key, 2, {this}, [&](const Push &) {
            QVERIFY(watchers.watch(m_key, 2, {this}, ScriptedPast::into(told)));
        }));
        past.answer(Error{ErrorCode::StoreFailure, "disk full"});
        past.answer(ScriptedPast::past(2, 3));
        QCOMPARE(told, (QStringList{"SNAPSHOT 3", "CODE_READY 3"}));
        QCOMPARE(watchers.count(), 1);
    }
    void watchingAgainReplacesTheWatch()
    {
        ScriptedPast past;
        Watchers watchers(past.recall());
        QStringList before, now;
        QVERIFY(watchers.watch(m_key, 0, {this}, ScriptedPast::into(before)));
        QVERIFY(watchers.watch(m_key, 1, {this}, ScriptedPast::into(now)));
        QCOMPARE(watchers.count(), 1);
        past.answer(ScriptedPast::past(0, 2));
        past.answer(ScriptedPast::past(1, 2));
        watchers.announce(ScriptedPast::orderAt(3), ScriptedPast::event(3));
        QCOMPARE(before, QStringList());
        QCOMPARE(now, (QStringList{"SNAPSHOT 2", "CODE_READY 2", "CODE_READY 3"}));
    }
    void aNudgeIsPassedOn()
    {
        ScriptedPast past;
        Watchers watchers(past.recall());
        QStringList told;
        const auto seedKey = *WatchKey::parse("1234"); // too short to be an order's number
        QVERIFY(watchers.watch(seedKey, std::nullopt, {this}, ScriptedPast::into(told)));
        QCOMPARE(past.asked, QStringList());
        watchers.nudge(seedKey);
        watchers.nudge(m_key);
        QCOMPARE(told, QStringList{"NUDGE"});
    }
};

QTEST_GUILESS_MAIN(WatchersTest)
#include "tst_watchers.moc"
