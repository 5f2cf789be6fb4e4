// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "tests/app/ExportedProfile.h"

/// Every file with a secret in it is refused where others may read or change it, in one sentence, and nothing starts.
class SecretFilesTest : public QObject
{
    Q_OBJECT

    const ExportedProfile m_profile;
    const QTemporaryDir m_data;

    static void allow(const QString &file, QFile::Permissions others)
    {
        QVERIFY2(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | others), qPrintable(file));
    }
    /// The one sentence it ends with, exit code 2.
    static QByteArray refusal(const QString &program, const QStringList &arguments)
    {
        Program started(program, arguments);
        const int code = started.end();
        if (code != 2 || !started.out.isEmpty() || started.err.count('\n') != 1)
            return "code " + QByteArray::number(code) + ": " + started.err;
        return started.err;
    }
    QStringList shop() const { return {"--data-dir", m_data.path(), "--port", "0", "--profile", m_profile.file}; }

private slots:
    void ofTheServer_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("merchant profile, with the APIv3 key") << m_profile.file;
        QTest::newRow("merchant's private key") << m_profile.beside("merchant_key.pem");
        QTest::newRow("terminal token") << m_data.filePath("training/terminal_token");
        QTest::newRow("watch secret") << m_data.filePath("training/watch_secret");
    }
    void ofTheServer()
    {
        QFETCH(QString, file);
        Program first(SERVER, shop());
        QVERIFY2(!first.ready().isEmpty(), first.err.constData());
        QCOMPARE(first.terminate(), 0);
        for (const auto others : {QFile::ReadGroup, QFile::WriteGroup, QFile::ReadOther, QFile::WriteOther}) {
            allow(file, others);
            const auto says = refusal(SERVER, shop());
            QVERIFY2(says.startsWith("scantill-server: ") && says.contains("chmod 600"), says.constData());
        }
        allow(file, {});
        Program again(SERVER, shop());
        QVERIFY2(!again.ready().isEmpty(), again.err.constData());
    }
    void ofTheSimulator()
    {
        const DataDir data("simulator");
        allow(data.path("simulator/simulator-keys.json"), QFile::ReadGroup);
        const auto says = refusal(SIMULATOR, {"--data-dir", data.path(), "--port", "0"});
        QVERIFY2(says.contains("simulator-keys.json") && says.contains("chmod 600"), says.constData());
    }
    void ofWhoAsksAServerElsewhere()
    {
        const auto file = m_data.filePath("token");
        writeFile(file, "the token\n");
        QCOMPARE(*tokenFrom(file, "token-file"), "the token");
        allow(file, QFile::ReadOther);
        const auto wide = tokenFrom(file, "token-file");
        QCOMPARE(wide.error().code, ErrorCode::Configuration);
        QVERIFY(wide.error().message.contains("--token-file") && wide.error().message.contains("chmod 600"));
        writeFile(file, "\n");
        QCOMPARE(tokenFrom(file, "token-file").error().code, ErrorCode::InvalidInput);
        QCOMPARE(tokenFrom(m_data.filePath("nowhere"), "token-file").error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(SecretFilesTest)
#include "tst_secret_files.moc"
