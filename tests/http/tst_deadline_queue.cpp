// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/DeadlineQueue.h"
#include "tests/support/VirtualClock.h"

#include <QTest>
#include <memory>

using namespace std::chrono_literals;

namespace {

class Waiting : public DeadlineQueue::Waiter
{
public:
    void deadlinePassed() override { passed = true; }
    bool giveWay() override
    {
        asked = true;
        if (queue && mayGo)
            queue->clear(*this);
        return mayGo;
    }
    DeadlineQueue *queue = nullptr;
    bool mayGo = false;
    bool asked = false;
    bool passed = false;
};

} // namespace

class DeadlineQueueTest : public QObject
{
    Q_OBJECT
private slots:
    void manyAtOnceDoNotTakeAllOfATurn()
    {
        VirtualClock clock;
        DeadlineQueue queue(clock);
        std::vector<std::unique_ptr<Waiting>> all;
        for (int i = 0; i < 100; ++i) {
            all.push_back(std::make_unique<Waiting>());
            queue.set(*all.back(), 10s);
        }
        const auto passed = [&all] {
            return std::count_if(all.begin(), all.end(), [](const auto &waiting) { return waiting->passed; });
        };
        QVERIFY(clock.step(10s));
        const auto first = passed();
        QVERIFY(first > 0 && first < 100);
        int turns = 1;
        while (passed() < 100 && clock.step(0ms))
            ++turns;
        QCOMPARE(passed(), 100);
        QCOMPARE(clock.steadyMs(), VirtualClock().steadyMs() + 10'000); // all of them in time
        QVERIFY(turns > 2 && turns < 20);
    }
    void whoseTimeIsUpSoonestMakesRoom()
    {
        VirtualClock clock;
        DeadlineQueue queue(clock);
        Waiting busy, later, soon, newcomer;
        for (auto *waiting : {&busy, &later, &soon, &newcomer}) {
            waiting->queue = &queue;
            waiting->mayGo = waiting != &busy;
        }
        queue.set(busy, 1s);
        queue.set(newcomer, 2s);
        queue.set(later, 60s);
        queue.set(soon, 10s);
        QVERIFY(queue.makeRoom(&newcomer));
        QVERIFY(busy.asked && soon.asked && !later.asked && !newcomer.asked);
        QVERIFY(queue.makeRoom(&newcomer));
        QVERIFY(later.asked);
        QVERIFY(!queue.makeRoom(&newcomer));
        QVERIFY(queue.makeRoom(nullptr));
        queue.clear(busy);
    }
    void asksOnlySoMany()
    {
        VirtualClock clock;
        DeadlineQueue queue(clock);
        std::vector<std::unique_ptr<Waiting>> busy;
        for (int i = 0; i < 1000; ++i) {
            busy.push_back(std::make_unique<Waiting>());
            queue.set(*busy.back(), 10s);
        }
        QVERIFY(!queue.makeRoom(nullptr));
        QVERIFY(std::count_if(busy.begin(), busy.end(), [](const auto &waiting) { return waiting->asked; }) <= 64);
        for (const auto &waiting : busy)
            queue.clear(*waiting);
    }
};

QTEST_GUILESS_MAIN(DeadlineQueueTest)
#include "tst_deadline_queue.moc"
