// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/TlsIdentity.h"
#include "server/http/HttpListener.h"
#include "tests/support/Await.h"
#include "tests/support/KeptPort.h"
#include "tests/support/VirtualClock.h"
#include "ui/ServerLook.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

/// What a server shows before anything is said to it: its certificate, whoever vouches for it, and nothing is sent.
class ServerLookTest : public QObject
{
    Q_OBJECT

    const QSslConfiguration m_default = QSslConfiguration::defaultConfiguration();

    static TlsIdentity named(const QString &name)
    {
        const auto now = QDateTime::currentDateTimeUtc();
        return *TlsIdentity::selfSigned({name}, now.addDays(-1), now.addDays(1));
    }
    static void trust(const TlsIdentity &identity)
    {
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromData(identity.certificates()));
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    struct Secure
    {
        explicit Secure(const TlsIdentity &identity) : http({}, clock)
        {
            http.requireTls();
            http.setGate([this](const HttpRequest &) {
                ++asked;
                return std::optional<HttpReply>();
            });
            const auto listening = http.listen(QHostAddress::LocalHost, 0);
            if (!listening || !http.useTls(identity))
                qFatal("no server");
            url = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(*listening));
        }
        VirtualClock clock;
        int asked = 0;
        QUrl url;
        HttpListener http;
    };
    static Result<SeenServer> seen(const QUrl &url)
    {
        ServerLook look;
        return await(look.look(url));
    }

private slots:
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_default); }

    void seesACertificateThatNobodyVouchesFor()
    {
        const auto own = named(QStringLiteral("127.0.0.1"));
        Secure server(own);
        const auto look = seen(server.url);
        QVERIFY(look);
        QCOMPARE(look->pin.hex(), own.fingerprint());
        QVERIFY(!look->vouched);
        QCOMPARE(server.asked, 0);
    }
    void seesWhoIsVouchedForUnderThatName()
    {
        const auto known = named(QStringLiteral("127.0.0.1"));
        trust(known);
        Secure server(known);
        QVERIFY(seen(server.url)->vouched);
        const auto stranger = named(QStringLiteral("shop.example"));
        trust(stranger); // and yet it has another name
        Secure other(stranger);
        const auto look = seen(other.url);
        QVERIFY(look && !look->vouched);
        QCOMPARE(look->pin.hex(), stranger.fingerprint());
    }
    void nobodyIsThere()
    {
        const KeptPort port;
        QCOMPARE(seen(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port.number()))).error().code,
                 ErrorCode::ProviderUnavailable);
        QCOMPARE(seen(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port.number()))).error().code,
                 ErrorCode::ProviderUnavailable);
    }
    void somethingElseIsThere()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server,
                [&server] { server.nextPendingConnection()->write("HTTP/1.1 400 no\r\n\r\n"); });
        QCOMPARE(seen(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort()))).error().code,
                 ErrorCode::Unverified);
    }
    void inTheClearThereIsNothingToSee()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto look = seen(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())));
        QVERIFY(look);
        QVERIFY(!look->pin.isSet() && !look->vouched);
    }
};

QTEST_GUILESS_MAIN(ServerLookTest)
#include "tst_server_look.moc"
