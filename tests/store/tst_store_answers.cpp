// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/WhileHere.h"
#include "server/store/Database.h"
#include "tests/support/Await.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

/// Where and when the store's answers come, so that who asked may go at any time.
class StoreAnswersTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;

    QFuture<Result<int>> ask(int value)
    {
        return m_database->run<int>([value](SqlConnection &) { return Result<int>(value); });
    }

private slots:
    void init() { m_database = *Database::open(m_folder.filePath("books.sqlite")); }
    void cleanup() { m_database.reset(); }

    void comeOnTheOpenersThread()
    {
        QThread *heardOn = nullptr;
        whileHere(this, ask(1), [&heardOn](const Result<int> &) { heardOn = QThread::currentThread(); });
        QTRY_COMPARE(heardOn, QThread::currentThread());
    }
    void comeFromTheEventLoopOnly()
    {
        const auto answer = ask(1);
        const auto reached = m_database->reached();
        while (m_database->waiting() > 0)
            QThread::yieldCurrentThread();
        QVERIFY(!answer.isFinished() && !reached.isFinished());
        QTRY_VERIFY(answer.isFinished() && reached.isFinished());
    }
    void areThereOnceItIsDrained()
    {
        const auto one = ask(1);
        const auto two = ask(2);
        m_database->drain();
        QVERIFY(one.isFinished() && two.isFinished());
        QCOMPARE(*m_database->waitFor(ask(3)), 3);
    }
    void areGivenBeforeTheBooksAreClosed()
    {
        auto answer = ask(4);
        m_database.reset();
        QVERIFY(answer.isFinished());
        QCOMPARE(*answer.takeResult(), 4);
    }
    void areRefusalsWhileTooManyJobsWait()
    {
        QSemaphore busy;
        const auto first = m_database->run<void>([&busy](SqlConnection &) {
            busy.acquire();
            return Result<void>();
        });
        QList<QFuture<Result<int>>> accepted;
        while (m_database->waiting() < Database::maxWaitingJobs)
            accepted.append(ask(1));
        const auto refused = ask(1);
        QVERIFY(refused.isFinished());
        QCOMPARE(refused.result().error().code, ErrorCode::Busy);
        QCOMPARE(m_database->waiting(), Database::maxWaitingJobs);
        busy.release();
        m_database->drain();
        QVERIFY(first.result().has_value() && accepted.constLast().result().has_value());
        QCOMPARE(*m_database->waitFor(ask(2)), 2); // and there is room again
    }
    void anAskerMayGoAtAnyTime()
    {
        int heard = 0;
        for (int i = 0; i < 500; ++i) {
            auto asker = std::make_unique<QObject>();
            whileHere(asker.get(), ask(i), [&heard](const Result<int> &) { ++heard; });
            asker.reset();
            QCoreApplication::processEvents();
        }
        m_database->drain();
        QCOMPARE(heard, 0);
        QObject stays;
        whileHere(&stays, ask(0), [&heard](const Result<int> &) { ++heard; });
        QTRY_COMPARE(heard, 1);
    }
};

QTEST_GUILESS_MAIN(StoreAnswersTest)
#include "tst_store_answers.moc"
