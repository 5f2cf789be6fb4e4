// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExitCode.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>

/// A till that does not start, as whoever pressed its icon meets it.
class WindowRefusalTest : public QObject
{
    Q_OBJECT

    static constexpr int patienceMs = 60'000;

    /// What xdotool says; empty: it failed.
    static QByteArray hand(const QStringList &does)
    {
        QProcess xdotool;
        xdotool.start(QStringLiteral("xdotool"), does);
        const bool done = xdotool.waitForFinished(patienceMs) && xdotool.exitCode() == 0;
        return done ? xdotool.readAllStandardOutput() : QByteArray();
    }
    static QByteArray windows()
    {
        return hand({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"),
                     QStringLiteral("^ScanTill$")});
    }

    const QTemporaryDir m_folder;
    const QString m_shop = m_folder.filePath("shop.conf");
    const QByteArray m_sentence = m_shop.toUtf8() + ":2: kiosk must be yes or no.";

private slots:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8()); // or Qt says that it misses it
        QFile shop(m_shop);
        QVERIFY(shop.open(QIODevice::WriteOnly) && shop.write("autostart = yes\nkiosk = perhaps\n") > 0);
    }
    void anIconsTillSaysItInAWindow_data()
    {
        QTest::addColumn<QStringList>("started");
        QTest::newRow("the icon") << QStringList();
        QTest::newRow("practice") << QStringList("--training");
        QTest::newRow("the kiosk's") << QStringList("--kiosk");
        QTest::newRow("the desktop") << QStringList("--autostart");
    }
    void anIconsTillSaysItInAWindow()
    {
        QFETCH(QStringList, started);
        QProcess till;
        till.start(QStringLiteral(SCANTILL),
                   started + QStringList{"--alert", "--shop-config", m_shop, "--data-dir", m_folder.filePath("data")});
        QTRY_VERIFY_WITH_TIMEOUT(!windows().isEmpty() || till.state() == QProcess::NotRunning, patienceMs);
        QCOMPARE(till.state(), QProcess::Running); // until it has been read
        const QString pictures = qEnvironmentVariable("REFUSAL_PICTURES");
        if (!pictures.isEmpty())
            QVERIFY(QGuiApplication::primaryScreen()->grabWindow(0).save(pictures + "/refusal.png"));
        const auto closes = [&till] {
            (void)hand({QStringLiteral("key"), QStringLiteral("Return")});
            return till.waitForFinished(200);
        };
        QVERIFY(QTest::qWaitFor(closes, patienceMs));
        QCOMPARE(till.exitCode(), int(ExitBadConfiguration));
        QCOMPARE(till.readAllStandardError(), "scantill: " + m_sentence + '\n');
    }
    void aTerminalsTillEndsAtOnce()
    {
        QProcess till;
        till.start(QStringLiteral(SCANTILL), {"--shop-config", m_shop, "--data-dir", m_folder.filePath("data")});
        QVERIFY(till.waitForFinished(patienceMs));
        QCOMPARE(till.exitCode(), int(ExitBadConfiguration));
        QCOMPARE(till.readAllStandardError(), "scantill: " + m_sentence + '\n');
    }
};

QTEST_MAIN(WindowRefusalTest)
#include "tst_window_refusal.moc"
