// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "server/store/Statement.h"
#include "tests/simulation/CrashVfs.h"

#include <QTest>
#include <array>

/// Jobs that come together share a commit, and none hears of it before it is on the platter.
class GroupCommitTest : public QObject
{
    Q_OBJECT

    using Future = QFuture<Result<int>>;

    std::unique_ptr<CrashDisk> m_disk;
    std::unique_ptr<CrashVfs> m_vfs;
    std::shared_ptr<Power> m_power;
    std::unique_ptr<Database> m_database;

    bool open(qint64 points = -1)
    {
        m_power = std::make_shared<Power>();
        m_power->cutAfter(points);
        m_disk->plugInto(m_power);
        auto opened = Database::open(QStringLiteral("books"), {.fileSystem = m_vfs->name(), .ownThread = false});
        m_database = opened ? std::move(opened).value() : nullptr;
        return m_database != nullptr;
    }
    static Result<int> insert(SqlConnection &connection, int number)
    {
        return Statement::change(connection,
                                 QStringLiteral("INSERT INTO order_marks (shop_id, out_trade_no, at_ms, source, what, "
                                                "detail) VALUES ('s', ?, 0, 'x', 'y', ?)"),
                                 {QString::number(number), QString(500, u'z')});
    }
    static Result<int> countIn(SqlConnection &connection)
    {
        const auto count = Statement::value(connection, QStringLiteral("SELECT COUNT(*) FROM order_marks"));
        return count ? Result<int>(count->toInt()) : count.error();
    }
    Future add(int number)
    {
        return m_database->run<int>([number](SqlConnection &connection) { return insert(connection, number); });
    }
    int count()
    {
        auto counted = m_database->run<int>(countIn);
        m_database->drain();
        const auto result = counted.takeResult();
        return result ? *result : -1;
    }
    qint64 syncsOf(int jobs)
    {
        const qint64 before = m_disk->syncs();
        for (int i = 0; i < jobs; ++i)
            add(i);
        m_database->drain();
        return m_disk->syncs() - before;
    }

private slots:
    void init()
    {
        m_disk = std::make_unique<CrashDisk>(11);
        m_vfs = std::make_unique<CrashVfs>(*m_disk);
        QVERIFY(open());
        (void)syncsOf(1); // the log's first transaction has a header to sync
    }
    void cleanup()
    {
        m_database.reset();
        m_vfs.reset();
    }

    void theyShareOneSync()
    {
        const qint64 alone = syncsOf(1);
        QVERIFY(alone >= 1);
        QCOMPARE(syncsOf(20), alone);
        QCOMPARE(count(), 22);
    }

    void whoComesLaterSeesWhatCameBefore()
    {
        add(1);
        auto counted = m_database->run<int>(countIn);
        m_database->drain();
        QCOMPARE(counted.takeResult().value(), 2);
    }

    void nobodyHearsBeforeTheCommit()
    {
        auto first = add(1);
        bool heardEarly = true;
        auto second = m_database->run<int>([&](SqlConnection &) -> Result<int> {
            heardEarly = first.isFinished();
            return 0;
        });
        m_database->drain();
        QVERIFY(!heardEarly);
        QVERIFY(first.isFinished() && second.isFinished());
    }

    void oneThatFailsTakesBackItsOwnAlone()
    {
        auto first = add(1);
        auto failing = m_database->run<int>([](SqlConnection &connection) -> Result<int> {
            (void)insert(connection, 2);
            return Error{ErrorCode::Conflict, {}};
        });
        auto last = add(3);
        m_database->drain();
        QVERIFY(first.takeResult() && last.takeResult());
        QCOMPARE(failing.takeResult().error().code, ErrorCode::Conflict);
        QCOMPARE(count(), 3);
    }

    void aCommitThatFailsIsEverybodys()
    {
        auto first = add(1);
        auto second = m_database->run<int>([this](SqlConnection &connection) {
            m_disk->setFull(true); // nothing is written before the commit
            return insert(connection, 2);
        });
        m_database->drain();
        QCOMPARE(first.takeResult().error().code, ErrorCode::StoreFailure);
        QCOMPARE(second.takeResult().error().code, ErrorCode::StoreFailure);
        m_disk->setFull(false);
        QCOMPARE(count(), 1);
    }

    void aTransactionTheStoreGaveUpIsEverybodys()
    {
        auto first = add(1);
        auto failing = m_database->run<int>([](SqlConnection &connection) -> Result<int> {
            (void)connection.execute(QStringLiteral("ROLLBACK")); // as SQLite does by itself when it must
            return Error{ErrorCode::StoreFailure, {}};
        });
        auto last = add(3);
        m_database->drain();
        for (auto *future : {&first, &failing, &last})
            QCOMPARE(future->takeResult().error().code, ErrorCode::StoreFailure);
        QCOMPARE(count(), 1);
        add(4);
        QCOMPARE(count(), 2);
    }

    void whoAsksHowFarItIsHearsAfterAllThatCameBefore()
    {
        auto first = add(1);
        auto reached = m_database->reached();
        while (!reached.isFinished())
            QCoreApplication::sendPostedEvents();
        QVERIFY(first.isFinished());
    }

    void tooManyForOneGoIntoMore()
    {
        const qint64 alone = syncsOf(1);
        QCOMPARE(syncsOf(int(GroupCommit::maxJobs) * 2 + 1), alone * 3);
    }

    void theLastOnesAreCommittedAtTheEnd()
    {
        add(1);
        add(2);
        m_database.reset();
        QVERIFY(open());
        QCOMPARE(count(), 3);
    }

    void aCrashLeavesAllOfAGroupOrNothing()
    {
        int answered = 1;
        for (qint64 points = 1; points < 200; points += 3) {
            m_database.reset();
            m_disk->settleAfterCrash();
            while (open(points) && m_power->isOn()) {
                auto futures = std::array{add(1), add(2), add(3)};
                m_database->drain();
                const auto heard = std::count_if(futures.begin(), futures.end(),
                                                 [](Future &future) { return bool(future.takeResult()); });
                QVERIFY(heard == 0 || heard == 3);
                answered += int(heard);
                if (heard == 0)
                    break;
            }
            m_database.reset();
            m_disk->settleAfterCrash();
            QVERIFY(open());
            const int found = count();
            QVERIFY2(found >= answered && (found - 1) % 3 == 0, qPrintable(QString::number(found)));
            answered = found; // a group whose answer the crash swallowed may be there
        }
        QVERIFY(answered > 100);
    }
};

QTEST_GUILESS_MAIN(GroupCommitTest)
#include "tst_group_commit.moc"
