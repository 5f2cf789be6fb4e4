// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BooksTrouble.h"
#include "server/store/Database.h"
#include "tests/support/ForeignSql.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>

/// A file that is not our whole database stops the start with a sentence and stays as it is.
class DatabaseRefusalsTest : public QObject
{
    Q_OBJECT

    static QByteArray contentOf(const QString &file)
    {
        QFile source(file);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    static void alter(const QString &file, const QStringList &statements) { QVERIFY(alterFile(file, statements)); }

private slots:
    void refuses_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("says");
        QTest::newRow("newer") << QStringList{"PRAGMA user_version = 9999"} << "newer version";
        QTest::newRow("a table is missing") << QStringList{"DROP TABLE cases"} << "half migrated";
        QTest::newRow("the log can be rewritten")
            << QStringList{"DROP TRIGGER order_events_are_never_changed"} << "half migrated";
        QTest::newRow("a foreign file") << QStringList{"PRAGMA application_id = 7"} << "not ScanTill's";
    }
    void refuses()
    {
        QFETCH(QStringList, statements);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const auto file = folder.filePath("books.sqlite");
        QVERIFY(Database::open(file));
        alter(file, statements);
        const auto before = contentOf(file);
        const auto opened = Database::open(file);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Configuration);
        QVERIFY2(opened.error().message.contains(says), qPrintable(opened.error().message));
        QVERIFY(!opened.error().message.contains(folder.path()));
        QCOMPARE(contentOf(file), before);
    }
    void refusesWhatIsNoDatabase()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath("books.sqlite"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
        file.close();
        const auto opened = Database::open(file.fileName());
        QVERIFY(!opened);
        QVERIFY(opened.error().message.contains("not a database"));
        QCOMPARE(contentOf(file.fileName()), QByteArray(8192, 'x'));
    }
    void refusesAFolderThatIsNotThere()
    {
        const QTemporaryDir folder;
        QCOMPARE(Database::open(folder.filePath("nowhere/books.sqlite")).error().code, ErrorCode::Configuration);
    }
    void whoeverHoldsItMayLetGo()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("books.sqlite");
        QVERIFY(Database::open(file));
        const auto other = SqlConnection::open(file);
        QVERIFY(other && (*other)->execute("BEGIN IMMEDIATE"));
        const auto opened = Database::open(file);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Busy);
        QVERIFY2(opened.error().message.contains("locked"), qPrintable(opened.error().message));
        QVERIFY((*other)->execute("ROLLBACK"));
        QVERIFY(Database::open(file));
    }
    void aDiskThatIsFullMayBeMadeRoomOn_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<ErrorCode>("kind");
        QTest::newRow("locked") << SQLITE_BUSY << ErrorCode::Busy;
        QTest::newRow("full") << SQLITE_FULL << ErrorCode::Busy;
        QTest::newRow("a failing disk") << SQLITE_IOERR_READ << ErrorCode::Busy;
        QTest::newRow("damaged") << SQLITE_CORRUPT << ErrorCode::Configuration;
        QTest::newRow("read-only") << SQLITE_READONLY_DIRECTORY << ErrorCode::Configuration;
        QTest::newRow("no file") << SQLITE_CANTOPEN_ISDIR << ErrorCode::Configuration;
    }
    void aDiskThatIsFullMayBeMadeRoomOn()
    {
        QFETCH(int, code);
        QTEST(BooksTrouble::atStart(code, "why").code, "kind");
    }
    void opensItsOwnAgain()
    {
        const QTemporaryDir folder;
        QVERIFY(Database::open(folder.filePath("books.sqlite")));
        QVERIFY(Database::open(folder.filePath("books.sqlite")));
    }
};

QTEST_GUILESS_MAIN(DatabaseRefusalsTest)
#include "tst_database_refusals.moc"
