// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Server.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/net/NetworkTransport.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

/// Phones are served in training only, until there is TLS for them: asked for elsewhere it is refused, not forgotten.
class PhoneListenTest : public QObject
{
    Q_OBJECT
private slots:
    void isRefusedOutsideTraining()
    {
        const QTemporaryDir folder;
        SystemClock clock;
        SystemRandom random;
        NetworkTransport transport;
        ServerConfig config;
        config.dataDir = folder.filePath("data");
        config.profileFile = folder.filePath("profile.json");
        config.port = 0;
        config.phoneListen = {QHostAddress(QHostAddress::LocalHost), 0};
        const auto started = Server::start(config, clock, random, transport);
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::Configuration);
        QVERIFY2(started.error().message.contains("--phone-listen"), qPrintable(started.error().message));
        QVERIFY(started.error().message.contains("TLS"));
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(PhoneListenTest)
#include "tst_phone_listen.moc"
