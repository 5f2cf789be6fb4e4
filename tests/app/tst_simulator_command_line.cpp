// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/Program.h"

#include <QTcpServer>

/// The stand-in for WeChat Pay as a program of its own.
class SimulatorCommandLineTest : public QObject
{
    Q_OBJECT

    static void refuses(const QStringList &arguments, const QString &says, int code = 2)
    {
        Program simulator(SIMULATOR, arguments);
        QCOMPARE(simulator.end(), code);
        QCOMPARE(simulator.out, QByteArray());
        QVERIFY2(simulator.err.startsWith("scantill-simulator: ") && simulator.err.contains(says.toUtf8())
                     && simulator.err.count('\n') == 1,
                 simulator.err.constData());
    }

private slots:
    void aWrongCommandLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const QString &arguments, const char *says) {
            QTest::newRow(qPrintable(arguments)) << arguments.split(u' ') << says;
        };
        row("--no-such-option", "no-such-option");
        row("--training", "training");
        row("--port 70000", "--port must be");
        row("--host example.com", "--host must be");
        row("--code-url alipay", "--code-url must be");
        row("--notify-url nonsense", "--notify-url must be");
        row("--notify-url ftp://127.0.0.1/", "--notify-url must be");
        row("--switch no_such_switch=1", "no_such_switch");
        row("--switch max_total=0", "max_total");
        row("--switch max_total", "--switch");
        row("something", "something");
    }
    void aWrongCommandLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const QTemporaryDir data;
        refuses(QStringList{"--data-dir", data.path()} + arguments, says);
        QVERIFY(inventory(data.path()).isEmpty());
    }
    void asksForHelpOrVersion()
    {
        for (const QString option : {"--help", "--version"}) {
            Program simulator(SIMULATOR, {option});
            QCOMPARE(simulator.end(), 0);
            QCOMPARE(simulator.err, QByteArray());
        }
    }
    void aPortInUse()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QTemporaryDir data;
        refuses({"--data-dir", data.path(), "--port", QString::number(other.serverPort())}, "127.0.0.1", 3);
        QVERIFY(inventory(data.path()).isEmpty());
    }
    void aDataFolderInUse()
    {
        const DataDir data("simulator");
        Program first(SIMULATOR, {"--data-dir", data.path(), "--port", "0"});
        QVERIFY(!first.ready().isEmpty());
        const auto before = inventory(data.path());
        refuses({"--data-dir", data.path(), "--port", "0"}, "in use", 3);
        QCOMPARE(inventory(data.path()), before);
        QCOMPARE(first.terminate(), 0);
    }
    void brokenKeys()
    {
        const DataDir data("simulator");
        writeFile(data.path("simulator/simulator-keys.json"), "{}");
        const auto before = inventory(data.path());
        refuses({"--data-dir", data.path(), "--port", "0"}, "keys");
        QCOMPARE(inventory(data.path()), before);
    }
    void aProfileThatCannotBeWritten()
    {
        const DataDir data("simulator");
        writeFile(data.path("file"), "x");
        refuses({"--data-dir", data.path(), "--port", "0", "--export-profile", data.path("file/profile.json")},
                "profile");
    }
    void saysWhereItsProfileIs()
    {
        const DataDir data("simulator");
        for (int start = 0; start < 2; ++start) {
            Program simulator(SIMULATOR, {"--data-dir", data.path(), "--port", "0", "--export-profile",
                                          data.path("shop/profile.json"), "--notify-url", "http://127.0.0.1:9/notify"});
            const auto ready = simulator.ready();
            QCOMPARE(ready.keys(), (QStringList{"http", "profile", "ready"}));
            QCOMPARE(ready["profile"].toString(), data.path("shop/profile.json"));
            const auto profile = QJsonDocument::fromJson(contentOf(data.path("shop/profile.json"))).object();
            QCOMPARE(profile["api_base"], ready["http"]);
            QCOMPARE(profile["notify_url"], QJsonValue("http://127.0.0.1:9/notify"));
            QCOMPARE(simulator.terminate(), 0);
            QCOMPARE(simulator.out.count('\n'), 1);
            QCOMPARE(simulator.err, QByteArray());
        }
    }
};

QTEST_GUILESS_MAIN(SimulatorCommandLineTest)
#include "tst_simulator_command_line.moc"
