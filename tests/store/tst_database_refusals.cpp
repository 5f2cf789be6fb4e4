// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "tests/support/ForeignSql.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

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
    void opensItsOwnAgain()
    {
        const QTemporaryDir folder;
        QVERIFY(Database::open(folder.filePath("books.sqlite")));
        QVERIFY(Database::open(folder.filePath("books.sqlite")));
    }
};

QTEST_GUILESS_MAIN(DatabaseRefusalsTest)
#include "tst_database_refusals.moc"
