// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/BlockingRoutes.h"
#include "server/runtime/WorkPool.h"
#include "tests/http/TestListener.h"

#include <QSemaphore>

using namespace std::chrono_literals;

namespace {

/// /call and /async on four threads beside the routes of TestListener, with work that lasts until the test ends it.
class Rig
{
public:
    explicit Rig(int maxWaiting = 64, const BlockingRoutes::Work &work = {}) : pool(4, maxWaiting)
    {
        const auto held = [this](const std::stop_token &stop) {
            begun.release();
            const std::stop_callback onStop(stop, [this] { end.release(everyone); });
            end.acquire();
        };
        BlockingRoutes{pool, *listener.clock, home, work ? work : held}.addTo(listener.http);
    }
    /// All four threads are blocked.
    std::vector<std::unique_ptr<RawClient>> blockAll(const char *target = "/call")
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 4; ++i) {
            clients.push_back(std::make_unique<RawClient>(listener.port));
            clients.back()->get(target);
        }
        if (!pumpUntil([this] { return begun.available() == 4; }))
            qFatal("the work did not begin");
        return clients;
    }

    static constexpr int everyone = 100; ///< one that stops may take the permit of another
    QSemaphore begun;
    QSemaphore end;
    QObject home;
    WorkPool pool;
    TestListener listener;
};

} // namespace

/// Work that blocks holds up nobody who does not wait for it, is bounded, and ends with the server.
class BlockingRoutesTest : public QObject
{
    Q_OBJECT
private slots:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("call") << QByteArray("/call") << QByteArray("hello,callable");
        QTest::newRow("async") << QByteArray("/async") << QByteArray("hello,WebAsyncTask");
    }
    void answers()
    {
        QFETCH(QByteArray, target);
        Rig rig;
        RawClient client(rig.listener.port);
        client.get(target);
        QVERIFY(pumpUntil([&] { return rig.begun.available() == 1; }));
        QVERIFY(client.received().isEmpty());
        rig.end.release();
        const auto reply = client.reply();
        QCOMPARE(reply.status, 200);
        QTEST(reply.body, "text");
    }
    void othersAreAnsweredMeanwhile()
    {
        Rig rig;
        auto blocked = rig.blockAll();
        RawClient other(rig.listener.port);
        for (int i = 0; i < 20; ++i) {
            other.get("/hello");
            QCOMPARE(other.reply().body, QByteArray("hello"));
        }
        for (auto &client : blocked)
            QVERIFY(client->received().isEmpty());
        rig.end.release(4);
        for (auto &client : blocked)
            QCOMPARE(client->reply().body, QByteArray("hello,callable"));
    }
    void tooMuchIsRefused()
    {
        Rig rig(2);
        auto blocked = rig.blockAll();
        RawClient first(rig.listener.port), second(rig.listener.port), late(rig.listener.port);
        first.get("/call");
        QVERIFY(pumpUntil([&] { return rig.listener.http.connectionCount() == 7; }));
        second.get("/async");
        late.get("/hello"); // after it both have been taken
        (void)late.reply();
        for (const QByteArray target : {"/call", "/async"}) {
            late.get(target);
            const auto reply = late.reply();
            QCOMPARE(reply.status, 503);
            QVERIFY(reply.isError("BUSY"));
        }
        rig.end.release(6);
        QCOMPARE(first.reply().status, 200);
        QCOMPARE(second.reply().status, 200);
    }
    void asyncHasATimeLimitThatCountsFromTheQueue()
    {
        Rig rig;
        auto blocked = rig.blockAll("/async");
        RawClient queued(rig.listener.port), call(rig.listener.port);
        queued.get("/async");
        call.get("/call");
        QVERIFY(pumpUntil([&] { return rig.listener.http.connectionCount() == 6; }));
        RawClient last(rig.listener.port);
        last.get("/hello"); // after it both have been taken
        (void)last.reply();
        rig.listener.clock->advance(59'999ms);
        QVERIFY(queued.received().isEmpty());
        rig.listener.clock->advance(1ms);
        const auto reply = queued.reply();
        QCOMPARE(reply.status, 504);
        QVERIFY(reply.isError("TIME_OUT"));
        for (auto &client : blocked)
            QCOMPARE(client->reply().status, 504);
        rig.end.release(6);
        QCOMPARE(call.reply().body, QByteArray("hello,callable")); // has none
        queued.get("/hello"); // what came too late is not heard
        QCOMPARE(queued.reply().body, QByteArray("hello"));
    }
    void whoHangsUpIsNotTouchedAgain()
    {
        Rig rig;
        for (const char *target : {"/call", "/async"}) {
            auto blocked = rig.blockAll(target);
            for (auto &client : blocked)
                client->socket.abort();
            QVERIFY(rig.listener.waitForConnections(0));
            rig.end.release(4);
            rig.begun.acquire(4);
            RawClient next(rig.listener.port);
            next.get(target);
            QVERIFY(pumpUntil([&] { return rig.begun.available() == 1; }));
            rig.end.release();
            QCOMPARE(next.reply().status, 200);
            rig.begun.acquire();
        }
        rig.listener.clock->advance(60s);
    }
    void theServerNeedNotWaitForIt()
    {
        auto rig = std::make_unique<Rig>(64, BlockingRoutes::blockFor(10h));
        RawClient one(rig->listener.port), two(rig->listener.port), other(rig->listener.port);
        one.get("/call");
        two.get("/async");
        QVERIFY(rig->listener.waitForConnections(3));
        other.get("/hello");
        QCOMPARE(other.reply().status, 200);
        rig.reset(); // comes back long before ten hours are over
        QVERIFY(one.waitForClose());
        QVERIFY(two.waitForClose());
    }
    void theWorkTakesItsTime()
    {
        std::stop_source stop;
        const auto begun = std::chrono::steady_clock::now();
        BlockingRoutes::blockFor(30ms)(stop.get_token());
        QVERIFY(std::chrono::steady_clock::now() - begun >= 30ms);
        stop.request_stop();
        BlockingRoutes::blockFor(10h)(stop.get_token());
    }
};

QTEST_GUILESS_MAIN(BlockingRoutesTest)
#include "tst_blocking_routes.moc"
