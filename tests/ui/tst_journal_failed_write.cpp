// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

#include <csignal>
#include <sys/resource.h>

using namespace std::chrono_literals;

/// A disk that takes so many bytes more and no others, as a full one does.
class FullDisk
{
public:
    FullDisk(const QString &path, qint64 moreBytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(QFileInfo(path).size() + moreBytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

class JournalFailedWriteTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsAskedThatCouldNotBeWrittenDown()
    {
        TillRig till;
        till.type("12.5");
        {
            const FullDisk full(till.journalPath(), 20);
            till.pay();
        }
        QCOMPARE(till.desk->calls.size(), 0);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.notice(), Notice::Kind::NotStored);
        QCOMPARE(till.view().entry.text, QString("12.5"));
        till.pay(); // there is room again
        QCOMPARE(till.state(), PayState::Creating);
        const auto number = till.desk->last("place").number;
        till.powerCut();
        QCOMPARE(till.desk->last("order").number, number); // what was half written stands in nobody's way
        QCOMPARE(till.journal->openAttempts().size(), 1);
    }
    void whatCannotBeMarkedIsNotSpoken()
    {
        TillRig till;
        till.bringUpCode();
        {
            const FullDisk full(till.journalPath(), 0);
            till.desk->push(till.order(TradeState::Success, 3));
        }
        QCOMPARE(till.state(), PayState::Paid); // the cashier sees it all the same
        QVERIFY(till.announced.isEmpty());
    }
    void aFailureIsAnError()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("till.journal");
        auto journal = Journal::open(path).value().release();
        const std::unique_ptr<Journal> owner(journal);
        const JournalAttempt attempt{*OutTradeNo::parse("NUMBER1"), {}, *Money::fromFen(1), {}};
        for (const qint64 room : {0, 1, 50}) {
            const FullDisk full(path, room);
            const auto written = journal->attempt(attempt);
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::StoreFailure);
            QVERIFY(journal->openAttempts().isEmpty());
        }
        QVERIFY(journal->attempt(attempt));
        QCOMPARE(Journal::open(path).value()->openAttempts().size(), 1);
    }
    void aFolderIsNoJournal()
    {
        QTemporaryDir folder;
        QVERIFY(!Journal::open(folder.path()));
    }
};

QTEST_GUILESS_MAIN(JournalFailedWriteTest)
#include "tst_journal_failed_write.moc"
