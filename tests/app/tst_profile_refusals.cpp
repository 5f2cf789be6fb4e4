// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ExportedProfile.h"

/// A server with a faulty merchant profile says what is wrong with it, never what is secret in it, and writes nothing.
class ProfileRefusalsTest : public QObject
{
    Q_OBJECT

    const ExportedProfile m_profile;
    const QJsonObject m_good = m_profile.read();
    const QByteArray m_key = contentOf(m_profile.beside("merchant_key.pem"));

    /// What it says.
    static QByteArray refusal(const QString &profile)
    {
        const QTemporaryDir data;
        Program server(SERVER, {"--data-dir", data.path(), "--port", "0", "--profile", profile});
        const int code = server.end();
        if (code != 2 || !server.out.isEmpty() || !inventory(data.path()).isEmpty())
            return "code " + QByteArray::number(code) + ", stdout " + server.out + ", stderr " + server.err;
        return server.err;
    }

private slots:
    void cleanup()
    {
        m_profile.write(m_good);
        writeFile(m_profile.beside("merchant_key.pem"), m_key);
    }
    void aFaultyMember_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no mchid") << "mchid" << QJsonValue();
        QTest::newRow("mchid is a number") << "mchid" << QJsonValue(1900000001);
        QTest::newRow("serial") << "merchant_serial" << QJsonValue("XYZ");
        QTest::newRow("APIv3 key too short") << "api_v3_key" << QJsonValue("short");
        QTest::newRow("provider") << "provider" << QJsonValue("alipay");
        QTest::newRow("lifetime") << "order_lifetime_s" << QJsonValue(5);
        QTest::newRow("plain http to elsewhere") << "api_base" << QJsonValue("http://example.com");
        QTest::newRow("notify_url") << "notify_url" << QJsonValue("nonsense");
        QTest::newRow("no key file") << "merchant_private_key_file" << QJsonValue("nowhere.pem");
        QTest::newRow("a folder for a key") << "merchant_private_key_file" << QJsonValue(".");
        QTest::newRow("a public key for a private one")
            << "merchant_private_key_file" << QJsonValue("wechatpay_public_key.pem");
        QTest::newRow("unknown member") << "api_v2_key" << QJsonValue("x");
    }
    void aFaultyMember()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        auto json = m_good;
        value.isNull() ? json.remove(member) : void(json[member] = value);
        m_profile.write(json);
        const auto says = refusal(m_profile.file);
        QVERIFY2(says.startsWith("scantill-server: ") && says.contains(member.toUtf8()), says.constData());
        QVERIFY2(!says.contains(m_good["api_v3_key"].toString().toUtf8()), says.constData());
    }
    void severalFaultsAtOnce()
    {
        auto json = m_good;
        json.remove("mchid");
        json["order_lifetime_s"] = 5;
        m_profile.write(json);
        const auto says = refusal(m_profile.file);
        QVERIFY2(says.contains("mchid") && says.contains("order_lifetime_s"), says.constData());
        QCOMPARE(says.count('\n'), 2);
    }
    void aFileOthersMayRead_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("profile") << QFileInfo(m_profile.file).fileName();
        QTest::newRow("private key") << "merchant_key.pem";
    }
    void aFileOthersMayRead()
    {
        QFETCH(QString, file);
        QVERIFY(QFile::setPermissions(m_profile.beside(file), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        const auto says = refusal(m_profile.file);
        QVERIFY2(says.contains("chmod 600") && says.count('\n') == 1, says.constData());
    }
    void aDamagedKey()
    {
        writeFile(m_profile.beside("merchant_key.pem"), m_key.left(m_key.size() / 2));
        const auto says = refusal(m_profile.file);
        QVERIFY2(says.contains("merchant_private_key_file") && says.count('\n') == 1, says.constData());
        QVERIFY(!says.contains(m_key.split('\n').value(1)));
    }
    void noJson()
    {
        writeFile(m_profile.file, "mchid=1900000001\n");
        const auto says = refusal(m_profile.file);
        QVERIFY2(says.contains("JSON") && says.count('\n') == 1, says.constData());
    }
};

QTEST_GUILESS_MAIN(ProfileRefusalsTest)
#include "tst_profile_refusals.moc"
