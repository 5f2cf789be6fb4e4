// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AnswerFile.h"
#include "tests/app/ExportedProfile.h"

#include <unistd.h>

/// The answer file of an installation, and shop.conf: what they may say, and how a fault is told.
class AnswerFileTest : public QObject
{
    Q_OBJECT

    static inline const QByteArray fingerprint = QByteArray(64, 'a');

    const QTemporaryDir m_folder;
    const QString m_file = m_folder.filePath("answers");

    Result<AnswerFile> read(const QByteArray &text) const
    {
        writeFile(m_file, text);
        return AnswerFile::read(m_file);
    }
    /// The fault without the file's name: "LINE: sentence."
    QString fault(const QByteArray &text) const
    {
        const auto answers = read(text);
        if (answers)
            return QStringLiteral("(none)");
        if (answers.error().code != ErrorCode::Configuration || !answers.error().message.startsWith(m_file + u':'))
            return QStringLiteral("?? ") + answers.error().message;
        return answers.error().message.mid(m_file.size() + 1);
    }

private slots:
    void nothingIsSaidByNothing()
    {
        for (const QByteArray &text : {QByteArray(), QByteArray("\n\n# nothing\r\n  # here\n")}) {
            const auto answers = read(text);
            QVERIFY2(answers, answers ? "" : qPrintable(answers.error().message));
            QVERIFY(answers->profile().isEmpty() && !answers->server() && answers->till().isEmpty());
            QVERIFY(!answers->kiosk() && !answers->autostart() && answers->language().isEmpty());
            QVERIFY(answers->checkProfile());
        }
        QVERIFY(AnswerFile::readShop(m_folder.filePath("not there")));
        const QString unseen = m_folder.filePath("unseen"); // it cannot be told whether it is there
        QVERIFY(QFile::link(unseen, unseen));
        QCOMPARE(AnswerFile::readShop(unseen).error().message, unseen + ":1: the file cannot be read.");
    }
    void everyKeyIsTaken()
    {
        const auto own = read("profile = /srv/shop/merchant_profile.json\n language=en\nkiosk = no\n"
                              "printer = {\"kind\":\"network\",\"host\":\"192.168.1.50\"}\nautostart = yes\n");
        QVERIFY2(own, own ? "" : qPrintable(own.error().message));
        QCOMPARE(own->profile(), QString("/srv/shop/merchant_profile.json"));
        QCOMPARE(own->language(), QString("en"));
        QCOMPARE(own->till()["printer"].toObject()["host"].toString(), QString("192.168.1.50"));
        QVERIFY(own->autostart() && !own->kiosk());

        const auto elsewhere = read("\xef\xbb\xbfserver = https://shop.local:8443\r\nserver_fingerprint = "
                                    + fingerprint.toUpper() + "\r\nkiosk = yes\r\nlanguage = zh_CN");
        QVERIFY2(elsewhere, elsewhere ? "" : qPrintable(elsewhere.error().message));
        QCOMPARE(elsewhere->server()->url.toString(), QString("https://shop.local:8443"));
        QCOMPARE(elsewhere->server()->pin.hex(), fingerprint);
        QVERIFY(elsewhere->kiosk() && !elsewhere->autostart());

        const auto embedded = read("server =\nserver_fingerprint = \nprofile = /p.json\n");
        QVERIFY(embedded && !embedded->server());
    }
    void aFaultNamesItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &text, const char *says) {
            QTest::newRow(name) << text << QString::fromUtf8(says);
        };
        row("no pair", "kiosk = yes\nhello\n", "2: this must be KEY = VALUE, or begin with #.");
        row("no key", "= yes\n", "1: this must be KEY = VALUE, or begin with #.");
        row("unknown", "# a\n\npairing_code = 1\n", "3: pairing_code is not known; there are ");
        row("another case", "Kiosk = yes\n", "1: Kiosk is not known; ");
        row("twice", "kiosk = yes\nlanguage = en\nkiosk = yes\n", "3: kiosk is in line 1 already.");
        row("profile", "profile = shop.json\n", "1: profile must be the whole path of a merchant profile.");
        row("no profile", "profile =\n", "1: profile must be the whole path of a merchant profile.");
        row("language", "\nlanguage = de\n", "2: language must be zh_CN or en.");
        row("printer's form", "printer = network\n", "1: printer must be one JSON object, ");
        row("printer's kind", "printer = {\"kind\":\"inkjet\"}\n", "1: printer: kind must be none, network, ");
        row("printer's place", "printer = {\"kind\":\"network\"}\n", "1: printer: host is missing.");
        row("server in the clear", "server = http://shop.local\n", "1: server must be an https:// address, or empty.");
        row("clear on this machine", "server = http://127.0.0.1:8080\n", "1: server must be an https:// address");
        row("no server", "server = nonsense\n", "1: server must be an https:// address");
        row("fingerprint", "server = https://a\nserver_fingerprint = 12\n",
            "2: server_fingerprint must be the SHA-256");
        row("fingerprint of nobody", "kiosk = no\nserver_fingerprint = " + fingerprint + "\n",
            "2: server_fingerprint needs server.");
        row("both", "profile = /p.json\n\nserver = https://a\n", "3: a till of another server needs no profile;");
        row("kiosk", "kiosk = true\n", "1: kiosk must be yes or no.");
        row("autostart", "autostart =\n", "1: autostart must be yes or no.");
        row("not UTF-8", "kiosk = no\n# caf\xe9\n", "2: this is not UTF-8.");
        row("control", QByteArray("kiosk = no\0\n", 12), "1: there is a control character in this line.");
        row("too long", QByteArray("# \n").repeated(8000), "1: the file is longer than 16384 bytes.");
    }
    void aFaultNamesItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const QString told = fault(text);
        QVERIFY2(told.startsWith(says) && told.endsWith(u'.') && !told.contains(u'\n'), qPrintable(told));
    }
    void aFileThatIsNotThereOrAnybodysIsRefused()
    {
        QVERIFY(
            AnswerFile::read(m_folder.filePath("nowhere")).error().message.endsWith(":1: the file cannot be read."));
        writeFile(m_file, "kiosk = yes\n", QFile::ReadOwner | QFile::WriteOwner | QFile::WriteOther);
        QVERIFY(AnswerFile::read(m_file).error().message.contains(":1: everybody may change this file"));
    }
    void theProfileIsLookedAtWhereItIsNamed()
    {
        const ExportedProfile profile;
        const auto answers = read("# ours\nprofile = " + profile.file.toUtf8() + '\n');
        QVERIFY(answers);
        const auto good = answers->checkProfile();
        QVERIFY2(good, good ? "" : qPrintable(good.error().message));
        auto json = profile.read();
        json.remove("mchid");
        json["order_lifetime_s"] = 5;
        profile.write(json);
        const QString faulty = answers->checkProfile().error().message;
        QVERIFY2(faulty.startsWith(m_file + ":2: ") && faulty.contains("mchid") && faulty.contains("order_lifetime_s")
                     && !faulty.contains('\n'),
                 qPrintable(faulty));
        QVERIFY(QFile::remove(profile.file));
        QCOMPARE(answers->checkProfile().error().message, m_file + ":2: there is no such profile.");
    }
    void theProfileIsReadWithItsOwnersRightsAlone()
    {
        if (::geteuid() != 0)
            QSKIP("only root can be somebody else for a while");
        const ExportedProfile profile; // in a folder for its owner alone
        const auto answers = read("profile = " + profile.file.toUtf8() + '\n');
        QVERIFY(answers && answers->checkProfile());
        const QString roots = answers->checkProfileAsOwner().error().message;
        QVERIFY2(roots.startsWith(m_file + ":1: the profile belongs to root"), qPrintable(roots));
        profile.leaveRoot();
        const auto owned = answers->checkProfileAsOwner();
        QVERIFY2(owned, owned ? "" : qPrintable(owned.error().message));
        const QString folder = QFileInfo(profile.file).path();
        QCOMPARE(::chown(QFile::encodeName(folder).constData(), 0, 0), 0);
        const int groups = ::getgroups(0, nullptr);
        const auto refused =
            answers->checkProfileAsOwner(); // Qt 6.4 says that there is none, 6.8 that it cannot be read
        QVERIFY(!refused && refused.error().message.startsWith(m_file + ":1: "));
        QVERIFY(::geteuid() == 0 && ::getegid() == 0 && ::getgroups(0, nullptr) == groups);
        QVERIFY(QFile::exists(profile.file)); // for root
    }
    void isWrittenWholeAndReadAlike()
    {
        const QString shop = m_folder.filePath("etc/scantill/shop.conf");
        const auto answers = read("autostart = yes\n# a helper's note\nkiosk=yes\nlanguage =en\n"
                                  "printer = {\"kind\":\"pdf\", \"path\":\"/srv/小票\"}\n");
        QVERIFY(answers);
        QVERIFY(answers->writeTo(shop));
        QCOMPARE(contentOf(shop), QByteArray("# ScanTill: what the tills of this computer begin with. Made by "
                                             "scantill --apply-answers.\nlanguage = en\n"
                                             "printer = {\"kind\":\"pdf\", \"path\":\"/srv/小票\"}\n"
                                             "kiosk = yes\nautostart = yes\n"));
        QCOMPARE(int(QFile(shop).permissions()) & 0x70ff, 0x6044);
        const auto again = AnswerFile::readShop(shop);
        QVERIFY(again && again->kiosk() && again->autostart() && again->till() == answers->till());
        QCOMPARE(QDir(QFileInfo(shop).path()).entryList(QDir::Files | QDir::Hidden), QStringList("shop.conf"));
    }
};

QTEST_GUILESS_MAIN(AnswerFileTest)
#include "tst_answer_file.moc"
