// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/Program.h"
#include "tests/support/ForeignSql.h"

#include <QTcpServer>

/// What a server cannot do it refuses with one clear sentence and the right exit code, and leaves everything as it was.
class ServerCommandLineTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_nothing; ///< a data folder of its own for what must not even begin

    /// Refused as it should be, in one line.
    static void refuses(const QStringList &arguments, const QString &says, int code = 2, int lines = 1)
    {
        Program server(SERVER, arguments);
        QCOMPARE(server.end(), code);
        QCOMPARE(server.out, QByteArray());
        QVERIFY2(server.err.contains(says.toUtf8()), server.err.constData());
        QVERIFY2(server.err.startsWith("scantill-server: "), server.err.constData());
        QVERIFY2(server.err.count('\n') == lines && server.err.endsWith('\n'), server.err.constData());
    }
    static void sql(const QString &file, const QString &statement) { QVERIFY(alterFile(file, {statement})); }
    /// A folder as a training server leaves it.
    static std::unique_ptr<DataDir> usedFolder()
    {
        auto data = std::make_unique<DataDir>("training/simulator");
        Program server(SERVER, trainingServer(*data));
        if (server.ready().isEmpty() || server.terminate() != 0)
            qFatal("%s", server.err.constData());
        return data;
    }

private slots:
    void aWrongCommandLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const QString &arguments, const char *says) {
            QTest::newRow(qPrintable(arguments)) << arguments.split(u' ') << says;
        };
        row("--training --no-such-option", "no-such-option");
        row("--training --port", "port");
        row("--training --port 65536", "--port must be");
        row("--training --port -1", "--port must be");
        row("--training --port 80a", "--port must be");
        row("--training --port ", "--port");
        row("--training --simulator-port x", "--simulator-port must be");
        row("--training --host not-an-address", "--host must be");
        row("--training --phone-listen 127.0.0.1", "--phone-listen must be");
        row("--training --phone-listen 127.0.0.1:x", "--phone-listen must be");
        row("--training --ops-listen 9100", "--ops-listen must be");
        row("--training --phone-listen :80", "--phone-listen must be");
        row("--training --limit connections", "--limit must be");
        row("--training --limit connections=0", "--limit must be");
        row("--training --limit connections=-5", "--limit must be");
        row("--training --limit connections=99999999999", "--limit must be");
        row("--training --limit patience=5", "--limit must be");
        row("--training --store books.sqlite", "--store must be");
        row("--training --store sqlite:", "--store must be");
        row("--training --store postgresql://host/db", "--store must be");
        row("--training --code-url alipay", "--code-url must be");
        row("--training --login-by face", "--login-by must be");
        row("--training --log-level loud", "--log-level must be");
        row("--training --log-format xml", "--log-format must be");
        row("--training --public-name http://till.example", "--public-name must be");
        row("--training --public-name till.example/path", "--public-name must be");
        row("--training --trusted-proxy proxy.example", "--trusted-proxy must be");
        row("--training --trusted-proxy 192.0.2.0/0", "--trusted-proxy must be");
        row("--training --trusted-proxy 192.0.2.1 --trusted-proxy 192.0.2.0/33", "--trusted-proxy must be");
        row("--training --limit request-rate=0", "--limit must be");
        row("--training --tls-certificate c.pem", "belong together");
        row("--training --tls-key k.pem", "belong together");
        row("--training --tls-certificate nowhere.pem --tls-key nowhere.pem", "--tls-certificate");
        row("--training --tls-generate --tls-key k.pem", "--tls-generate");
        row("--pair-code", "no server runs");
        row("--training something", "something");
        row("--training --profile p.json", "--profile");
        row("--profile nowhere.json", "cannot be read");
        row("--port 0", "profile");
    }
    void aWrongCommandLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        refuses(QStringList{"--data-dir", m_nothing.path()} + arguments, says);
        QVERIFY(inventory(m_nothing.path()).isEmpty());
    }
    void asksForHelpOrVersion()
    {
        for (const QString option : {"--help", "--version"}) {
            Program server(SERVER, {option, "--data-dir", m_nothing.path()});
            QCOMPARE(server.end(), 0);
            QCOMPARE(server.err, QByteArray());
            QVERIFY(server.out.contains(option == "--help" ? "--print-terminal-token" : "scantill-server"));
        }
        QVERIFY(inventory(m_nothing.path()).isEmpty());
    }
    void aPortInUse()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const auto port = QString::number(other.serverPort());
        const QStringList common{"--training", "--data-dir", m_nothing.path()};
        refuses(common + QStringList{"--port", port}, port, 3);
        refuses(common + QStringList{"--port", "0", "--simulator-port", port}, port, 3);
        refuses(common + QStringList{"--port", "0", "--simulator-port", "0", "--phone-listen", "127.0.0.1:" + port},
                port, 3);
        QVERIFY(inventory(m_nothing.path()).isEmpty());
    }
    void anAddressThatIsNotOurs()
    {
        refuses({"--training", "--data-dir", m_nothing.path(), "--host", "192.0.2.1", "--port", "0"}, "192.0.2.1");
        QVERIFY(inventory(m_nothing.path()).isEmpty());
    }
    void aDataFolderInUse()
    {
        const DataDir data("training/simulator");
        Program first(SERVER, trainingServer(data));
        QVERIFY2(!first.ready().isEmpty(), first.err.constData());
        // Books in use change by themselves, after the start too; nobody else may make or take away a file.
        const auto names = [&data] { return inventory(data.path()).replaceInStrings(QRegularExpression(" .*"), {}); };
        const auto before = names();
        refuses(trainingServer(data), "in use", 3);
        QCOMPARE(names(), before);
        QCOMPARE(first.terminate(), 0);
    }
    void aDataFolderThatCannotBe()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath("file"), "x");
        const auto before = inventory(folder.path());
        refuses({"--training", "--data-dir", folder.filePath("file/below"), "--port", "0", "--simulator-port", "0",
                 "--phone-listen", "127.0.0.1:0"},
                "data folder");
        QCOMPARE(inventory(folder.path()), before);
    }
    void aStoreThatCannotBe()
    {
        const QTemporaryDir folder;
        refuses({"--training", "--data-dir", folder.filePath("data"), "--store", "sqlite:" + folder.filePath("no/b"),
                 "--port", "0", "--simulator-port", "0", "--phone-listen", "127.0.0.1:0"},
                "database");
        QVERIFY(inventory(folder.path()).isEmpty());
    }

    void aJsonLogEndsInJson()
    {
        const QTemporaryDir folder;
        Program server(SERVER, {"--training", "--data-dir", folder.path(), "--log-format", "json", "--store",
                                "sqlite:" + folder.filePath("no/b"), "--port", "0", "--simulator-port", "0",
                                "--phone-listen", "127.0.0.1:0"});
        QCOMPARE(server.end(), 2);
        const auto last = QJsonDocument::fromJson(server.err.trimmed().split('\n').last());
        QCOMPARE(last["level"].toString(), QStringLiteral("error"));
        QVERIFY2(last["message"].toString().contains("database"), server.err.constData());
    }

    void aBrokenDataFolder_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content"); // none: others may read it
        QTest::addColumn<QString>("says");
        QTest::newRow("token open to all") << "terminal_token" << QByteArray() << "terminal_token";
        QTest::newRow("watch secret open to all") << "watch_secret" << QByteArray() << "watch_secret";
        QTest::newRow("token cut short") << "terminal_token" << QByteArray("short\n") << "terminal_token";
        QTest::newRow("no database") << "books.sqlite" << QByteArray(8192, 'x') << "not a database";
        QTest::newRow("keys are no JSON") << "simulator/simulator-keys.json" << QByteArray("{") << "simulator";
        QTest::newRow("books of the simulator")
            << "simulator/simulator-books.jsonl" << QByteArray("rubbish\n") << "simulator";
    }
    void aBrokenDataFolder()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const auto data = usedFolder();
        const auto path = data->path("training/" + file);
        if (content.isEmpty())
            QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        else
            writeFile(path, content);
        const auto before = inventory(data->path());
        refuses(trainingServer(*data), says);
        QCOMPARE(inventory(data->path()), before);
    }
    void aHalfMigratedDatabase()
    {
        const auto data = usedFolder();
        sql(data->path("training/books.sqlite"), "DROP TABLE cases");
        const auto before = inventory(data->path());
        refuses(trainingServer(*data), "half migrated");
        QCOMPARE(inventory(data->path()), before);
    }
    void aDatabaseOfALaterVersion()
    {
        const auto data = usedFolder();
        sql(data->path("training/books.sqlite"), "PRAGMA user_version = 999");
        const auto before = inventory(data->path());
        refuses(trainingServer(*data), "newer version");
        QCOMPARE(inventory(data->path()), before);
    }
};

QTEST_GUILESS_MAIN(ServerCommandLineTest)
#include "tst_server_command_line.moc"
