// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BooksState.h"
#include "server/store/Database.h"
#include "server/store/OrderStore.h"
#include "tests/support/Await.h"
#include "tests/support/Orders.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

/// What an operator asks of the books.
class BooksStateTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        QTemporaryDir folder;
        std::unique_ptr<Database> database = Database::open(folder.filePath("books.sqlite")).value();
    };

private slots:
    void aWriteGoesToTheDisk()
    {
        Rig rig;
        const auto log = rig.folder.filePath("books.sqlite-wal");
        (void)await(rig.database->run<void>(
            [](SqlConnection &books) { return books.execute("PRAGMA wal_checkpoint(TRUNCATE)"); }));
        const auto before = QFileInfo(log).size();
        QVERIFY(await(BooksState::write(*rig.database)));
        QVERIFY(QFileInfo(log).size() > before);
        QVERIFY(Database::open(rig.folder.filePath("books.sqlite"))); // and changes nothing
    }
    void aWriteThatCannotBe()
    {
        Rig rig;
        (void)await(
            rig.database->run<void>([](SqlConnection &books) { return books.execute("PRAGMA query_only = ON"); }));
        QCOMPARE(await(BooksState::write(*rig.database)).error().code, ErrorCode::StoreFailure);
    }
    void whatIsOpenIsCounted()
    {
        Rig rig;
        const auto order = Orders::fresh();
        OrderStore store(*rig.database, order.shopId);
        auto open = await(BooksState::open(*rig.database, order.shopId));
        QCOMPARE(open->orders, 0);
        QVERIFY(await(store.insert(order, Orders::created())));
        open = await(BooksState::open(*rig.database, order.shopId));
        QCOMPARE(open->orders, 1);
        QCOMPARE(open->cases, 0);
        QCOMPARE(await(BooksState::open(*rig.database, "another shop"))->orders, 0);
    }
    void whoIsReachedHasDoneWhatCameBefore()
    {
        Rig rig;
        QSemaphore release;
        (void)rig.database->run<void>([&release](SqlConnection &) -> Result<void> {
            release.acquire();
            return {};
        });
        QCOMPARE(rig.database->waiting(), 1);
        const auto reached = rig.database->reached();
        QTest::qWait(20);
        QVERIFY(!reached.isFinished());
        release.release();
        QTRY_VERIFY(reached.isFinished());
        QCOMPARE(rig.database->waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(BooksStateTest)
#include "tst_books_state.moc"
