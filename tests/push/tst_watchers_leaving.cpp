// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/push/ScriptedPast.h"

#include <QTest>

/// A waiter may go at any moment, also while it is being told something, and leaves no trace.
class WatchersLeavingTest : public QObject
{
    Q_OBJECT

    const WatchKey m_key{Orders::number()};

    static void announce(Watchers &watchers, qint64 seq)
    {
        watchers.announce(ScriptedPast::orderAt(seq), ScriptedPast::event(seq));
    }

private slots:
    void theContextDiesDuringTheRecall()
    {
        ScriptedPast past;
        Watchers watchers(past.recall());
        QStringList told;
        auto context = std::make_unique<QObject>();
        QVERIFY(watchers.watch(m_key, 0, {context.get()}, ScriptedPast::into(told)));
        announce(watchers, 1);
        context.reset();
        QCOMPARE(watchers.count(), 0);
        past.answer(ScriptedPast::past(0, 1));
        announce(watchers, 2);
        QCOMPARE(told, QStringList());
    }
    void theContextDiesInItsTelling_data()
    {
        QTest::addColumn<int>("at"); // the telling in which it goes
        QTest::newRow("snapshot") << 1;
        QTest::newRow("a recalled event") << 2;
        QTest::newRow("the last recalled event") << 3;
        QTest::newRow("a held event") << 4;
        QTest::newRow("a live event") << 6;
    }
    void theContextDiesInItsTelling()
    {
        QFETCH(int, at);
        ScriptedPast past;
        Watchers watchers(past.recall());
        QObject stays;
        QStringList told, toTheOther;
        auto context = std::make_unique<QObject>();
        const auto diary = ScriptedPast::into(told);
        QVERIFY(watchers.watch(m_key, 0, {context.get()}, [&](const Push &push) {
            diary(push);
            if (told.size() == at)
                context.reset();
        }));
        QVERIFY(watchers.watch(m_key, 0, {&stays}, ScriptedPast::into(toTheOther)));
        announce(watchers, 3);
        announce(watchers, 4);
        past.answer(ScriptedPast::past(0, 2));
        past.answer(ScriptedPast::past(0, 2));
        announce(watchers, 5);
        announce(watchers, 6);
        QCOMPARE(told.size(), at);
        QCOMPARE(toTheOther.size(), 7);
        QCOMPARE(watchers.count(), 1);
    }
    void oneDiesInTheTellingOfAnother()
    {
        ScriptedPast past;
        past.hold = false;
        Watchers watchers(past.recall());
        QObject first;
        auto second = std::make_unique<QObject>();
        QStringList told;
        QVERIFY(watchers.watch(m_key, 0, {&first}, [&](const Push &) { second.reset(); }));
        QVERIFY(watchers.watch(m_key, 0, {second.get()}, ScriptedPast::into(told)));
        announce(watchers, 1);
        watchers.nudge(m_key);
        QCOMPARE(told, QStringList());
        QCOMPARE(watchers.count(), 1);
    }
    void unwatchesInItsTelling()
    {
        ScriptedPast past;
        past.hold = false;
        past.now = ScriptedPast::past(0, 2);
        Watchers watchers(past.recall());
        QStringList told;
        const auto diary = ScriptedPast::into(told);
        QVERIFY(watchers.watch(m_key, 0, {this}, [&](const Push &push) {
            diary(push);
            watchers.unwatch(m_key, this);
        }));
        announce(watchers, 3);
        QCOMPARE(told, QStringList{"SNAPSHOT 2"});
        QCOMPARE(watchers.count(), 0);
    }
    void watchesAgainInItsTelling()
    {
        ScriptedPast past;
        past.hold = false;
        Watchers watchers(past.recall());
        QStringList first, again;
        const auto diary = ScriptedPast::into(first);
        QVERIFY(watchers.watch(m_key, 0, {this}, [&](const Push &push) {
            diary(push);
            QVERIFY(watchers.watch(m_key, push.event->seq, {this}, ScriptedPast::into(again)));
        }));
        announce(watchers, 1);
        announce(watchers, 2);
        QCOMPARE(first, QStringList{"CODE_READY 1"});
        QCOMPARE(again, QStringList{"CODE_READY 2"});
        QCOMPARE(watchers.count(), 1);
    }
    void unwatchingLeavesOtherKeysAndOthersAlone()
    {
        ScriptedPast past;
        past.hold = false;
        Watchers watchers(past.recall());
        const WatchKey otherKey{Orders::number("T00002")};
        QObject other;
        QStringList told, toTheOther;
        QVERIFY(watchers.watch(m_key, 0, {this}, ScriptedPast::into(told)));
        QVERIFY(watchers.watch(otherKey, 0, {this}, ScriptedPast::into(told)));
        QVERIFY(watchers.watch(m_key, 0, {&other}, ScriptedPast::into(toTheOther)));
        watchers.unwatch(m_key, this);
        watchers.unwatch(m_key, this);
        watchers.unwatch(*WatchKey::parse("1"), this);
        announce(watchers, 1);
        watchers.announce(ScriptedPast::orderAt(1, "T00002"), ScriptedPast::event(1));
        QCOMPARE(told, QStringList{"CODE_READY 1"});
        QCOMPARE(toTheOther, QStringList{"CODE_READY 1"});
        QCOMPARE(watchers.count(), 2);
    }
    void theRegistryGoesFirst()
    {
        ScriptedPast past;
        QStringList told;
        auto context = std::make_unique<QObject>();
        {
            Watchers watchers(past.recall());
            QVERIFY(watchers.watch(m_key, 0, {context.get()}, ScriptedPast::into(told)));
        }
        past.answer(ScriptedPast::past(0, 2));
        context.reset();
        QCOMPARE(told, QStringList());
    }
};

QTEST_GUILESS_MAIN(WatchersLeavingTest)
#include "tst_watchers_leaving.moc"
