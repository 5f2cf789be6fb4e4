// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FileModes.h"
#include "ui/Journal.h"

#include <QTemporaryDir>
#include <QTest>

class JournalTornLineTest : public QObject
{
    Q_OBJECT

    struct Disk
    {
        QTemporaryDir folder;
        QString path = folder.filePath("till.journal");

        std::unique_ptr<Journal> open() const
        {
            auto journal = Journal::open(path);
            return journal ? std::move(journal).value() : nullptr;
        }
        QByteArray bytes() const
        {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        void write(const QByteArray &bytes) const
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
    };
    static OutTradeNo number(int i) { return *OutTradeNo::parse(QStringLiteral("NUMBER%1").arg(i)); }
    static JournalAttempt attempt(int i)
    {
        return {number(i), QStringLiteral("SALE%1").arg(i), *Money::fromFen(100 + i),
                QDateTime::fromMSecsSinceEpoch(1'767'225'600'123, Qt::UTC)};
    }

private slots:
    void whatIsWrittenIsThereAgain()
    {
        Disk disk;
        {
            const auto journal = disk.open();
            QVERIFY(journal->attempt(attempt(1)));
            QVERIFY(journal->attempt(attempt(2)));
            QVERIFY(journal->attempt(attempt(3)));
            QVERIFY(journal->ended(number(1), "paid"));
            QVERIFY(journal->announced(number(1)));
            QVERIFY(journal->parked(number(2)));
        }
        const auto journal = disk.open();
        QCOMPARE(journal->ignoredLines(), 0);
        QCOMPARE(journal->openAttempts().size(), 2);
        const JournalAttempt back = journal->openAttempts()[0];
        QCOMPARE(back.outTradeNo, number(2));
        QCOMPARE(back.sale, QString("SALE2"));
        QCOMPARE(back.amount.fen(), 102);
        QCOMPARE(back.at, attempt(2).at);
        QVERIFY(back.parked);
        QVERIFY(!journal->openAttempts()[1].parked);
        QVERIFY(journal->wasAnnounced(number(1)));
        QVERIFY(!journal->wasAnnounced(number(2)));
    }
    void aTornLastLineIsIgnoredWhereverItIsTorn()
    {
        Disk disk;
        {
            const auto journal = disk.open();
            QVERIFY(journal->attempt(attempt(1)));
            QVERIFY(journal->attempt(attempt(2)));
        }
        const QByteArray whole = disk.bytes();
        const auto firstEnd = whole.indexOf('\n') + 1;
        for (auto length = firstEnd; length < whole.size() - 1; ++length) {
            disk.write(whole.left(length));
            const auto journal = disk.open();
            QVERIFY(journal);
            QCOMPARE(journal->openAttempts().size(), 1);
            // What is written next is a line of its own, not the torn one's end.
            QVERIFY(journal->attempt(attempt(3)));
            const auto again = disk.open();
            QCOMPARE(again->openAttempts().size(), 2);
            QCOMPARE(again->openAttempts()[1].outTradeNo, number(3));
        }
    }
    void aLineThatLacksOnlyItsEndCounts()
    {
        Disk disk;
        QVERIFY(disk.open()->attempt(attempt(1)));
        disk.write(disk.bytes().chopped(1));
        const auto journal = disk.open();
        QCOMPARE(journal->openAttempts().size(), 1);
        QVERIFY(journal->ended(number(1), "paid"));
        QVERIFY(disk.open()->openAttempts().isEmpty());
    }
    void aChangedDigitIsSeen()
    {
        Disk disk;
        QVERIFY(disk.open()->attempt(attempt(1)));
        QByteArray bytes = disk.bytes();
        QVERIFY(bytes.contains("\"amount\":101"));
        disk.write(bytes.replace("\"amount\":101", "\"amount\":901"));
        const auto journal = disk.open();
        QVERIFY(journal->openAttempts().isEmpty());
        QCOMPARE(journal->ignoredLines(), 1);
    }
    void rubbishIsNoReasonNotToStart()
    {
        Disk disk;
        disk.write(QByteArray("\0\xff{}\n[]\n\n{\"mark\":\"attempt\"}\n", 30));
        const auto journal = disk.open();
        QVERIFY(journal);
        QVERIFY(journal->openAttempts().isEmpty());
        QVERIFY(journal->attempt(attempt(1)));
        QCOMPARE(disk.open()->openAttempts().size(), 1);
    }
    void aLargeJournalIsMadeSmallAtStart()
    {
        Disk disk;
        QByteArray many;
        {
            const auto journal = disk.open();
            QVERIFY(journal->attempt(attempt(0)));
            QVERIFY(journal->parked(number(0)));
            QVERIFY(journal->announced(number(7)));
            const auto before = disk.bytes().size();
            QVERIFY(journal->attempt(attempt(1)));
            QVERIFY(journal->ended(number(1), "closed"));
            const QByteArray pair = disk.bytes().mid(before);
            many = disk.bytes();
            while (many.size() <= Journal::compactAboveBytes)
                many += pair;
        }
        disk.write(many);
        {
            const auto journal = disk.open();
            QVERIFY(disk.bytes().size() < 2000);
            QCOMPARE(journal->openAttempts().size(), 1);
            QVERIFY(journal->attempt(attempt(2))); // and it goes on in the new file
        }
        const auto journal = disk.open();
        QCOMPARE(journal->openAttempts().size(), 2);
        QVERIFY(journal->openAttempts()[0].parked);
        QVERIFY(journal->wasAnnounced(number(7)));
        QCOMPARE(journal->ignoredLines(), 0);
    }
    void othersMayNotReadIt()
    {
        Disk disk;
        QVERIFY(disk.open()->attempt(attempt(1)));
        QVERIFY(!isOpenToOthers(disk.path));
    }
};

QTEST_GUILESS_MAIN(JournalTornLineTest)
#include "tst_journal_torn_line.moc"
