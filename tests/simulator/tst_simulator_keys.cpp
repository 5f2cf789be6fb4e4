// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// The pretended merchant's and the gateway's keys: made once, kept, handed out as a profile.
class SimulatorKeysTest : public QObject
{
    Q_OBJECT
    static bool onlyOwners(const QString &path)
    {
        const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        return QFileInfo::exists(path) && (QFile::permissions(path) & ~owner) == 0;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    VirtualClock m_clock;
    SeededRandom m_random;
private slots:
    void surviveARestart()
    {
        const QTemporaryDir parent;
        const QString folder = parent.filePath("sim");
        const auto made = SimulatorKeys::open(folder, m_clock, m_random);
        QVERIFY(made);
        QVERIFY(onlyOwners(folder + "/simulator-keys.json"));
        QVERIFY(!(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther)));
        const auto kept = SimulatorKeys::open(folder, m_clock, m_random);
        QVERIFY(kept);
        QCOMPARE(kept->mchid(), made->mchid());
        QCOMPARE(kept->apiV3Key(), made->apiV3Key());
        QCOMPARE(kept->publicKeyId(), made->publicKeyId());
        QCOMPARE(kept->merchantKey().toPem(), made->merchantKey().toPem());
        QCOMPARE(kept->platformKey().toPem(), made->platformKey().toPem());
        QCOMPARE(kept->publicKeyModeKey().toPem(), made->publicKeyModeKey().toPem());
        QCOMPARE(kept->platformCertificate().pem(), made->platformCertificate().pem());
        QCOMPARE(kept->accountSecret(), made->accountSecret());
        QCOMPARE(kept->accountToken(), made->accountToken());
    }
    void lookLikeWeChats()
    {
        const auto keys = SimulatorKeys::open({}, m_clock, m_random);
        QVERIFY(keys);
        const QRegularExpression serial("^[0-9A-F]{40}$");
        QVERIFY(serial.match(QString::fromLatin1(keys->merchantCertificate().serial())).hasMatch());
        QVERIFY(serial.match(QString::fromLatin1(keys->platformCertificate().serial())).hasMatch());
        QVERIFY(keys->merchantCertificate().serial() != keys->platformCertificate().serial());
        QVERIFY(QRegularExpression("^PUB_KEY_ID_\\d{32}$").match(QString::fromLatin1(keys->publicKeyId())).hasMatch());
        QVERIFY(QRegularExpression("^19\\d{8}$").match(keys->mchid()).hasMatch());
        QVERIFY(QRegularExpression("^wx[0-9a-f]{16}$").match(keys->appid()).hasMatch());
        QCOMPARE(keys->apiV3Key().size(), 32);
        QVERIFY(keys->merchantCertificate().publicKey().verifies("x", keys->merchantKey().sign("x")));
        QVERIFY(keys->platformCertificate().publicKey().verifies("x", keys->platformKey().sign("x")));
        QVERIFY(!keys->platformCertificate().publicKey().verifies("x", keys->publicKeyModeKey().sign("x")));
        QVERIFY(keys->platformCertificate().isValidAt(m_clock.now().addYears(4)));
    }
    void aProfileIsWhatTheContractSays()
    {
        const QTemporaryDir folder;
        const SimulatorKeys keys = SimulatorRig::vectorKeys();
        const QString file = folder.filePath("shop/profile.json");
        QVERIFY(keys.exportProfile(file, "http://127.0.0.1:8090", "http://127.0.0.1:8080/wechatpay/notify"));
        const QJsonObject profile = objectIn(contentOf(file));
        const QJsonObject expected{
            {"provider", "wechatpay"},
            {"mchid", "1900000109"},
            {"appid", "wxd678efh567hg6787"},
            {"merchant_serial", "5E57000000000000000000000000000000000001"},
            {"merchant_private_key_file", "merchant_key.pem"},
            {"api_v3_key", QString::fromLatin1(keys.apiV3Key())},
            {"platform_public_key_id", "PUB_KEY_ID_01190000010920260101000000000001"},
            {"platform_public_key_file", "wechatpay_public_key.pem"},
            {"platform_certificate_files", QJsonArray{"platform_cert.pem"}},
            {"order_lifetime_s", 300},
            {"api_base", "http://127.0.0.1:8090"},
            {"notify_url", "http://127.0.0.1:8080/wechatpay/notify"},
            {"official_account", QJsonObject{{"appid", "wxd678efh567hg6787"},
                                             {"app_secret_file", "official_account_secret.txt"},
                                             {"token_file", "official_account_token.txt"},
                                             {"api_base", "http://127.0.0.1:8090"}}},
        };
        QCOMPARE(profile, expected);
        const QDir beside(folder.filePath("shop"));
        for (const QString &name : beside.entryList(QDir::Files))
            QVERIFY2(onlyOwners(beside.filePath(name)), qPrintable(name));
        const auto merchant = RsaPrivateKey::fromPem(contentOf(beside.filePath("merchant_key.pem")));
        QVERIFY(merchant);
        QVERIFY(keys.merchantCertificate().publicKey().verifies("x", merchant->sign("x")));
        const auto gateway = RsaPublicKey::fromPem(contentOf(beside.filePath("wechatpay_public_key.pem")));
        QVERIFY(gateway && gateway->verifies("x", keys.publicKeyModeKey().sign("x")));
        QVERIFY(!contentOf(beside.filePath("wechatpay_public_key.pem")).contains("PRIVATE"));
        QCOMPARE(Certificate::fromPem(contentOf(beside.filePath("platform_cert.pem")))->serial(),
                 keys.platformCertificate().serial());
        QCOMPARE(contentOf(beside.filePath("official_account_secret.txt")).trimmed(), keys.accountSecret());
        QCOMPARE(contentOf(beside.filePath("official_account_token.txt")).trimmed(), keys.accountToken());
    }
    void anOlderFileGetsTheOfficialAccountsSecrets()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("simulator-keys.json");
        const auto made = SimulatorKeys::open(folder.path(), m_clock, m_random);
        QVERIFY(made);
        QJsonObject older = objectIn(contentOf(path));
        older.remove("official_account_secret");
        older.remove("official_account_token");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QJsonDocument(older).toJson());
        file.close();
        const auto grown = SimulatorKeys::open(folder.path(), m_clock, m_random);
        QVERIFY(grown);
        QCOMPARE(grown->mchid(), made->mchid());
        QCOMPARE(grown->merchantKey().toPem(), made->merchantKey().toPem());
        QVERIFY(QRegularExpression("^[0-9a-f]{32}$").match(QString::fromLatin1(grown->accountSecret())).hasMatch());
        QVERIFY(QRegularExpression("^[0-9A-Za-z]{32}$").match(QString::fromLatin1(grown->accountToken())).hasMatch());
        QVERIFY(onlyOwners(path));
        const auto kept = SimulatorKeys::open(folder.path(), m_clock, m_random);
        QVERIFY(kept);
        QCOMPARE(kept->accountSecret(), grown->accountSecret());
        QCOMPARE(kept->accountToken(), grown->accountToken());
    }
    void aDamagedFileStopsTheStart()
    {
        const QTemporaryDir folder;
        QVERIFY(SimulatorKeys::open(folder.path(), m_clock, m_random));
        QFile file(folder.filePath("simulator-keys.json"));
        QVERIFY(file.resize(file.size() / 2));
        const auto before = contentOf(file.fileName());
        const auto opened = SimulatorKeys::open(folder.path(), m_clock, m_random);
        QVERIFY(!opened);
        QVERIFY(!opened.error().message.contains("BEGIN"));
        QCOMPARE(contentOf(file.fileName()), before);
    }
};

QTEST_GUILESS_MAIN(SimulatorKeysTest)
#include "tst_simulator_keys.moc"
