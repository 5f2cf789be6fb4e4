// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/FileLimit.h"
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

qint64 processorMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) { return qint64(time.tv_sec) * 1000 + time.tv_usec / 1000; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

/// More clients than descriptors: they live in a process of their own.
class ClientProcess
{
public:
    ClientProcess(quint16 port, int count)
    {
        m_pid = fork();
        if (m_pid != 0)
            return;
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        for (int i = 0; i < count; ++i) {
            const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
            if (descriptor < 0 || connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
                _exit(1);
        }
        pause();
        _exit(0);
    }
    ~ClientProcess()
    {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    ClientProcess(const ClientProcess &) = delete;
    ClientProcess &operator=(const ClientProcess &) = delete;

private:
    pid_t m_pid = -1;
};

} // namespace

class FileLimitTest : public QObject
{
    Q_OBJECT
private slots:
    void raisesTheSoftLimit()
    {
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        limit.rlim_cur = 100;
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
        TestListener listener;
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        QVERIFY(limit.rlim_cur > 100);
    }
    void waitsAtTheLimitWithoutSpinning()
    {
        const rlimit limit{128, 128};
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
        TestListener listener;
        std::optional<ClientProcess> first(std::in_place, listener.port, 60);
        std::optional<ClientProcess> second(std::in_place, listener.port, 60);
        QVERIFY(pumpUntil([] { return FileLimit::isNear(); })); // however slowly the two processes come
        letBothWork();
        const int accepted = listener.http.connectionCount();
        QVERIFY(accepted <= 64);

        // The rest waits in the kernel's queue, at no cost, and files can still be opened.
        const qint64 before = processorMs();
        QTest::qWait(300);
        QVERIFY(processorMs() - before < 100);
        QCOMPARE(listener.http.connectionCount(), accepted);
        QList<int> files;
        for (int i = 0; i < 40; ++i)
            files.append(open("/dev/null", O_RDONLY | O_CLOEXEC));
        QVERIFY(files.last() > 0);
        for (const int file : files)
            close(file);

        // Room made is room used.
        first.reset();
        second.reset();
        QVERIFY(listener.waitForConnections(0));
        RawClient client(listener.port);
        client.get("/hello");
        QCOMPARE(client.reply().body, "hello");
    }
    void aNewOneTakesThePlaceOfOneThatOnlyWaits()
    {
        HttpLimits limits;
        limits.maxConnections = 3;
        TestListener listener(limits);
        RawClient atWork(listener.port);
        atWork.get("/hold");
        QVERIFY(listener.waitForHeld(1));
        RawClient slow(listener.port);
        slow.send("GET /hello");
        QVERIFY(slow.waitForReady() && listener.waitForConnections(2));
        letBothWork(); // over TLS it waits from here on
        listener.clock->advance(20ms);
        RawClient third(listener.port);
        third.get("/hello");
        QCOMPARE(third.reply().body, "hello");
        QVERIFY(slow.waitForClose());
        listener.clock->advance(1h);
        listener.held[0].answer(HttpReply::text(200, "text/plain", "held"));
        QCOMPARE(atWork.reply().body, "held");
    }
    void whoWasServedGoesLast()
    {
        HttpLimits limits;
        limits.maxConnections = 3;
        TestListener listener(limits);
        RawClient served(listener.port);
        served.get("/hello");
        QCOMPARE(served.reply().body, "hello");
        RawClient silent(listener.port);
        QVERIFY(silent.waitForReady() && listener.waitForConnections(2));
        letBothWork();
        listener.clock->advance(20ms);
        RawClient third(listener.port);
        third.get("/hello");
        QCOMPARE(third.reply().body, "hello");
        QVERIFY(silent.waitForClose());
        served.get("/hello");
        QCOMPARE(served.reply().body, "hello");
    }
    void nobodyGoesAtOnce()
    {
        HttpLimits limits;
        limits.maxConnections = 2;
        TestListener listener(limits);
        RawClient first(listener.port);
        QVERIFY(first.waitForReady() && listener.waitForConnections(1));
        RawClient second(listener.port);
        QVERIFY(second.waitForReady() && listener.waitForConnections(2));
        letBothWork();
        RawClient third(listener.port); // waits in the kernel's queue
        third.get("/hello");
        listener.clock->advance(19ms);
        QTest::qWait(20);
        QVERIFY(first.isOpen() && second.isOpen());
        QCOMPARE(third.received(), QByteArray());
        listener.clock->advance(40ms); // over TLS they have waited since their hands were shaken
        QCOMPARE(third.reply().body, "hello");
        QVERIFY(first.waitForClose());
    }
    void comingsAndGoingsDoNotCreepUpToTheLimit()
    {
        TestListener listener; // the limit is 128 since the second test
        std::optional<ClientProcess> many(std::in_place, listener.port, 100);
        QVERIFY(pumpUntil([] { return FileLimit::isNear(); }));
        const int accepted = listener.http.connectionCount();
        for (int i = 0; i < 50; ++i) {
            listener.clock->advance(20ms);
            QTest::qWait(2);
        }
        QVERIFY2(listener.http.connectionCount() <= accepted + 1,
                 qPrintable(QString::number(listener.http.connectionCount())));
    }
    void goesOnWhenOthersCloseTheirFiles()
    {
        TestListener listener;
        QList<int> files;
        while (files.isEmpty() || files.last() < 100) // the test before this one set the limit to 128
            files.append(open("/dev/null", O_RDONLY | O_CLOEXEC));
        RawClient first(listener.port); // is let in, and is the last one
        first.get("/hold");
        QVERIFY(listener.waitForHeld(1));
        RawClient second(listener.port);
        second.get("/hello");
        QTest::qWait(50);
        QCOMPARE(second.received(), QByteArray());
        listener.clock->advance(std::chrono::seconds(1));
        QTest::qWait(50);
        QCOMPARE(second.received(), QByteArray());
        for (const int file : files)
            close(file);
        listener.clock->advance(std::chrono::seconds(1));
        QCOMPARE(second.reply().body, "hello");
    }
    void waitsAtTheGreatestNumberOfConnections()
    {
        HttpLimits limits;
        limits.maxConnections = 3;
        TestListener listener(limits);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 6; ++i) {
            clients.push_back(std::make_unique<RawClient>(listener.port));
            clients.back()->get("/hello");
        }
        for (int i = 0; i < 3; ++i)
            QCOMPARE(clients[i]->reply().body, "hello");
        QTest::qWait(50);
        QCOMPARE(listener.http.connectionCount(), 3);
        QCOMPARE(listener.handled, 3);
        for (int i = 0; i < 3; ++i) {
            clients[i].reset();
            QCOMPARE(clients[i + 3]->reply().body, "hello");
        }
        QCOMPARE(listener.handled, 6);
    }
};

QTEST_GUILESS_MAIN(FileLimitTest)
#include "tst_file_limit.moc"
