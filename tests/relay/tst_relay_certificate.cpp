// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelaySocket.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

/// A relay whose certificate nobody vouches for is not spoken to.
class RelayCertificateTest : public QObject
{
    Q_OBJECT

    static QByteArray vector(const char *name)
    {
        QFile file(QStringLiteral(TEST_DATA_DIR "/vectors/keys/TEST_ONLY_") + QLatin1String(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no %s", name);
        return file.readAll();
    }

private slots:
    void isRefused()
    {
        QWebSocketServer relay("test", QWebSocketServer::SecureMode);
        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(vector("platform_cert.pem")));
        tls.setPrivateKey(QSslKey(vector("platform_cert_private_key.der"), QSsl::Rsa, QSsl::Der));
        relay.setSslConfiguration(tls);
        QVERIFY(relay.listen(QHostAddress::LocalHost));
        QSignalSpy opened(&relay, &QWebSocketServer::newConnection);

        QWebSocket careless; // it does work for who does not look
        connect(&careless, &QWebSocket::sslErrors, &careless, [&careless] { careless.ignoreSslErrors(); });
        careless.open(relay.serverUrl());
        QTRY_COMPARE(opened.size(), 1);
        QTRY_COMPARE(careless.state(), QAbstractSocket::ConnectedState);

        VirtualClock clock;
        SeededRandom random;
        RelaySocket socket(relay.serverUrl(), clock, random);
        const QSignalSpy up(&socket, &RelaySocket::up);
        const auto pending = clock.pendingCalls();
        socket.open();
        QTRY_VERIFY(clock.pendingCalls() > pending + 1); // it has given up, and will come back
        QVERIFY(up.isEmpty() && !socket.isUp());
        QCOMPARE(opened.size(), 1);
    }
};

QTEST_GUILESS_MAIN(RelayCertificateTest)
#include "tst_relay_certificate.moc"
