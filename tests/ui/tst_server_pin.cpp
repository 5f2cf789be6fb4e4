// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/TlsIdentity.h"
#include "server/http/HttpListener.h"
#include "tests/support/Await.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"
#include "ui/ServerHttp.h"
#include "ui/ServerSocket.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

namespace {

TlsIdentity fresh()
{
    const auto now = QDateTime::currentDateTimeUtc();
    return *TlsIdentity::selfSigned({"shop.example"}, now.addDays(-1), now.addDays(1)); // no name of this machine's
}

CertificatePin pinOf(const TlsIdentity &identity)
{
    return *CertificatePin::parse(QString::fromLatin1(identity.fingerprint()));
}

/// A server with that certificate, which counts what it is asked.
struct SecureServer
{
    explicit SecureServer(const TlsIdentity &identity) : http({}, *clock)
    {
        http.requireTls();
        http.route("GET", QStringLiteral("/healthz"), [this](const HttpRequest &) {
            ++asked;
            return ready(HttpReply::json(200, QJsonObject{{"status", "ok"}}));
        });
        http.webSocket(QStringLiteral("/websocket/myHandler"),
                       [this](std::unique_ptr<QWebSocket> socket, const HttpRequest &) {
                           ++asked;
                           sockets.push_back(std::move(socket));
                       });
        const auto listening = http.listen(QHostAddress::LocalHost, 0);
        if (!listening || !http.useTls(identity))
            qFatal("no server");
        port = *listening;
    }
    QUrl url(const QString &scheme) const { return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(port)); }

    std::shared_ptr<VirtualClock> clock = std::make_shared<VirtualClock>();
    int asked = 0;
    quint16 port = 0;
    std::vector<std::unique_ptr<QWebSocket>> sockets;
    HttpListener http;
};

} // namespace

/// A till that knows its server by a fingerprint speaks with that certificate's holder and nobody else.
class ServerPinTest : public QObject
{
    Q_OBJECT

    const TlsIdentity m_own = fresh();
    const TlsIdentity m_other = fresh();
    const QSslConfiguration m_default = QSslConfiguration::defaultConfiguration();

    static bool answers(const SecureServer &server, const CertificatePin &pin)
    {
        ServerHttp http({server.url(QStringLiteral("https")), pin}, "terminal-token");
        const auto answer = await(http.send({.method = "GET", .path = QStringLiteral("/healthz")}));
        if (!answer && answer.error().code != ErrorCode::ProviderUnavailable)
            qFatal("not known to be unasked: %s", qPrintable(answer.error().message));
        return answer && answer->status == 200;
    }
    static bool opens(SecureServer &server, const CertificatePin &pin)
    {
        VirtualClock clock;
        SeededRandom random;
        QUrl url = server.url(QStringLiteral("wss"));
        url.setPath(QStringLiteral("/websocket/myHandler"));
        ServerSocket socket({url, pin}, "terminal-token", clock, random);
        const auto before = clock.pendingCalls();
        socket.open();
        // Up, or lost and waiting to try again.
        (void)QTest::qWaitFor([&] { return socket.isUp() || clock.pendingCalls() > before + 1; }, 20'000);
        return socket.isUp();
    }
    static void trust(const TlsIdentity &identity)
    {
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromData(identity.certificates()));
        QSslConfiguration::setDefaultConfiguration(configuration);
    }

private slots:
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_default); }

    void believesThePinnedOne()
    {
        SecureServer server(m_own);
        QVERIFY(answers(server, pinOf(m_own)));
        QVERIFY(opens(server, pinOf(m_own)));
        QCOMPARE(server.asked, 2);
    }
    void believesNoOther()
    {
        SecureServer server(m_own);
        QVERIFY(!answers(server, pinOf(m_other)));
        QVERIFY(!opens(server, pinOf(m_other)));
        QCOMPARE(server.asked, 0);
    }
    void believesNoOtherThatTheSystemWould()
    {
        const auto now = QDateTime::currentDateTimeUtc();
        const auto known = *TlsIdentity::selfSigned({"127.0.0.1"}, now.addDays(-1), now.addDays(1));
        trust(known);
        SecureServer server(known);
        QVERIFY(answers(server, {}));
        QVERIFY(opens(server, {}));
        QVERIFY(!answers(server, pinOf(m_other)));
        QVERIFY(!opens(server, pinOf(m_other)));
        QCOMPARE(server.asked, 2);
        QVERIFY(answers(server, pinOf(known)));
    }
    void believesTheSystemWithoutAPin()
    {
        SecureServer server(m_own);
        QVERIFY(!answers(server, {}));
        QVERIFY(!opens(server, {}));
        trust(m_own); // and yet it has another name
        QVERIFY(!answers(server, {}));
        QVERIFY(!opens(server, {}));
        QCOMPARE(server.asked, 0);
    }
    void isReadAsPeopleWriteIt()
    {
        const QString plain = QString::fromLatin1(m_own.fingerprint());
        QString written = plain.toUpper();
        for (int i = 62; i > 0; i -= 2)
            written.insert(i, u':');
        QCOMPARE(CertificatePin::parse(written)->hex(), m_own.fingerprint());
        QCOMPARE(CertificatePin::parse(u' ' + plain)->hex(), m_own.fingerprint());
        for (const QString &bad : {QString(), plain.chopped(1), plain + u'0', plain.chopped(1) + u'x', plain.left(40)})
            QVERIFY(!CertificatePin::parse(bad));
    }
};

QTEST_GUILESS_MAIN(ServerPinTest)
#include "tst_server_pin.moc"
