// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/DataFolder.h"
#include "server/Listeners.h"
#include "server/ServerTls.h"
#include "server/domain/Clock.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What TLS cannot be done well with stops the start in a sentence, and nobody else is served without.
class TlsRefusalsTest : public QObject
{
    Q_OBJECT

    TlsFiles files(const TlsIdentity &certificate, const TlsIdentity &key) const
    {
        const TlsFiles files{m_folder.filePath("c.pem"), m_folder.filePath("k.pem")};
        const QList<std::pair<QString, QByteArray>> contents{{files.certificate, certificate.certificates()},
                                                             {files.key, key.privateKey()}};
        for (const auto &[path, content] : contents) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                || file.write(content) != content.size())
                qFatal("no file");
        }
        return files;
    }
    static TlsIdentity lasting(int fromDays, int toDays)
    {
        return *TlsIdentity::selfSigned({"shop.example"}, now.addDays(fromDays), now.addDays(toDays));
    }
    static QString sentence(const TlsFiles &files)
    {
        const auto read = ServerTls::read(files, now);
        if (read)
            return {};
        return read.error().code == ErrorCode::Configuration ? read.error().message : QStringLiteral("another kind");
    }
    static ServerConfig real()
    {
        ServerConfig config;
        config.port = 0;
        config.profileFile = QStringLiteral("profile.json");
        return config;
    }

private slots:
    void takesWhatIsWell()
    {
        const auto good = lasting(-1, 1);
        QCOMPARE(sentence(files(good, good)), QString());
        QCOMPARE(ServerTls::read(files(good, good), now)->fingerprint(), good.fingerprint());
    }
    void aKeyOthersCanRead()
    {
        const auto good = lasting(-1, 1);
        const auto given = files(good, good);
        for (const auto permission : {QFile::ReadGroup, QFile::ReadOther, QFile::WriteOther}) {
            QFile::setPermissions(given.key, QFile::ReadOwner | QFile::WriteOwner | permission);
            QVERIFY2(sentence(given).contains("chmod 600"), qPrintable(sentence(given)));
        }
        QFile::setPermissions(given.key, QFile::ReadOwner | QFile::WriteOwner);
        QFile::setPermissions(given.certificate, QFile::ReadOwner | QFile::ReadOther); // is no secret
        QCOMPARE(sentence(given), QString());
    }
    void aKeyOfAnother() { QVERIFY(sentence(files(lasting(-1, 1), lasting(-1, 1))).contains("not the certificate's")); }
    void aCertificateOfAnotherTime()
    {
        const auto over = lasting(-9, -1);
        QVERIFY2(sentence(files(over, over)).contains("is over since 2026-05-31"),
                 qPrintable(sentence(files(over, over))));
        const auto early = lasting(1, 9);
        QVERIFY(sentence(files(early, early)).contains("begins at 2026-06-02"));
    }
    void halfOfThem()
    {
        const auto good = lasting(-1, 1);
        const auto given = files(good, good);
        QVERIFY(sentence({given.certificate, {}}).contains("belong together"));
        QVERIFY(sentence({{}, given.key}).contains("belong together"));
        QVERIFY(sentence({m_folder.filePath("nowhere"), given.key}).contains("--tls-certificate"));
        QVERIFY(sentence({given.certificate, m_folder.filePath("nowhere")}).contains("--tls-key"));
    }
    void othersAreNotServedWithoutTls()
    {
        SystemClock clock;
        ServerConfig config = real();
        config.host = QHostAddress(QHostAddress::AnyIPv4);
        const auto refused = Listeners::bind(config, clock);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Configuration);
        QVERIFY2(refused.error().message.contains("needs TLS"), qPrintable(refused.error().message));
        config.tlsGenerate = true;
        QVERIFY(Listeners::bind(config, clock));
        config.tlsGenerate = false;
        config.trustedProxies = TrustedProxies::parse({"192.0.2.1"}).value();
        QVERIFY(Listeners::bind(config, clock));
        QVERIFY(Listeners::bind(real(), clock)); // this machine is
    }
    void phonesAreNotServedWithoutTls()
    {
        SystemClock clock;
        ServerConfig config = real();
        config.phoneListen = {QHostAddress(QHostAddress::LocalHost), 0};
        config.publicNames = {"pay.example:8443", "other.example"};
        const auto refused = Listeners::bind(config, clock);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains("--phone-listen needs TLS"));
        config.tlsGenerate = true;
        const auto listeners = Listeners::bind(config, clock);
        QVERIFY(listeners);
        // By the name in the certificate, on the port we have.
        const QUrl url(listeners->phone.address);
        QCOMPARE(url.scheme() + u' ' + url.host(), QStringLiteral("https pay.example"));
        QVERIFY(url.port() > 0 && url.port() != 8443);
        HttpRequest request;
        request.headers.add("Host", url.authority().toUtf8());
        QVERIFY(!listeners->phone.guard->judge(request));
        config.tlsGenerate = false;
        config.trustedProxies = TrustedProxies::parse({"192.0.2.1"}).value();
        QCOMPARE(Listeners::bind(config, clock)->phone.address, QStringLiteral("https://pay.example:8443"));
    }
    void aGeneratedOneIsKeptUntilItIsNearlyOver()
    {
        const QTemporaryDir place;
        const auto folder = DataFolder::open(place.filePath("data"));
        QVERIFY(folder);
        const auto made = ServerTls::generatedIn(*folder, {"shop.example"}, now);
        QVERIFY(made);
        QVERIFY(made->names("shop.example"));
        for (const auto &later : {now.addYears(1), now.addYears(10).addDays(-31)})
            QCOMPARE(ServerTls::generatedIn(*folder, {"shop.example"}, later)->fingerprint(), made->fingerprint());
        // One more name is no reason to lock every till out.
        QCOMPARE(ServerTls::generatedIn(*folder, {"new.example"}, now)->fingerprint(), made->fingerprint());
        const auto renewed = ServerTls::generatedIn(*folder, {"new.example"}, now.addYears(10).addDays(-29));
        QVERIFY(renewed->fingerprint() != made->fingerprint());
        QVERIFY(renewed->names("new.example"));
        QCOMPARE(ServerTls::generatedIn(*folder, {"new.example"}, now.addYears(11))->fingerprint(),
                 renewed->fingerprint());
    }
    void aGeneratedOneOthersCanRead()
    {
        const QTemporaryDir place;
        const auto folder = DataFolder::open(place.filePath("data"));
        const auto made = ServerTls::generatedIn(*folder, {"shop.example"}, now);
        const auto file = folder->file(ServerTls::generatedFile);
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        auto refused = ServerTls::generatedIn(*folder, {"shop.example"}, now);
        QCOMPARE(refused.error().code, ErrorCode::Configuration);
        QVERIFY(refused.error().message.contains("chmod 600"));
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(QFile::resize(file, 100)); // is not silently made anew: tills pin it
        refused = ServerTls::generatedIn(*folder, {"shop.example"}, now);
        QCOMPARE(refused.error().code, ErrorCode::Configuration);
        QCOMPARE(contentOf(file).size(), 100);
    }
    void aGeneratedOneNamesWhereItIsReached()
    {
        ServerConfig config = real();
        config.publicNames = {"pay.example:8443"};
        config.host = QHostAddress(QStringLiteral("192.0.2.7"));
        config.phoneListen = {QHostAddress(QStringLiteral("192.0.2.8")), 0};
        QCOMPARE(ServerTls::hostsOf(config),
                 (QStringList{"pay.example", "192.0.2.7", "192.0.2.8", "localhost", "127.0.0.1", "::1"}));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TlsRefusalsTest)
#include "tst_tls_refusals.moc"
