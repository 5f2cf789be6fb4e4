// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ExportedProfile.h"
#include "tests/app/NotifySocket.h"

#include <csignal>
#include <ctime>

/// What systemd is told: ready when it is, alive while it is, a reload from its begin to its end, and the stop.
class ServiceManagerTest : public QObject
{
    Q_OBJECT

    static qint64 monotonicUs()
    {
        timespec now{};
        ::clock_gettime(CLOCK_MONOTONIC, &now);
        return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
    }
    static QByteArray valueOf(const QByteArray &message, const QByteArray &name)
    {
        for (const auto &line : message.split('\n')) {
            if (line.startsWith(name + '='))
                return line.mid(name.size() + 1);
        }
        return {};
    }

private slots:
    void fromItsStartToItsEnd()
    {
        const ExportedProfile profile;
        NotifySocket systemd;
        const QTemporaryDir data;
        Program server(SERVER, {"--data-dir", data.path(), "--port", "0", "--profile", profile.file});
        const auto ready = server.ready();
        auto message = systemd.next();
        QCOMPARE(valueOf(message, "READY"), QByteArray("1"));
        QVERIFY(valueOf(message, "STATUS").contains(ready["http"].toString().toLatin1()));

        const auto before = monotonicUs();
        ::kill(pid_t(server.pid()), SIGHUP);
        message = systemd.next();
        QCOMPARE(valueOf(message, "RELOADING"), QByteArray("1"));
        const auto at = valueOf(message, "MONOTONIC_USEC").toLongLong();
        QVERIFY(at >= before && at <= monotonicUs());
        QCOMPARE(valueOf(systemd.next(), "READY"), QByteArray("1"));

        auto broken = profile.read();
        broken["mchid"] = "1900000999";
        profile.write(broken);
        ::kill(pid_t(server.pid()), SIGHUP);
        QCOMPARE(valueOf(systemd.next(), "RELOADING"), QByteArray("1"));
        message = systemd.next();
        QCOMPARE(valueOf(message, "READY"), QByteArray("1"));
        QVERIFY(valueOf(message, "STATUS").contains("mchid"));

        QCOMPARE(server.terminate(), 0);
        message = systemd.next();
        QCOMPARE(valueOf(message, "STOPPING"), QByteArray("1"));
        QVERIFY(!server.out.contains("READY"));
        QCOMPARE(systemd.alive, 0); // nobody watches
    }
    void aliveWhileItIs()
    {
        NotifySocket systemd;
        qputenv("WATCHDOG_USEC", "400000");
        const DataDir data("training/simulator");
        Program server(SERVER, trainingServer(data));
        qunsetenv("WATCHDOG_USEC");
        QVERIFY(!server.ready().isEmpty());
        QVERIFY(systemd.next().contains("READY=1"));
        QVERIFY(systemd.isAliveEvery(200));
        ::kill(pid_t(server.pid()), SIGSTOP); // its thread hangs
        (void)systemd.next(100);
        systemd.alive = 0;
        QCOMPARE(systemd.next(700), QByteArray());
        QCOMPARE(systemd.alive, 0);
        ::kill(pid_t(server.pid()), SIGCONT);
        QCOMPARE(server.terminate(), 0);
    }
    void anotherProcessIsWatched()
    {
        NotifySocket systemd;
        qputenv("WATCHDOG_USEC", "100000");
        qputenv("WATCHDOG_PID", "1");
        const DataDir data("training/simulator");
        Program server(SERVER, trainingServer(data));
        qunsetenv("WATCHDOG_USEC");
        qunsetenv("WATCHDOG_PID");
        QVERIFY(systemd.next().contains("READY=1"));
        QCOMPARE(systemd.next(500), QByteArray());
        QCOMPARE(systemd.alive, 0);
        QCOMPARE(server.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(ServiceManagerTest)
#include "tst_service_manager.moc"
