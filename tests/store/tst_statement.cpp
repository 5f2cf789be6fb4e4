// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "server/store/Statement.h"
#include "tests/support/Await.h"

#include <QTemporaryDir>
#include <QTest>

/// One statement with its values: what goes in comes out, and whatever goes wrong is said.
class StatementTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SqlConnection> m_connection;

    SqlConnection &books() { return *m_connection; }
    QVariant back(const QVariant &value)
    {
        const auto read = Statement::value(books(), "SELECT ?", {value});
        return read ? *read : QVariant("nothing");
    }
    static QString said(const Error &error) { return error.code == ErrorCode::StoreFailure ? error.message : "other"; }

private slots:
    void init()
    {
        auto opened = SqlConnection::open(":memory:");
        QVERIFY(opened);
        m_connection = *std::move(opened);
        QVERIFY(books().execute("CREATE TABLE a (n INTEGER UNIQUE, t TEXT)"));
    }
    void valuesComeBack_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("a number") << QVariant(qint64(-9'007'199'254'740'993));
        QTest::newRow("nothing") << QVariant();
        QTest::newRow("a text") << QVariant(QStringLiteral("拿铁 🍵 '\""));
        QTest::newRow("an empty text") << QVariant(QStringLiteral(""));
        QTest::newRow("a text with a zero") << QVariant(QString::fromLatin1("a\0b", 3));
        QTest::newRow("bytes") << QVariant(QByteArray("\0\xff\x80", 3));
    }
    void valuesComeBack()
    {
        QFETCH(QVariant, value);
        const QVariant read = back(value);
        QCOMPARE(read, value);
        QCOMPARE(read.isValid(), value.isValid());
    }
    void truthIsANumberAndANullTextIsNull()
    {
        QCOMPARE(back(true), QVariant(qint64(1)));
        QVERIFY(!back(QString()).isValid() && !back(QByteArray()).isValid());
        QCOMPARE(back(Statement::text({})), QVariant(QStringLiteral("")));
    }
    void aStatementRunsInsideItself()
    {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(*Statement::change(books(), "INSERT INTO a VALUES (?, 'x')", {i}), 1);
        const QString all = "SELECT n FROM a ORDER BY n";
        auto outer = Statement::run(books(), all);
        QVERIFY(outer);
        Rows rows = *std::move(outer);
        QList<int> seen;
        while (rows.next()) {
            auto inner = Statement::run(books(), all);
            QVERIFY(inner);
            Rows again = *std::move(inner);
            QVERIFY(again.next());
            seen << rows.value(0).toInt() << again.value(0).toInt();
        }
        QCOMPARE(seen, (QList<int>{0, 0, 1, 0, 2, 0}));
        QVERIFY(!rows.next()); // nor does it begin anew
    }
    void moreStatementsThanAreKept()
    {
        auto first = Statement::run(books(), "SELECT 1 UNION SELECT 2");
        QVERIFY(first);
        Rows rows = *std::move(first);
        QVERIFY(rows.next());
        for (int i = 0; i < 500; ++i)
            QCOMPARE(Statement::value(books(), QStringLiteral("SELECT %1").arg(i))->toInt(), i);
        QVERIFY(rows.next()); // one that is running is not forgotten
        QCOMPARE(rows.value(0).toInt(), 2);
    }
    void oneThatFailsCanRunAgain()
    {
        const QString insert = "INSERT INTO a VALUES (?, 'x')";
        QVERIFY(Statement::change(books(), insert, {1}));
        const auto twice = Statement::change(books(), insert, {1});
        QVERIFY(!twice && said(twice.error()).contains("UNIQUE"));
        QCOMPARE(*Statement::change(books(), insert, {2}), 1);
        QCOMPARE(Statement::value(books(), "SELECT count(*) FROM a")->toInt(), 2);
    }
    void whatIsNotOneStatementIsRefused()
    {
        for (const char *sql : {"", "-- nothing", "SELECT 1; SELECT 2", "NO SQL"})
            QVERIFY2(!Statement::run(books(), sql) && !books().execute(sql), sql);
        QVERIFY(books().execute("SELECT 1;\n"));
    }
    void otherPlacesThanValues()
    {
        for (const QVariantList &values : {QVariantList{}, QVariantList{1, 2}}) {
            const auto done = Statement::run(books(), "SELECT ?", values);
            QVERIFY(!done && said(done.error()).contains("places"));
        }
        QVariantList aList;
        aList.append(QVariant(QVariantList{1}));
        const auto done = Statement::run(books(), "SELECT ?", aList);
        QVERIFY(!done && said(done.error()).contains("no column"));
    }
    void noRowIsNoValue() { QVERIFY(!Statement::value(books(), "SELECT n FROM a")); }
    void rowsThatEndTooEarlyFailTheirJob()
    {
        const QTemporaryDir folder;
        const auto database = *Database::open(folder.filePath("books.sqlite"));
        const auto read = [](SqlConnection &connection) -> Result<int> {
            // The third row cannot be made: the number has no absolute value.
            auto query = Statement::run(connection, "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c "
                                                    "WHERE i < 5) SELECT abs(CASE i WHEN 3 THEN -9223372036854775807 "
                                                    "- 1 ELSE i END) FROM c");
            if (!query)
                return query.error();
            Rows rows = *std::move(query);
            int count = 0;
            while (rows.next())
                ++count;
            return count;
        };
        const auto alone = await(database->run<int>(read));
        QVERIFY(!alone && said(alone.error()).contains("overflow"));
        auto first = database->run<int>(read);
        auto second = database->run<int>([](SqlConnection &) { return Result<int>(7); });
        QVERIFY(!await(first));
        QCOMPARE(await(second).value(), 7); // it is the reader's fault alone
    }
    void aFractionFailsTheJobThatReadsIt()
    {
        const QTemporaryDir folder;
        const auto database = *Database::open(folder.filePath("books.sqlite"));
        const auto read = await(database->run<qint64>([](SqlConnection &connection) -> Result<qint64> {
            const auto fen = Statement::value(connection, "SELECT 12.5");
            return fen ? Result<qint64>(fen->toLongLong()) : fen.error();
        }));
        QVERIFY(!read && said(read.error()) == said(Statement::damaged()));
    }
};

QTEST_GUILESS_MAIN(StatementTest)
#include "tst_statement.moc"
