// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FileModes.h"
#include "tests/support/ScriptedHistoryDesk.h"
#include "tests/support/VirtualClock.h"
#include "ui/HistoryExport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace std::chrono_literals;
using State = HistoryExport::State;

namespace {

/// A shop with so many orders, which answers every page at once.
class LargeShop final : public HistoryDesk
{
public:
    explicit LargeShop(int orders) : m_orders(orders) {}

    QFuture<Result<Page>> orders(const OrderSearch &, int limit, const QString &cursor) override
    {
        const int from = cursor.toInt();
        const int count = std::min(limit, m_orders - from);
        ++pages;
        return ready(Result<Page>(Page{ScriptedHistoryDesk::many(count, from),
                                       from + count < m_orders ? QString::number(from + count) : QString()}));
    }
    QFuture<Result<Order>> order(const OutTradeNo &) override { return ready(Result<Order>(Error())); }
    QFuture<Result<QJsonObject>> timeline(const OutTradeNo &) override { return ready(Result<QJsonObject>(Error())); }
    QFuture<Result<Check>> check(const QString &, const QString &) override { return ready(Result<Check>(Error())); }

    int pages = 0;

private:
    const int m_orders;
};

struct Rig
{
    explicit Rig(HistoryDesk &desk, bool training = false)
        : exports(desk, clock, folder.filePath(QStringLiteral("data/exports")), training,
                  [] { return OrderSheet::Words(); })
    {
    }
    void start(OrderSheet::Format format = OrderSheet::Format::Csv) { exports.start({}, format, {}); }
    QDir made() const { return QDir(folder.filePath(QStringLiteral("data/exports"))); }
    QStringList files() const { return made().entryList(QDir::Files | QDir::Hidden); }
    QByteArray written() const
    {
        QFile file(folder.filePath(QStringLiteral("data/")) + exports.file());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    VirtualClock clock;
    HistoryExport exports;
};

#ifdef Q_OS_LINUX
qint64 residentKiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 : 0;
}
#endif

} // namespace

/// What a search finds is saved as one whole file or none, page by page, while everything else goes on.
class HistoryExportTest : public QObject
{
    Q_OBJECT
private slots:
    void itIsWrittenPageByPage()
    {
        ScriptedHistoryDesk desk;
        Rig rig(desk);
        rig.start();
        QCOMPARE(rig.exports.state(), State::Running);
        QVERIFY(desk.pages.asked.isEmpty()); // even the file is made elsewhere
        QTRY_COMPARE(desk.pages.asked.size(), 1);
        QCOMPARE(desk.pages.asked[0], (QStringList{QString(), QString::number(HistoryExport::pageSize)}));
        desk.list(ScriptedHistoryDesk::many(2), QStringLiteral("next"));
        QCOMPARE(rig.exports.rows(), 2);
        QTRY_COMPARE(desk.pages.asked.size(), 2);
        QCOMPARE(desk.pages.asked[1][0], QStringLiteral("next"));
        QVERIFY(!rig.files().contains(rig.exports.file().section(u'/', 1)));
        desk.list(ScriptedHistoryDesk::many(1, 3));
        QTRY_COMPARE(rig.exports.state(), State::Done);
        QCOMPARE(rig.exports.rows(), 3);
        QCOMPARE(rig.files(), QStringList{rig.exports.file().section(u'/', 1)});
        QVERIFY(rig.exports.file().startsWith(QLatin1String("exports/orders-2026")));
        QCOMPARE(rig.written().count("\r\n"), 4);
        QVERIFY(rig.written().contains("NUMBER0000003"));
        QVERIFY(!isOpenToOthers(rig.made().filePath(rig.files()[0])));
    }
    void jsonIsWholeToo()
    {
        LargeShop shop(600);
        Rig rig(shop, true);
        rig.start(OrderSheet::Format::Json);
        QTRY_COMPARE(rig.exports.state(), State::Done);
        QCOMPARE(QJsonDocument::fromJson(rig.written()).object()["orders"].toArray().size(), 600);
        QVERIFY(rig.exports.file().startsWith(QLatin1String("exports/practice-orders-")));
        QVERIFY(rig.exports.file().endsWith(QLatin1String(".json")));
    }
    void stoppedItLeavesNothing()
    {
        ScriptedHistoryDesk desk;
        Rig rig(desk);
        rig.start();
        QTRY_COMPARE(desk.pages.asked.size(), 1);
        desk.list(ScriptedHistoryDesk::many(250), QStringLiteral("next"));
        QTRY_COMPARE(desk.pages.asked.size(), 2);
        rig.exports.stop();
        QCOMPARE(rig.exports.state(), State::Stopped);
        QTRY_VERIFY(rig.files().isEmpty());
        desk.list(ScriptedHistoryDesk::many(250));
        QCOMPARE(rig.exports.state(), State::Stopped);
        rig.exports.forget();
        QCOMPARE(rig.exports.state(), State::Choose);
    }
    void silenceIsAskedAgainAndThenLeavesNothing()
    {
        ScriptedHistoryDesk desk;
        Rig rig(desk);
        rig.start();
        for (int tries = 1; tries <= HistoryExport::mostTries; ++tries) {
            QTRY_COMPARE(desk.pages.asked.size(), tries);
            QCOMPARE(rig.exports.state(), State::Running);
            desk.pages.answer(Error{ErrorCode::Unknown, QStringLiteral("NO_ANSWER")});
            rig.clock.advance(std::chrono::seconds(tries));
        }
        QCOMPARE(rig.exports.state(), State::Failed);
        QTRY_VERIFY(rig.files().isEmpty());
    }
    void aRefusalIsNotAskedAgain()
    {
        ScriptedHistoryDesk desk;
        Rig rig(desk);
        rig.start();
        QTRY_COMPARE(desk.pages.asked.size(), 1);
        desk.pages.answer(Error{ErrorCode::Unauthorized, QStringLiteral("SESSION_INVALID")});
        QCOMPARE(rig.exports.state(), State::Failed);
    }
    void aFolderThatCannotBeMadeIsAFailure()
    {
        LargeShop shop(3);
        Rig rig(shop);
        QFile inTheWay(rig.folder.filePath(QStringLiteral("data")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        rig.start();
        QTRY_COMPARE(rig.exports.state(), State::Failed);
        QCOMPARE(shop.pages, 0);
    }
#ifdef Q_OS_UNIX
    void aFullDiskLeavesNothing()
    {
        LargeShop shop(5'000);
        Rig rig(shop);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit limit = before;
        limit.rlim_cur = 100'000;
        setrlimit(RLIMIT_FSIZE, &limit);
        rig.start();
        const bool ended = QTest::qWaitFor([&rig] { return !rig.exports.isRunning(); }, 10'000);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(ended);
        QCOMPARE(rig.exports.state(), State::Failed);
        QTRY_VERIFY(rig.files().isEmpty());
    }
#endif
    void onlyWhatTheSearchTakesIsWritten()
    {
        ScriptedHistoryDesk desk;
        Rig rig(desk);
        OrderSearch search;
        search.shownFrom = rig.clock.now().addSecs(100);
        search.shownBefore = rig.clock.now().addSecs(200);
        rig.exports.start(search, OrderSheet::Format::Csv, {});
        QTRY_COMPARE(desk.pages.asked.size(), 1);
        Order in = ScriptedHistoryDesk::made(QStringLiteral("NUMBER1"));
        in.successTime = search.shownFrom;
        desk.list({in, ScriptedHistoryDesk::made(QStringLiteral("NUMBER2"))});
        QTRY_COMPARE(rig.exports.state(), State::Done);
        QCOMPARE(rig.exports.rows(), 1);
        QVERIFY(!rig.written().contains("NUMBER2"));
    }
    void memoryStaysFlat()
    {
#ifdef Q_OS_LINUX
        const int orders = qEnvironmentVariableIntValue("SCANTILL_EXPORT_ORDERS");
        LargeShop shop(orders > 0 ? orders : 60'000);
        Rig rig(shop);
        rig.start();
        QVERIFY(QTest::qWaitFor([&rig] { return rig.exports.rows() > 10'000; }, 30'000));
        const qint64 early = residentKiB();
        QVERIFY(QTest::qWaitFor([&rig] { return !rig.exports.isRunning(); }, 240'000));
        QCOMPARE(rig.exports.state(), State::Done);
        const qint64 late = residentKiB();
        QVERIFY2(late - early < 8 * 1024, qPrintable(QStringLiteral("grew by %1 KiB").arg(late - early)));
#else
        QSKIP("it is measured where there is a /proc");
#endif
    }
};

QTEST_GUILESS_MAIN(HistoryExportTest)
#include "tst_history_export.moc"
