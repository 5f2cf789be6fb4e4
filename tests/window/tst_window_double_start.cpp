// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExitCode.h"

#include <QDir>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The program itself, as a person starts it.
class WindowDoubleStartTest : public QObject
{
    Q_OBJECT

    static constexpr int patienceMs = 60'000;
    static inline const QByteArray sentence = "scantill: the till is running already; its window is in front now\n";

    QStringList training(const QTemporaryDir &folder) const
    {
        return {"--training", "--data-dir", folder.path(), "--phone-listen", "127.0.0.1:0"};
    }

private slots:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8()); } // or Qt says that it misses it
    void theSecondStartBringsUpTheFirstAndEndsWithASentence()
    {
        const QTemporaryDir folder;
        QProcess first;
        first.start(QStringLiteral(SCANTILL), training(folder));
        QTRY_VERIFY_WITH_TIMEOUT(first.canReadLine() || first.state() == QProcess::NotRunning, patienceMs);
        const auto ready = QJsonDocument::fromJson(first.readLine());
        QVERIFY2(ready["ready"].toBool(), first.readAllStandardError().constData());

        QProcess second;
        second.start(QStringLiteral(SCANTILL), training(folder));
        QVERIFY(second.waitForFinished(patienceMs));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), int(ExitDone));
        QCOMPARE(second.readAllStandardOutput(), QByteArray());
        QCOMPARE(second.readAllStandardError(), sentence);

        second.start(QStringLiteral(SCANTILL), {"--kiosk", "--data-dir", folder.path()}); // however it is started
        QVERIFY(second.waitForFinished(patienceMs));
        QCOMPARE(second.exitCode(), int(ExitDone));
        QCOMPARE(second.readAllStandardError(), sentence);

        QCOMPARE(first.state(), QProcess::Running);
        first.terminate();
        QVERIFY(first.waitForFinished(patienceMs));
        QCOMPARE(first.exitCode(), int(ExitDone));
        QVERIFY(!QFile::exists(folder.filePath("window/lock")) && !QFile::exists(folder.filePath("window/again")));
    }
    void afterATillThatWasKilledTheNextOneStarts()
    {
        const QTemporaryDir folder;
        for (int time = 0; time < 2; ++time) {
            QProcess till;
            till.start(QStringLiteral(SCANTILL), training(folder));
            QTRY_VERIFY_WITH_TIMEOUT(till.canReadLine() || till.state() == QProcess::NotRunning, patienceMs);
            QCOMPARE(till.state(), QProcess::Running);
            till.kill();
            QVERIFY(till.waitForFinished(patienceMs));
        }
    }
    void whatIsNoTillIsNotBroughtUp()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath("training"));
        QLockFile server(folder.filePath("training/lock")); // as a server without a window holds it
        QVERIFY(server.tryLock(0));
        QProcess till;
        till.start(QStringLiteral(SCANTILL), training(folder));
        QVERIFY(till.waitForFinished(patienceMs));
        QCOMPARE(till.exitCode(), int(ExitInUse));
        const QByteArray said = till.readAllStandardError();
        QVERIFY2(said.trimmed().count('\n') == 0 && said.contains("in use"), said.constData());
        QVERIFY(!said.contains(folder.path().toUtf8()));
    }
    void aTillOfAServerElsewhereIsBroughtUpToo()
    {
        const QTemporaryDir folder;
        QFile token(folder.filePath("token"));
        QVERIFY(token.open(QIODevice::WriteOnly) && token.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        token.write("not needed");
        token.close();
        const QStringList elsewhere{"--training",         "--data-dir",   folder.path(),   "--server",
                                    "http://127.0.0.1:9", "--token-file", token.fileName()};
        QProcess first;
        first.start(QStringLiteral(SCANTILL), elsewhere);
        QTRY_VERIFY_WITH_TIMEOUT(first.canReadLine() || first.state() == QProcess::NotRunning, patienceMs);
        QCOMPARE(first.state(), QProcess::Running);

        QProcess second;
        second.start(QStringLiteral(SCANTILL), elsewhere);
        QVERIFY(second.waitForFinished(patienceMs));
        QCOMPARE(second.exitCode(), int(ExitDone));
        QCOMPARE(second.readAllStandardError(), sentence);
        first.terminate();
        QVERIFY(first.waitForFinished(patienceMs));
    }
    void theDemoShowsEveryStep()
    {
        const QTemporaryDir folder;
        QProcess demo;
        demo.start(QStringLiteral(SCANTILL),
                   {"--demo", "--data-dir", folder.filePath("data"), "--screenshots", folder.filePath("shots")});
        QVERIFY(demo.waitForFinished(patienceMs));
        QVERIFY2(demo.exitCode() == ExitDone, demo.readAllStandardError().constData());
        const QByteArray said = demo.readAllStandardOutput();
        const auto shots = QDir(folder.filePath("shots")).entryInfoList({"*.png"}, QDir::Files, QDir::Name);
        QCOMPARE(shots.size(), 5);
        for (const auto &shot : shots) {
            QVERIFY2(said.contains(shot.fileName().toUtf8()), said.constData());
            QCOMPARE(QImage(shot.filePath()).size(), QSize(1366, 768));
        }
    }

private:
    const QTemporaryDir m_runtime;
};

QTEST_GUILESS_MAIN(WindowDoubleStartTest)
#include "tst_window_double_start.moc"
