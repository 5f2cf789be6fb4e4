// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExitCode.h"

#include <QDir>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The program itself, as a person starts it.
class WindowDoubleStartTest : public QObject
{
    Q_OBJECT

    static constexpr int patienceMs = 60'000;

    QStringList training(const QTemporaryDir &folder) const
    {
        return {"--training", "--data-dir", folder.path(), "--phone-listen", "127.0.0.1:0"};
    }

private slots:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8()); } // or Qt says that it misses it
    void theSecondStartEndsWithASentence()
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
        QCOMPARE(second.exitCode(), int(ExitInUse));
        QCOMPARE(second.readAllStandardOutput(), QByteArray());
        const QByteArray sentence = second.readAllStandardError();
        QVERIFY2(sentence.trimmed().count('\n') == 0 && sentence.contains("in use"), sentence.constData());
        QVERIFY(!sentence.contains(folder.path().toUtf8()));

        QCOMPARE(first.state(), QProcess::Running);
        first.terminate();
        QVERIFY(first.waitForFinished(patienceMs));
        QCOMPARE(first.exitCode(), int(ExitDone));
    }
    void tillsOfAServerElsewhereShareNoFolder()
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
        QCOMPARE(second.exitCode(), int(ExitInUse));
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
