// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>

/// A disk that is full for files longer than this, as long as it lives.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit narrowed{rlim_t(bytes), m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &narrowed);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    Q_DISABLE_COPY(FileSizeLimit)

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};
#endif

using namespace std::chrono_literals;

/// What the simulator knew before a restart, a crash or a power cut, it knows after.
class BooksRestartTest : public QObject
{
    Q_OBJECT
    static Simulator::Settings in(const QTemporaryDir &folder)
    {
        return {.folder = folder.path(), .keys = SimulatorRig::vectorKeys()};
    }
    static QString journal(const QTemporaryDir &folder) { return folder.filePath("simulator-books.jsonl"); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
private slots:
    void remembersEverything()
    {
        const QTemporaryDir folder;
        QJsonObject paid;
        QString code;
        {
            SimulatorRig rig(in(folder));
            rig.create(SimulatorRig::order("PAID01"));
            QVERIFY(rig.simulator->pay("PAID01"));
            rig.advance(0ms);
            rig.create(SimulatorRig::order("SHUT01"));
            rig.close("SHUT01");
            code = CodeUrlForm::codeIn(rig.codeUrlOf(SimulatorRig::order("OPEN01")));
            QVERIFY(rig.simulator->books().scan(code, "first"));
            paid = objectIn(rig.query("PAID01").body);
        }
        SimulatorRig rig(in(folder));
        QCOMPARE(objectIn(rig.query("PAID01").body), paid);
        QCOMPARE(rig.stateOf("SHUT01"), "CLOSED");
        QCOMPARE(rig.simulator->books().scan(code, "second").error().code, ErrorCode::Forbidden);
        QCOMPARE(rig.create(SimulatorRig::order("OPEN01", 7)).status, 403);
        QCOMPARE(rig.simulator->books().all().size(), 3);
        rig.advance(1h);
        QVERIFY(rig.transport.calls.isEmpty()); // PAID01's notification was accepted
    }
    void goesOnNotifying()
    {
        const QTemporaryDir folder;
        {
            SimulatorRig rig(in(folder));
            rig.transport.otherwise = [](const HttpCall &) { return HttpAnswer{500, {}, {}}; };
            rig.create(SimulatorRig::order("PAID01"));
            QVERIFY(rig.simulator->pay("PAID01"));
            rig.advance(0ms);
        }
        SimulatorRig rig(in(folder));
        rig.advance(1h);
        QCOMPARE(rig.transport.calls.size(), 1);
    }
    void aTornLastLineNeverHappened()
    {
        const QTemporaryDir folder;
        {
            SimulatorRig rig(in(folder));
            rig.create(SimulatorRig::order("FIRST1"));
            rig.create(SimulatorRig::order("SECOND"));
        }
        const QByteArray whole = contentOf(journal(folder));
        const qsizetype secondLine = whole.indexOf('\n') + 1;
        for (qsizetype size = secondLine + 1; size < whole.size(); size += 37) {
            write(journal(folder), whole.left(size));
            SimulatorRig rig(in(folder));
            QCOMPARE(rig.stateOf("FIRST1"), "NOTPAY");
            QCOMPARE(rig.query("SECOND").status, 404);
            QCOMPARE(rig.create(SimulatorRig::order("THIRD1")).status, 200);
            QCOMPARE(contentOf(journal(folder)).count('\n'), 2);
            SimulatorRig again(in(folder));
            QCOMPARE(again.stateOf("THIRD1"), "NOTPAY");
        }
    }
    void aBadLineInTheMiddleStopsTheStart_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<char>("byte");
        QTest::newRow("not JSON") << 0 << '[';
        QTest::newRow("a member's name") << 5 << 'x';
    }
    void aBadLineInTheMiddleStopsTheStart()
    {
        QFETCH(int, place);
        QFETCH(char, byte);
        const QTemporaryDir folder;
        {
            SimulatorRig rig(in(folder));
            rig.create(SimulatorRig::order("FIRST1"));
            rig.create(SimulatorRig::order("SECOND"));
        }
        QByteArray content = contentOf(journal(folder));
        content[place] = byte;
        write(journal(folder), content);
        VirtualClock clock;
        SeededRandom random;
        ScriptedTransport transport;
        const auto opened = Simulator::open(in(folder), clock, random, transport);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreFailure);
        QCOMPARE(contentOf(journal(folder)), content);
    }
    void aFullDiskChangesNothing()
    {
#ifdef Q_OS_UNIX
        const QTemporaryDir folder;
        SimulatorRig rig(in(folder));
        rig.create(SimulatorRig::order("FIRST1"));
        const QByteArray before = contentOf(journal(folder));
        {
            const FileSizeLimit full(before.size() + 100); // room for half a line
            QCOMPARE(rig.create(SimulatorRig::order("SECOND")).status, 500);
            QCOMPARE(rig.close("FIRST1").status, 500);
            QVERIFY(!rig.simulator->pay("FIRST1"));
        }
        QCOMPARE(contentOf(journal(folder)), before);
        QCOMPARE(rig.stateOf("FIRST1"), "NOTPAY");
        QCOMPARE(rig.query("SECOND").status, 404);
        QCOMPARE(rig.create(SimulatorRig::order("SECOND")).status, 200);
        SimulatorRig again(in(folder));
        QCOMPARE(again.stateOf("SECOND"), "NOTPAY");
#else
        QSKIP("no file size limit here");
#endif
    }
    void onlyTheOwnerMayRead()
    {
        const QTemporaryDir folder;
        SimulatorRig rig(in(folder));
        const auto allowed = QFile::permissions(journal(folder));
        QVERIFY(!(allowed & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }
};

QTEST_GUILESS_MAIN(BooksRestartTest)
#include "tst_books_restart.moc"
