// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/LogSink.h"

#include <QElapsedTimer>
#include <QTemporaryFile>
#include <QTest>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

/// A reader that has stopped reading costs lines and never time; how many is said once it reads again.
class LogSinkTest : public QObject
{
    Q_OBJECT

    enum Channel { Pipe, Socket };

    /// Both ends, the reader's non-blocking so that a test sees where it is empty. Ours blocks, as stderr does.
    struct Ends
    {
        explicit Ends(Channel channel)
        {
            const bool made = channel == Pipe ? ::pipe(fds) == 0 : ::socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0;
            if (!made)
                qFatal("no descriptors");
            ::fcntl(fds[0], F_SETFL, O_NONBLOCK);
        }
        ~Ends()
        {
            ::close(fds[0]);
            ::close(fds[1]);
        }
        QByteArray readAll() const
        {
            QByteArray all;
            char part[65536];
            for (ssize_t count = 0; (count = ::read(fds[0], part, sizeof part)) > 0;)
                all.append(part, count);
            return all;
        }
        int fds[2] = {-1, -1};
    };
    static QByteArray notice(qint64 count) { return "dropped " + QByteArray::number(count) + '\n'; }

private slots:
    void aFullChannelDropsAndSaysSo_data()
    {
        QTest::addColumn<Channel>("channel");
        QTest::newRow("pipe") << Pipe;
        QTest::newRow("socket") << Socket;
    }
    void aFullChannelDropsAndSaysSo()
    {
        QFETCH(Channel, channel);
        Ends ends(channel);
        LogSink sink(ends.fds[1]);
        sink.open(notice);
        const QByteArray line = QByteArray(999, 'x') + '\n';
        constexpr int put = 2'000; // far more than a channel holds
        QElapsedTimer took;
        took.start();
        for (int i = 0; i < put; ++i)
            sink.put(line);
        QVERIFY2(took.elapsed() < 10'000, "it waited for its reader"); // who waits 10 ms a line takes longer
        QVERIFY(sink.dropped() > 0);
        auto heard = ends.readAll();
        QCOMPARE(heard.size() % line.size(), 0); // lines are whole
        QCOMPARE(heard.size() / line.size() + sink.dropped(), put);
        const auto dropped = sink.dropped();
        sink.put("after\n");
        QCOMPARE(ends.readAll(), notice(dropped) + "after\n");
        sink.put("and on\n");
        QCOMPARE(ends.readAll(), QByteArray("and on\n"));
        QCOMPARE(sink.dropped(), dropped);
        QVERIFY(!(::fcntl(ends.fds[1], F_GETFL) & O_NONBLOCK)); // whoever shares the descriptor notices nothing
    }
    void nobodyIsThereAnyMore()
    {
        ::signal(SIGPIPE, SIG_IGN);
        Ends ends(Pipe);
        LogSink sink(ends.fds[1]);
        sink.open(notice);
        ::close(ends.fds[0]);
        sink.put("to nobody\n");
        QCOMPARE(sink.dropped(), 1);
    }
    void lastWordsWaitForTheirReaderWithinBounds()
    {
        Ends ends(Pipe);
        LogSink sink(ends.fds[1]);
        sink.open(notice);
        const QByteArray sentences = QByteArray(10'000, 'y') + '\n'; // longer than a line may be
        sink.putPatiently(sentences, std::chrono::seconds(1));
        QCOMPARE(ends.readAll(), sentences);
        while (sink.dropped() == 0)
            sink.put(QByteArray(999, 'x') + '\n');
        QElapsedTimer took;
        took.start();
        sink.putPatiently(sentences, std::chrono::milliseconds(100));
        QVERIFY(took.elapsed() >= 90 && took.elapsed() < 10'000);
    }
    void aFileTakesAll()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        LogSink sink(file.handle());
        sink.open(notice);
        for (int i = 0; i < 5'000; ++i)
            sink.put(QByteArray(99, 'x') + '\n');
        QCOMPARE(sink.dropped(), 0);
        QCOMPARE(QFileInfo(file.fileName()).size(), 500'000);
    }
};

QTEST_GUILESS_MAIN(LogSinkTest)
#include "tst_log_sink.moc"
