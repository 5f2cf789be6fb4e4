// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Server.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/net/NetworkTransport.h"

#include <QDir>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

/// A server that cannot start says why in a sentence and leaves nothing behind.
class ServerRefusalsTest : public QObject
{
    Q_OBJECT

    Error refusalOf(const ServerConfig &config)
    {
        const auto started = Server::start(config, m_clock, m_random, m_transport);
        return started ? Error{ErrorCode::Internal, "it started"} : started.error();
    }
    static ServerConfig training(const QString &folder)
    {
        ServerConfig config;
        config.dataDir = folder;
        config.training = true;
        config.port = 0;
        config.simulatorPort = 0;
        config.phoneListen = {QHostAddress(QHostAddress::LocalHost), 0};
        return config;
    }

private slots:
    void aPortInUse()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QTemporaryDir folder;
        for (auto member : {&ServerConfig::port, &ServerConfig::simulatorPort}) {
            auto config = training(folder.path());
            config.*member = other.serverPort();
            QCOMPARE(refusalOf(config).code, ErrorCode::AddressInUse);
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }
    void aFreePortInsteadWhereThatIsWanted()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QTemporaryDir folder;
        auto config = training(folder.path());
        config.port = other.serverPort();
        config.portMayMove = true;
        const auto server = Server::start(config, m_clock, m_random, m_transport);
        QVERIFY(server);
        QVERIFY(!(*server)->addresses().http.endsWith(QString::number(other.serverPort())));
    }
    void aDataFolderInUse()
    {
        const QTemporaryDir folder;
        const auto first = Server::start(training(folder.path()), m_clock, m_random, m_transport);
        QVERIFY(first);
        QCOMPARE(refusalOf(training(folder.path())).code, ErrorCode::AddressInUse);
    }
    void noProfile()
    {
        const QTemporaryDir folder;
        ServerConfig config = training(folder.path());
        config.training = false;
        QCOMPARE(refusalOf(config).code, ErrorCode::Configuration);
        config.profileFile = folder.filePath("nowhere.json");
        QCOMPARE(refusalOf(config).code, ErrorCode::Configuration);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
    void aTokenOthersCanRead()
    {
        const QTemporaryDir folder;
        QVERIFY(Server::start(training(folder.path()), m_clock, m_random, m_transport));
        QFile::setPermissions(folder.filePath("training/terminal_token"),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QCOMPARE(refusalOf(training(folder.path())).code, ErrorCode::Configuration);
    }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    NetworkTransport m_transport;
};

QTEST_GUILESS_MAIN(ServerRefusalsTest)
#include "tst_server_refusals.moc"
