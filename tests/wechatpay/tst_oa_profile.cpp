// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"

#include <QFile>
#include <QTest>

/// The Official Account a merchant may have in the profile.
class OaProfileTest : public QObject
{
    Q_OBJECT

    static constexpr char secret[] = "0123456789abcdef0123456789abcdef";
    static void addAccount(TestProfile &profile, const QJsonObject &changes = {})
    {
        profile.write("secret.txt", QByteArray(secret) + '\n');
        profile.write("token.txt", "TestOnlyToken2026\r\n");
        QJsonObject account{{"appid", "wx0001"}, {"app_secret_file", "secret.txt"}, {"token_file", "token.txt"}};
        for (auto change = changes.begin(); change != changes.end(); ++change) {
            if (change->isNull())
                account.remove(change.key());
            else
                account[change.key()] = change.value();
        }
        profile.json["official_account"] = account;
    }

private slots:
    void thereNeedBeNone()
    {
        TestProfile profile;
        QVERIFY(!profile.get().officialAccount());
    }
    void itIsRead()
    {
        TestProfile profile;
        addAccount(profile);
        const auto read = profile.read();
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        const auto account = read->officialAccount();
        QVERIFY(account);
        QCOMPARE(account->appid, QStringLiteral("wx0001"));
        QCOMPARE(account->appSecret, secret);
        QCOMPARE(account->token, "TestOnlyToken2026");
        QCOMPARE(account->apiBase, QUrl("https://api.weixin.qq.com"));
    }
    void itsAddress_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<bool>("good");
        QTest::newRow("simulator") << "http://127.0.0.1:8090" << true;
        QTest::newRow("with a slash") << "http://localhost:8090/" << true;
        QTest::newRow("elsewhere") << "https://proxy.example.test" << true;
        QTest::newRow("plain elsewhere") << "http://proxy.example.test" << false;
        QTest::newRow("plain WeChat") << "http://api.weixin.qq.com" << false;
        QTest::newRow("a path") << "https://proxy.example.test/wechat" << false;
        QTest::newRow("a user") << "https://user@proxy.example.test" << false;
        QTest::newRow("a query") << "https://proxy.example.test?x" << false;
        QTest::newRow("no address") << "proxy" << false;
    }
    void itsAddress()
    {
        QFETCH(QString, base);
        QFETCH(bool, good);
        TestProfile profile;
        addAccount(profile, {{"api_base", base}});
        const auto read = profile.read();
        QCOMPARE(read.has_value(), good);
        if (good)
            QCOMPARE(read->officialAccount()->apiBase, QUrl(base).adjusted(QUrl::RemovePath));
        else
            QVERIFY(read.error().message.startsWith("official_account.api_base "));
    }
    void eachFaultNamesItsMember_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *member, const QJsonValue &value) {
            static int number = 0;
            QTest::addRow("%d %s", ++number, member) << QString::fromLatin1(member) << value;
        };
        row("appid", QJsonValue());
        row("appid", "wx 1");
        row("app_secret_file", QJsonValue());
        row("app_secret_file", "nowhere.txt");
        row("app_secret_file", secret); // pasted where its file's name belongs
        row("app_secret_file", "wxp.pem");
        row("app_secret_file", 7);
        row("token_file", QJsonValue());
        row("token_file", "nowhere.txt");
        row("token_file", "merchant_key.pem");
        row("api_base", 7);
        row("app_secret", secret);
    }
    void eachFaultNamesItsMember()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        TestProfile profile;
        addAccount(profile, {{member, value}});
        const auto read = profile.read();
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Configuration);
        QVERIFY2(read.error().message.contains("official_account." + member), qPrintable(read.error().message));
        QCOMPARE(read.error().message.count(u'\n'), 0);
        QVERIFY(!read.error().message.contains(secret));
    }
    void itIsAnObject()
    {
        TestProfile profile;
        profile.json["official_account"] = "wx0001";
        QVERIFY(profile.read().error().message.startsWith("official_account "));
        profile.json["official_account"] = QJsonObject();
        QCOMPARE(profile.read().error().message.count(u'\n'), 2); // appid and both files
        profile.json.remove("official_account");
        profile.json["official_account.appid"] = "wx0001";
        QVERIFY(profile.read().error().message.contains("not a member"));
    }
    void othersMayNotReadItsSecrets_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("secret") << "secret.txt";
        QTest::newRow("token") << "token.txt";
    }
    void othersMayNotReadItsSecrets()
    {
#ifdef Q_OS_WIN
        QSKIP("modes are POSIX's; Windows' lists are tst_private_file_win's");
#endif
        QFETCH(QString, file);
        TestProfile profile;
        addAccount(profile);
        QFile::setPermissions(profile.path(file), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const auto read = profile.read();
        QVERIFY(!read && read.error().message.contains(file) && read.error().message.contains("chmod 600"));
    }
};

QTEST_GUILESS_MAIN(OaProfileTest)
#include "tst_oa_profile.moc"
