// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

/// A profile that cannot be met stops the start, with every reason at once.
class ProfileFaultsTest : public QObject
{
    Q_OBJECT
private slots:
    void aWholeProfileIsRead()
    {
        TestProfile profile;
        profile.json["sub_mchid"] = "1900000110";
        profile.json["merchant_serial"] = "5e57000000000000000000000000000000000001";
        const auto read = profile.get();
        QCOMPARE(read.mchid(), QStringLiteral("1900000109"));
        QCOMPARE(read.merchantSerial(), QByteArray("5E57000000000000000000000000000000000001"));
        QCOMPARE(read.platformCertificates().size(), 1);
        QVERIFY(read.platformKey());
        QCOMPARE(read.orderLifetime(), std::chrono::seconds(300));
        QCOMPARE(read.subMchid(), QStringLiteral("1900000110"));
        QVERIFY(!read.isProduction());
    }
    void eitherWayToVerifyIsEnough()
    {
        QVERIFY(TestProfile().withoutPublicKey().read());
        QVERIFY(TestProfile().withoutCertificates().read());
        QVERIFY(!TestProfile().withoutPublicKey().withoutCertificates().read());
        TestProfile noLifetime;
        noLifetime.json.remove("order_lifetime_s");
        QCOMPARE(noLifetime.get().orderLifetime(), std::chrono::seconds(300));
    }
    void eachFaultNamesItsMember_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *member, const QJsonValue &value) {
            static int number = 0;
            QTest::addRow("%d %s", ++number, member) << QString::fromLatin1(member) << value;
        };
        row("provider", "alipay");
        row("provider", QJsonValue::Undefined);
        row("mchid", "19000x");
        row("mchid", 1900000109);
        row("mchid", "1900000109\n");
        row("appid", "");
        row("merchant_serial", "5E57");
        row("merchant_private_key_file", "no_such.pem");
        row("merchant_private_key_file", "wxp.pem");
        row("merchant_private_key_file", "..");
        row("api_v3_key", "short");
        row("api_v3_key", "0123456789012345678901234567890 ");
        row("api_v3_key", "01234567890123456789012345678901\n");
        row("platform_public_key_id", QJsonValue::Undefined);
        row("platform_public_key_id", "5E57000000000000000000000000000000000002");
        row("platform_public_key_file", QJsonValue::Undefined);
        row("platform_public_key_file", "merchant_key.pem");
        row("platform_certificate_files", "cert.pem");
        row("platform_certificate_files", QJsonArray{"wxp.pem"});
        row("platform_certificate_files", QJsonArray{1});
        row("order_lifetime_s", 59);
        row("order_lifetime_s", 7201);
        row("order_lifetime_s", 300.5);
        row("order_lifetime_s", "300");
        row("api_base", "http://gateway.example.test");
        row("api_base", "https://gateway.example.test/v3");
        row("api_base", "https://user@gateway.example.test");
        row("api_base", "ftp://gateway.example.test");
        row("api_base", "gateway.example.test");
        row("api_base", "https://api.mch.weixin.qq.com.");
        row("api_base", "https://api3.mch.weixin.qq.com");
        row("notify_url", "http://pay.example.test/notify");
        row("notify_url", "https://pay.example.test/notify?a=1");
        row("notify_url", "https://pay.example.test/" + QString(255, u'x'));
        row("notify_url", "/wechat/notify");
        row("sp_mchid", "x");
        row("sub_appid", "a b");
        row("api_v3_kee", "x");
    }
    void eachFaultNamesItsMember()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        TestProfile profile;
        profile.json.remove(member);
        if (!value.isUndefined())
            profile.json[member] = value;
        const auto result = profile.read();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Configuration);
        QVERIFY2(result.error().message.contains(member), qPrintable(result.error().message));
        QCOMPARE(result.error().message.count(u'\n'), 0);
    }
    void allFaultsComeAtOnce()
    {
        TestProfile profile;
        profile.json = {{"mchid", "x"}, {"wrong", 1}};
        const QString message = profile.read().error().message;
        for (const char *member :
             {"mchid", "wrong", "provider", "appid", "merchant_serial", "merchant_private_key_file", "api_v3_key",
              "platform_public_key_id", "api_base", "notify_url"})
            QVERIFY2(message.contains(QLatin1String(member)), qPrintable(message));
        QCOMPARE(message.count(u'\n'), 9);
    }
    void othersMayNotRead()
    {
#ifdef Q_OS_WIN
        QSKIP("modes are POSIX's; Windows' lists are tst_private_file_win's");
#endif
        TestProfile profile;
        profile.get();
        QFile::setPermissions(profile.path("profile.json"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        QVERIFY(!MerchantProfile::read(profile.path("profile.json")));
        QFile::setPermissions(profile.path("profile.json"), QFile::ReadOwner);
        QVERIFY(MerchantProfile::read(profile.path("profile.json")));
        QFile::setPermissions(profile.path("merchant_key.pem"), QFile::ReadOwner | QFile::ReadOther);
        QVERIFY(MerchantProfile::read(profile.path("profile.json")).error().message.contains("merchant_key.pem"));
        // What is public anyway may be.
        QFile::setPermissions(profile.path("merchant_key.pem"), QFile::ReadOwner);
        QFile::setPermissions(profile.path("wxp.pem"), QFile::ReadOwner | QFile::ReadOther);
        QVERIFY(MerchantProfile::read(profile.path("profile.json")));
    }
    void realMoneyIsOnlyWithRealKeys_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<bool>("production");
        QTest::newRow("main") << "https://api.mch.weixin.qq.com" << true;
        QTest::newRow("main with port, slash and capitals") << "https://API.mch.weixin.qq.com:443/" << true;
        QTest::newRow("backup") << "https://api2.mch.weixin.qq.com" << true;
        QTest::newRow("simulator") << "http://127.0.0.1:8090" << false;
        QTest::newRow("simulator v6") << "http://[::1]:8090" << false;
        QTest::newRow("look-alike") << "https://api.mch.weixin.qq.com.example.test" << false;
    }
    void realMoneyIsOnlyWithRealKeys()
    {
        QFETCH(QString, base);
        QFETCH(bool, production);
        TestProfile profile;
        profile.json["api_base"] = base;
        QCOMPARE(profile.get().isProduction(), production);
        profile.write("TEST_ONLY_key.pem", testKey("merchant").toPem());
        profile.json["merchant_private_key_file"] = "TEST_ONLY_key.pem";
        QCOMPARE(profile.read().has_value(), !production);
#ifndef Q_OS_WIN // where Qt makes a shortcut
        QVERIFY(QFile::link(profile.path("TEST_ONLY_key.pem"), profile.path("real.pem")));
        profile.json["merchant_private_key_file"] = "real.pem";
        QCOMPARE(profile.read().has_value(), !production);
#endif
    }
    void noFileAtAll()
    {
        TestProfile profile;
        QVERIFY(!MerchantProfile::read(profile.path("nothing.json")));
        QVERIFY(!MerchantProfile::read(profile.path("")));
        for (const QByteArray &content : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray(70'000, ' ')}) {
            profile.write("odd.json", content);
            QCOMPARE(MerchantProfile::read(profile.path("odd.json")).error().code, ErrorCode::Configuration);
        }
    }
};

QTEST_GUILESS_MAIN(ProfileFaultsTest)
#include "tst_profile_faults.moc"
