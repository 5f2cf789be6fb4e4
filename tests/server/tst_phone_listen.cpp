// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Server.h"
#include "tests/server/RunningServer.h"

#include <QDir>

/// Outside training phones are served over TLS only: asked for without it is refused, not forgotten.
class PhoneListenTest : public QObject
{
    Q_OBJECT

    Result<std::unique_ptr<Server>> start(const QString &folder, bool tls)
    {
        ServerConfig config;
        config.dataDir = folder;
        config.profileFile = m_training.path("merchant_profile.json");
        config.port = 0;
        config.phoneListen = {QHostAddress(QHostAddress::LocalHost), 0};
        config.tlsGenerate = tls;
        return Server::start(config, m_clock, m_random, m_transport);
    }

private slots:
    void isRefusedWithoutTls()
    {
        const QTemporaryDir folder;
        const auto started = start(folder.filePath("data"), false);
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::Configuration);
        QVERIFY2(started.error().message.contains("--phone-listen needs TLS"), qPrintable(started.error().message));
        QVERIFY(QDir(folder.path()).isEmpty());
    }
    void isThereWithTls()
    {
        const QTemporaryDir folder;
        const auto started = start(folder.filePath("data"), true);
        QVERIFY(started);
        QVERIFY((*started)->addresses().phone.startsWith("https://127.0.0.1:"));
        QCOMPARE((*started)->addresses().tlsFingerprint.size(), 64);
    }

private:
    RunningServer m_training;
    SystemClock m_clock;
    SystemRandom m_random;
    NetworkTransport m_transport;
};

QTEST_GUILESS_MAIN(PhoneListenTest)
#include "tst_phone_listen.moc"
