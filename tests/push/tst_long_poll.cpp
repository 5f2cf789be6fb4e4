// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/LongPoll.h"
#include "tests/push/ScriptedPast.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

using namespace std::chrono_literals;

/// A wait ends with the first news, with nothing when the time is up, or without a trace when its client goes.
class LongPollTest : public QObject
{
    Q_OBJECT

    using Future = QFuture<Result<std::optional<Push>>>;

    struct Rig
    {
        Rig() { past.hold = false; }
        Future wait(const WatchKey &key, std::optional<qint64> after, QObject *client,
                    std::chrono::milliseconds timeout = 60s)
        {
            return polls.wait(key, after, timeout, {client, QHostAddress("192.0.2.7")});
        }
        void announce(qint64 seq, EventType type = EventType::CodeReady)
        {
            watchers.announce(ScriptedPast::orderAt(seq), ScriptedPast::event(seq, type));
        }

        ScriptedPast past;
        VirtualClock clock;
        Watchers watchers{past.recall(), {.maxWaiters = 3, .maxWaitersPerPeer = 2}};
        LongPoll polls{watchers, clock};
        QObject connection;
    };
    const WatchKey m_key{Orders::number()};

    /// What came of it: "waits", "gone", "time up", an error's sentence, or what was pushed.
    static QString outcome(const Future &future)
    {
        if (!future.isFinished())
            return QStringLiteral("waits");
        if (future.resultCount() == 0)
            return QStringLiteral("gone");
        const auto answer = future.resultAt(0);
        if (!answer)
            return answer.error().message;
        return *answer ? ScriptedPast::textOf(**answer) : QStringLiteral("time up");
    }

private slots:
    void endsWithTheFirstNews()
    {
        Rig rig;
        const auto afterOne = rig.wait(m_key, 1, &rig.connection), end = rig.wait(m_key, {}, &rig.connection);
        rig.announce(1);
        QCOMPARE(outcome(afterOne), QStringLiteral("waits"));
        rig.announce(2);
        rig.announce(3, EventType::Success);
        QCOMPARE(outcome(afterOne), QStringLiteral("CODE_READY 2"));
        QCOMPARE(outcome(end), QStringLiteral("SUCCESS 3"));
        QCOMPARE(rig.watchers.count(), 0);
    }
    void whatHasHappenedIsAnsweredAtOnce_data()
    {
        QTest::addColumn<int>("after"); // -1: none
        QTest::addColumn<EventType>("last");
        QTest::addColumn<QString>("expected");
        QTest::newRow("paid") << -1 << EventType::Success << "SUCCESS 3";
        QTest::newRow("closed") << -1 << EventType::Closed << "CLOSED 3";
        QTest::newRow("not over") << -1 << EventType::CodeReady << "waits";
        QTest::newRow("behind") << 1 << EventType::Success << "CODE_READY 2";
        QTest::newRow("one behind") << 2 << EventType::Success << "SUCCESS 3";
        QTest::newRow("not behind") << 3 << EventType::Success << "waits"; // a snapshot is no news
    }
    void whatHasHappenedIsAnsweredAtOnce()
    {
        QFETCH(int, after);
        QFETCH(EventType, last);
        QFETCH(QString, expected);
        Rig rig;
        const auto seen = after < 0 ? std::optional<qint64>() : std::optional<qint64>(after);
        rig.past.now = ScriptedPast::past(qMax(0, after), 3, last);
        QCOMPARE(outcome(rig.wait(m_key, seen, &rig.connection)), expected);
        QCOMPARE(rig.watchers.count(), expected == "waits" ? 1 : 0);
    }
    void aNudgeIsNews()
    {
        Rig rig;
        const auto key = *WatchKey::parse("1234");
        const auto wait = rig.wait(key, {}, &rig.connection);
        rig.watchers.nudge(m_key);
        QCOMPARE(outcome(wait), QStringLiteral("waits"));
        rig.watchers.nudge(key);
        QCOMPARE(outcome(wait), QStringLiteral("NUDGE"));
    }
    void theTimeIsUp()
    {
        Rig rig;
        const auto wait = rig.wait(m_key, {}, &rig.connection, 25s);
        rig.clock.advance(24'999ms);
        QCOMPARE(outcome(wait), QStringLiteral("waits"));
        rig.clock.advance(1ms);
        QCOMPARE(outcome(wait), QStringLiteral("time up"));
        QCOMPARE(rig.watchers.count(), 0);
        rig.announce(1, EventType::Success);
        QCOMPARE(outcome(wait), QStringLiteral("time up"));
    }
    void anAnsweredWaitKnowsNoDeadline()
    {
        Rig rig;
        const auto wait = rig.wait(m_key, 0, &rig.connection, 25s);
        rig.announce(1);
        rig.clock.advance(25s);
        QCOMPARE(outcome(wait), QStringLiteral("CODE_READY 1"));
    }
    void severalOfOneConnectionAreEachAnswered()
    {
        Rig rig;
        const auto other = *WatchKey::parse("1234");
        const auto first = rig.wait(m_key, 0, &rig.connection), second = rig.wait(m_key, 0, &rig.connection);
        rig.announce(1);
        QCOMPARE(outcome(first), QStringLiteral("CODE_READY 1"));
        QCOMPARE(outcome(second), QStringLiteral("CODE_READY 1"));
        const auto third = rig.wait(m_key, 1, &rig.connection), onOther = rig.wait(other, {}, &rig.connection);
        rig.announce(2);
        QCOMPARE(outcome(third), QStringLiteral("CODE_READY 2"));
        QCOMPARE(outcome(onOther), QStringLiteral("waits"));
        rig.watchers.nudge(other);
        QCOMPARE(outcome(onOther), QStringLiteral("NUDGE"));
        QCOMPARE(rig.watchers.count(), 0);
    }
    void goesWithItsClientAndNobodyElse()
    {
        Rig rig;
        auto leaving = std::make_unique<QObject>();
        const auto gone = rig.wait(m_key, 0, leaving.get()), stays = rig.wait(m_key, 0, &rig.connection);
        bool continued = false;
        QFuture<Result<std::optional<Push>>>(gone).then(this,
                                                        [&](const Result<std::optional<Push>> &) { continued = true; });
        leaving.reset();
        QCOMPARE(rig.watchers.count(), 1);
        rig.announce(1);
        rig.clock.advance(60s);
        QCOMPARE(outcome(gone), QStringLiteral("gone"));
        QVERIFY(!continued);
        QCOMPARE(outcome(stays), QStringLiteral("CODE_READY 1"));
        QCOMPARE(rig.watchers.count(), 0);
        QCOMPARE(outcome(rig.wait(m_key, 0, nullptr)), QStringLiteral("gone"));
    }
    void goesWithItsClientDuringTheRecall()
    {
        Rig rig;
        rig.past.hold = true;
        auto leaving = std::make_unique<QObject>();
        const auto gone = rig.wait(m_key, 0, leaving.get());
        leaving.reset();
        rig.past.answer(ScriptedPast::past(0, 3, EventType::Success));
        QCOMPARE(outcome(gone), QStringLiteral("gone"));
        QCOMPARE(rig.watchers.count(), 0);
    }
    void theAnswerMayEndTheConnection()
    {
        Rig rig;
        auto leaving = std::make_unique<QObject>();
        auto wait = rig.wait(m_key, 0, leaving.get());
        wait.then(this, [&](const Result<std::optional<Push>> &) { leaving.reset(); });
        rig.announce(1);
        QVERIFY(!leaving);
        QCOMPARE(rig.watchers.count(), 0);
    }
    void tellsWhenThePastCannotBeRead()
    {
        Rig rig;
        rig.past.now = Error{ErrorCode::StoreFailure, "disk full"};
        const auto wait = rig.wait(m_key, 0, &rig.connection);
        QCOMPARE(outcome(wait), QStringLiteral("disk full"));
        QCOMPARE(wait.resultAt(0).error().code, ErrorCode::StoreFailure);
        QCOMPARE(rig.watchers.count(), 0);
    }
    void keepsTheLimits()
    {
        Rig rig;
        const auto one = rig.wait(m_key, 0, &rig.connection), two = rig.wait(m_key, 0, &rig.connection);
        const auto three = rig.wait(m_key, 0, &rig.connection);
        QVERIFY(three.isFinished());
        QCOMPARE(three.resultAt(0).error().code, ErrorCode::RateLimited);
        rig.announce(1);
        QCOMPARE(outcome(two), QStringLiteral("CODE_READY 1"));
        QCOMPARE(outcome(rig.wait(m_key, 1, &rig.connection)), QStringLiteral("waits"));
    }
    void leavesNothingOnAConnectionThatStays()
    {
        Rig rig;
        for (int i = 1; i <= 50; ++i) {
            const auto wait = rig.wait(m_key, i - 1, &rig.connection);
            rig.announce(i);
            QCOMPARE(outcome(wait), QStringLiteral("CODE_READY %1").arg(i));
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(rig.connection.children().size(), 0);
    }
};

QTEST_GUILESS_MAIN(LongPollTest)
#include "tst_long_poll.moc"
