// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ExportedProfile.h"

/// The till's program as a package's scripts and a desktop's start call it: with no screen anywhere.
class AnswerOrdersTest : public QObject
{
    Q_OBJECT

    const QTemporaryDir m_folder;
    const QString m_answers = m_folder.filePath("answers");
    const QString m_shop = m_folder.filePath("shop.conf");

    struct End
    {
        int code;
        QByteArray out;
        QByteArray err;
    };
    End run(const QStringList &arguments) const
    {
        Program till(TILL, arguments + QStringList{"--shop-config", m_shop});
        const int code = till.end();
        return {code, till.out, till.err};
    }
    QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }

private slots:
    void initTestCase()
    {
        qputenv("QT_QPA_PLATFORM", "xcb"); // of which there is none
        qunsetenv("DISPLAY");
        qunsetenv("WAYLAND_DISPLAY");
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8()); // or Qt says that it misses it
    }
    void cleanup()
    {
        QFile::remove(m_answers);
        QFile::remove(m_shop);
    }
    void goodAnswersAreKeptWhole()
    {
        const ExportedProfile profile;
        profile.leaveRoot();
        writeFile(m_answers, "profile = " + profile.file.toUtf8() + "\nlanguage = en\n");
        const End checked = run({"--check-answers", m_answers});
        QVERIFY2(checked.code == 0 && checked.out.isEmpty() && checked.err.isEmpty(), checked.err.constData());
        QCOMPARE(files(), QStringList("answers"));
        const End applied = run({"--apply-answers", m_answers});
        QVERIFY2(applied.code == 0 && applied.out.isEmpty() && applied.err.isEmpty(), applied.err.constData());
        QVERIFY(contentOf(m_shop).contains("\nlanguage = en\n"));
        QCOMPARE(files(), QStringList({"answers", "shop.conf"}));

        writeFile(m_answers, "kiosk = yes\n"); // the next ones take the place of the last ones
        QCOMPARE(run({"--apply-answers=" + m_answers}).code, 0);
        QVERIFY(contentOf(m_shop).endsWith(".\nkiosk = yes\n"));
    }
    void aFaultIsOneLineAndNothingIsWritten()
    {
        writeFile(m_shop, "kiosk = no\n");
        writeFile(m_answers, "language = en\nkiosk = perhaps\n");
        for (const QString &order : {QString("--apply-answers"), QString("--check-answers")}) {
            const End end = run({order, m_answers});
            QCOMPARE(end.code, 2);
            QCOMPARE(end.err, m_answers.toUtf8() + ":2: kiosk must be yes or no.\n");
            QCOMPARE(end.out, QByteArray());
        }
        writeFile(m_answers, "\nprofile = /nowhere/profile.json\n");
        QCOMPARE(run({"--apply-answers", m_answers}).err, m_answers.toUtf8() + ":2: there is no such profile.\n");
        QCOMPARE(contentOf(m_shop), QByteArray("kiosk = no\n"));
        QCOMPARE(files(), QStringList({"answers", "shop.conf"}));
    }
    void aPlaceThatCannotBeWrittenIsSaid()
    {
        writeFile(m_answers, "kiosk = yes\n");
        Program till(TILL, {"--apply-answers", m_answers, "--shop-config", "/proc/scantill/shop.conf"});
        QCOMPARE(till.end(), 2);
        QCOMPARE(till.err, QByteArray("/proc/scantill/shop.conf cannot be written\n"));
    }
    void anAutostartEndsAtOnceUnlessItIsWanted()
    {
        QCOMPARE(run({"--autostart"}).code, 0); // nothing is said
        for (const QByteArray &text : {QByteArray("autostart = no\n"), QByteArray("kiosk = yes\n")}) {
            writeFile(m_shop, text);
            const End end = run({"--autostart"});
            QVERIFY2(end.code == 0 && end.out.isEmpty() && end.err.isEmpty(), end.err.constData());
        }
        writeFile(m_shop, "autostart = yes\n");
        QCOMPARE(run({"--autostart"}).code, -2); // it goes on, to a screen that is not there
    }
    void aBrokenShopFileStopsTheStartWithOneSentence()
    {
        writeFile(m_shop, "autostart = yes\nkiosk = perhaps\n");
        qputenv("QT_QPA_PLATFORM", "offscreen");
        for (const QStringList &arguments :
             {QStringList("--autostart"), QStringList{"--data-dir", m_folder.filePath("data")},
              QStringList{"--kiosk", "--data-dir", m_folder.filePath("data")}}) {
            const End end = run(arguments);
            QCOMPARE(end.code, 2);
            QCOMPARE(end.err, "scantill: " + m_shop.toUtf8() + ":2: kiosk must be yes or no.\n");
            QVERIFY(!QFile::exists(m_folder.filePath("data")));
        }
        writeFile(m_shop, "\nprofile = /nowhere/profile.json\n");
        const End end = run({"--data-dir", m_folder.filePath("data"), "--port", "0"});
        QCOMPARE(end.code, 2);
        QCOMPARE(end.err, "scantill: " + m_shop.toUtf8() + ":2: there is no such profile.\n");
        QVERIFY(!QFile::exists(m_folder.filePath("data")));

        const QStringList practice{
            "--training",     "--data-dir",  m_folder.filePath("data"), "--port", "0", "--simulator-port", "0",
            "--phone-listen", "127.0.0.1:0", "--shop-config",           m_shop};
        Program till(TILL, practice); // whoever asks for practice has it
        QVERIFY2(till.ready()["ready"].toBool(), till.err.constData());
        QCOMPARE(till.terminate(), 0);
    }
    void cleanupTestCase() { qunsetenv("QT_QPA_PLATFORM"); }
};

QTEST_GUILESS_MAIN(AnswerOrdersTest)
#include "tst_answer_orders.moc"
