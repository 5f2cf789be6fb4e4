// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/SqlConnection.h"
#include "tests/server/SignedNotify.h"
#include "tests/system/ProbedDisk.h"
#include "tests/system/ProcessShop.h"

#include <QElapsedTimer>
#include <QTest>
#include <cerrno>
#include <csignal>
#include <sys/resource.h>

/// The books cannot be written, or not be believed: one sentence says so, WeChat is answered 500 and tills are refused,
/// and when the trouble is over what came meanwhile comes again and is kept.
class StoreTroubleTest : public QObject
{
    Q_OBJECT

    /// A shop with one order that is about to be paid.
    struct Rig
    {
        Rig()
        {
            if (!shop.startTwin() || !shop.startServer())
                qFatal("%s", (shop.twin.log() + shop.server.log()).constData());
            gateway = std::make_unique<SignedNotify>(shop);
            const QJsonObject order = shop.place(1990);
            number = order["out_trade_no"].toString();
            notification = gateway->body(gateway->content(order));
        }
        int notify() { return gateway->send(shop, notification).status; }
        int order() { return shop.post("/api/v1/orders", {{"amount", 5}, {"description", "tea"}}).status; }
        bool isAlive() { return shop.get("/healthz").status == 200; }

        ProcessShop shop;
        ProbedDisk disk{shop.server};
        std::unique_ptr<SignedNotify> gateway;
        QString number;
        QByteArray notification;
    };

    static void checkRefusesWhileItLasts(Rig &rig, const QByteArray &says)
    {
        for (int time = 0; time < 3; ++time) {
            QCOMPARE(rig.notify(), 500);
            QCOMPARE(rig.order(), 500);
        }
        QVERIFY(rig.isAlive());
        const QByteArray log = rig.shop.server.log();
        QVERIFY2(log.contains(says), log.constData());
        int told = 0;
        for (const QByteArray &line : log.split('\n'))
            told += line.contains("scantill.store") && line.contains(says);
        QVERIFY2(told == 1, log.constData());
    }
    static void checkNothingIsLostAfterwards(Rig &rig)
    {
        QCOMPARE(rig.notify(), 204);
        QCOMPARE(rig.shop.state(rig.number), QStringLiteral("SUCCESS"));
        QCOMPARE(rig.order(), 201);
        QVERIFY2(rig.shop.server.log().contains("the books are written again"), rig.shop.server.log().constData());
        rig.shop.server.killHard();
        QVERIFY(rig.shop.startServer());
        QCOMPARE(rig.shop.state(rig.number), QStringLiteral("SUCCESS"));
    }
    /// exitCode: 1 for what passes, so that a service is started again; 2 for what a person has to mend.
    static void checkDoesNotStart(Rig &rig, const QByteArray &says, int exitCode = 2)
    {
        const auto before = rig.shop.server.log().size();
        QCOMPARE(rig.shop.server.startAndEnd(), exitCode);
        const QByteArray words = rig.shop.server.log().mid(before);
        QVERIFY2(words.contains(says), words.constData());
        QCOMPARE(words.count('\n'), 1);
    }
    static constexpr qint64 pageBytes = 4096;
    /// pages: that many at the file's end; the first one says what the file is, and stays.
    static void damage(const QString &file, qint64 pages)
    {
        QFile books(file);
        QVERIFY(books.open(QIODevice::ReadWrite));
        const qint64 from = std::max(pageBytes, books.size() - pages * pageBytes);
        QVERIFY(books.size() > 3 * pageBytes && books.seek(from));
        QVERIFY(books.write(QByteArray(books.size() - from, '\xa5')) > 0);
    }

private slots:
    void theDiskFailsItsWrites_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("full") << ENOSPC << QByteArray("the disk with the books is full");
        QTest::newRow("broken") << EIO << QByteArray("the disk with the books fails");
        QTest::newRow("read-only") << EROFS << QByteArray("the disk with the books fails");
    }
    void theDiskFailsItsWrites()
    {
        QFETCH(int, error);
        QFETCH(QByteArray, says);
        Rig rig;
        rig.disk.failWrites(error);
        checkRefusesWhileItLasts(rig, says);
        QCOMPARE(rig.shop.state(rig.number), QStringLiteral("NOTPAY")); // what can be read is still told
        rig.disk.failWrites(0);
        checkNothingIsLostAfterwards(rig);
    }
    void theDiskDoesNotSync()
    {
        Rig rig;
        rig.disk.failSyncs(EIO);
        checkRefusesWhileItLasts(rig, "the disk with the books fails");
        rig.disk.failSyncs(0);
        checkNothingIsLostAfterwards(rig);
    }
    void noFileMayGrow()
    {
        Rig rig;
        rig.shop.server.killHard();
        rig.shop.server.setModifier([] { ::signal(SIGXFSZ, SIG_IGN); }); // as a service manager's limit would have it
        QVERIFY(rig.shop.startServer());
        const rlimit none{8192, RLIM_INFINITY}; // the log on stderr is a file too
        QCOMPARE(::prlimit(pid_t(rig.shop.server.pid()), RLIMIT_FSIZE, &none, nullptr), 0);
        checkRefusesWhileItLasts(rig, "the disk with the books fails");
        const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
        QCOMPARE(::prlimit(pid_t(rig.shop.server.pid()), RLIMIT_FSIZE, &all, nullptr), 0);
        checkNothingIsLostAfterwards(rig);
    }
    void theDiskFailsAtTheStart_data()
    {
        QTest::addColumn<int>("error");
        QTest::newRow("full") << ENOSPC;
        QTest::newRow("broken") << EIO;
    }
    void theDiskFailsAtTheStart()
    {
        QFETCH(int, error);
        Rig rig;
        QCOMPARE(rig.shop.server.terminate(), 0);
        rig.disk.failWrites(error);
        checkDoesNotStart(rig, "the disk with the books is full or fails", 1);
        rig.disk.failWrites(0);
        QVERIFY(rig.shop.startServer());
        QCOMPARE(rig.notify(), 204);
    }
    void readOnlyBooksStopTheStart()
    {
        Rig rig;
        QCOMPARE(rig.shop.server.terminate(), 0);
        rig.disk.failOpening(EROFS);
        checkDoesNotStart(rig, "read-only");
        rig.disk.failOpening(0);
        QVERIFY(rig.shop.startServer());
        QCOMPARE(rig.notify(), 204);
    }
    void anotherProgramHoldsTheBooks()
    {
        Rig rig;
        {
            const auto other = SqlConnection::open(rig.shop.books());
            QVERIFY(other && (*other)->execute("BEGIN IMMEDIATE"));
            QElapsedTimer took;
            took.start();
            QCOMPARE(rig.notify(), 500);
            QVERIFY(took.elapsed() < 5'000); // so long WeChat waits
            QVERIFY(rig.shop.server.log().contains("the books are locked"));
            QCOMPARE(rig.shop.server.terminate(), 0);
            checkDoesNotStart(rig, "the books are locked", 1);
            QVERIFY((*other)->execute("ROLLBACK"));
        }
        QVERIFY(rig.shop.startServer());
        QCOMPARE(rig.notify(), 204);
        QCOMPARE(rig.shop.state(rig.number), QStringLiteral("SUCCESS"));
    }
    void damagedBooksStopTheStart_data()
    {
        QTest::addColumn<qint64>("pages");
        QTest::newRow("one page") << qint64(1);
        QTest::newRow("nearly all of them") << qint64(1'000);
    }
    void damagedBooksStopTheStart()
    {
        QFETCH(qint64, pages);
        Rig rig;
        QCOMPARE(rig.shop.server.terminate(), 0);
        damage(rig.shop.books(), pages);
        QFile books(rig.shop.books());
        QVERIFY(books.open(QIODevice::ReadOnly));
        const QByteArray before = books.readAll();
        checkDoesNotStart(rig, "damaged");
        books.seek(0);
        QCOMPARE(books.readAll(), before); // whoever restores it sees what there was
    }
    void booksDamagedWhileOpenDoNotStartAgain()
    {
        Rig rig;
        QCOMPARE(rig.shop.server.terminate(), 0); // so that all is in the file
        QVERIFY(rig.shop.startServer());
        damage(rig.shop.books(), 1);
        rig.shop.server.killHard(); // nothing remembers the page as it was
        checkDoesNotStart(rig, "damaged");
    }
};

QTEST_GUILESS_MAIN(StoreTroubleTest)
#include "tst_store_trouble.moc"
