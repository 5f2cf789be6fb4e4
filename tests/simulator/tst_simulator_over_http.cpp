// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpListener.h"
#include "server/net/NetworkTransport.h"
#include "tests/simulator/SimulatorRig.h"
#include "tests/support/Await.h"

#include <QTest>

/// All of it once over real sockets: a merchant orders and queries, the customer pays, the notification arrives.
class SimulatorOverHttpTest : public QObject
{
    Q_OBJECT
    SystemClock m_clock;
    SystemRandom m_random;
    NetworkTransport m_transport;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<HttpListener> m_listener;
    QByteArray m_base;
    QList<HttpRequest> m_notifies;

    HttpAnswer send(const QByteArray &method, const QByteArray &target, const QByteArray &body, HttpHeaders headers)
    {
        headers.set("Content-Type", "application/json");
        const HttpCall call{
            .method = method, .url = QUrl::fromEncoded(m_base + target), .headers = headers, .body = body};
        const auto answer = await(m_transport.send(call));
        return answer ? *answer : HttpAnswer();
    }
    HttpAnswer merchant(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        const SimulatorKeys &keys = m_simulator->keys();
        const QByteArray timestamp = QByteArray::number(m_clock.nowMs() / 1000);
        const QByteArray lines = method + "\n" + target + "\n" + timestamp + "\nNONCE\n" + body + "\n";
        const QByteArray authorization = "WECHATPAY2-SHA256-RSA2048 timestamp=\"" + timestamp
                                         + "\",nonce_str=\"NONCE\",mchid=\"" + keys.mchid().toLatin1()
                                         + "\",serial_no=\"" + keys.merchantCertificate().serial() + "\",signature=\""
                                         + keys.merchantKey().signBase64(lines) + "\"";
        return send(method, target, body,
                    {{"Authorization", authorization}, {"Accept", "application/json"}, {"User-Agent", "test/1.0"}});
    }
private slots:
    void init()
    {
        auto opened = Simulator::open({.keys = SimulatorRig::vectorKeys()}, m_clock, m_random, m_transport);
        QVERIFY(opened);
        m_simulator = std::move(opened).value();
        m_listener = std::make_unique<HttpListener>(HttpLimits{}, m_clock);
        m_simulator->addGatewayRoutes(*m_listener);
        m_simulator->addPhoneRoutes(*m_listener);
        m_listener->route("POST", "/notify", [this](const HttpRequest &request) {
            m_notifies.append(request);
            return ready(HttpReply{.status = 204, .headers = {}, .body = {}});
        });
        const auto port = m_listener->listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        m_base = "http://127.0.0.1:" + QByteArray::number(*port);
    }
    void fromOrderToNotification()
    {
        QJsonObject order = SimulatorRig::order("A_|*01");
        order["notify_url"] = QString::fromLatin1(m_base + "/notify");
        const HttpAnswer created = merchant("POST", "/v3/pay/transactions/native", QJsonDocument(order).toJson());
        QCOMPARE(created.status, 200);
        const QString codeUrl = objectIn(created.body)["code_url"].toString();

        const HttpAnswer page = send("GET", "/pay/" + CodeUrlForm::codeIn(codeUrl).toLatin1(), {}, {});
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("19.90"));

        const HttpAnswer paid = send("POST", "/sim/pay", R"({"out_trade_no":"A_|*01"})", {});
        QCOMPARE(paid.status, 200);
        QVERIFY(QTest::qWaitFor([this] { return m_notifies.size() == 1; }));
        const HttpRequest &notify = m_notifies[0];
        QVERIFY(m_simulator->keys().publicKeyModeKey().publicKey().verifiesBase64(
            notify.headers.value("Wechatpay-Timestamp") + "\n" + notify.headers.value("Wechatpay-Nonce") + "\n"
                + notify.body + "\n",
            notify.headers.value("Wechatpay-Signature")));

        const QByteArray target = "/v3/pay/transactions/out-trade-no/A_%7C%2A01";
        const HttpAnswer queried = merchant("GET", target + "?mchid=1900000109");
        QCOMPARE(queried.status, 200);
        QCOMPARE(objectIn(queried.body), objectIn(paid.body));
        QVERIFY(queried.headers.value("Request-ID").endsWith("-0"));
        QCOMPARE(merchant("POST", target + "/close", R"({"mchid":"1900000109"})").status, 400);
        QCOMPARE(merchant("GET", "/v3/certificates").status, 200);
    }
    void aRefundAndABill()
    {
        merchant("POST", "/v3/pay/transactions/native", QJsonDocument(SimulatorRig::order("A00003")).toJson());
        const auto paid = objectIn(send("POST", "/sim/pay", R"({"out_trade_no":"A00003"})", {}).body);
        const QJsonObject wanted = SimulatorRig::refundOf(paid, "R|*@1", 990);
        const QByteArray refunds = "/v3/refund/domestic/refunds";
        const HttpAnswer refunded = merchant("POST", refunds, QJsonDocument(wanted).toJson());
        QCOMPARE(refunded.status, 200);
        QCOMPARE(merchant("GET", refunds + "/R%7C%2A%401").status, 200);

        const QByteArray day = paid["success_time"].toString().left(10).toLatin1();
        QCOMPARE(send("PUT", "/sim/clock", R"({"advance_s":172800})", {}).status, 200);
        const auto offer = objectIn(merchant("GET", "/v3/bill/tradebill?tar_type=GZIP&bill_date=" + day).body);
        const QByteArray url = offer["download_url"].toString().toLatin1();
        QVERIFY2(url.startsWith(m_base + "/v3/billdownload/file?token="), url.constData());
        const HttpAnswer file = merchant("GET", url.mid(m_base.size()));
        QCOMPARE(file.status, 200);
        QVERIFY(file.body.startsWith("\x1f\x8b")); // as a file, not as an encoding on the way
        QVERIFY(!file.headers.has("Content-Encoding"));
    }
    void closesWithASignedEmptyBody()
    {
        merchant("POST", "/v3/pay/transactions/native", QJsonDocument(SimulatorRig::order("A00002")).toJson());
        const HttpAnswer closed =
            merchant("POST", "/v3/pay/transactions/out-trade-no/A00002/close", R"({"mchid":"1900000109"})");
        QCOMPARE(closed.status, 204);
        QVERIFY(closed.body.isEmpty());
        QVERIFY(closed.headers.has("Wechatpay-Signature"));
    }
};

QTEST_GUILESS_MAIN(SimulatorOverHttpTest)
#include "tst_simulator_over_http.moc"
