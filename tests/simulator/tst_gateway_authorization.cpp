// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"
#include "tests/support/Await.h"

#include <QTest>

/// Who is let in, and what the one who is not is told (reference 1.3, 12.1).
class GatewayAuthorizationTest : public QObject
{
    Q_OBJECT
private slots:
    void takesTheVectors_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("status"); // of what comes after the signature was accepted
        QTest::newRow("native") << "01_request_native_prepay" << 200;
        QTest::newRow("query") << "02_request_query_by_out_trade_no" << 404;
        QTest::newRow("close") << "03_request_close_order" << 404;
    }
    void takesTheVectors()
    {
        QFETCH(QString, name);
        QFETCH(int, status);
        SimulatorRig rig;
        const QJsonObject vector = objectIn(SimulatorRig::vector(name + ".json"));
        HttpRequest request = SimulatorRig::plainRequest(vector["method"].toString().toLatin1(),
                                                         vector["url_in_sign_string"].toString().toLatin1(),
                                                         SimulatorRig::vector(name + ".body"));
        const QJsonObject headers = vector["headers"].toObject();
        for (auto header = headers.begin(); header != headers.end(); ++header)
            request.headers.add(header.key().toLatin1(), header->toString().toUtf8());
        rig.clock.advance(std::chrono::seconds(vector["timestamp"].toInteger() - rig.clock.nowMs() / 1000));
        QCOMPARE(await(rig.send(request)).status, status);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("field");
        QTest::newRow("other merchant") << QByteArray("1900000109") << QByteArray("1900000110") << "mchid";
        QTest::newRow("other serial") << QByteArray("serial_no=\"5E57") << QByteArray("serial_no=\"5E58")
                                      << "serial_no";
        QTest::newRow("other nonce") << QByteArray("nonce_str=\"") << QByteArray("nonce_str=\"x") << "nonce_str";
        QTest::newRow("other signature") << QByteArray("signature=\"") << QByteArray("signature=\"A") << "signature";
        QTest::newRow("timestamp is none") << QByteArray("timestamp=\"") << QByteArray("timestamp=\"+") << "timestamp";
        QTest::newRow("no merchant") << QByteArray("mchid=") << QByteArray("merchant=") << "mchid";
        QTest::newRow("no serial") << QByteArray("serial_no=") << QByteArray("serial=") << "serial_no";
        QTest::newRow("no nonce") << QByteArray("nonce_str=") << QByteArray("nonce=") << "nonce_str";
        QTest::newRow("no signature") << QByteArray("signature=") << QByteArray("sig=") << "signature";
        QTest::newRow("no timestamp") << QByteArray("timestamp=") << QByteArray("time=") << "timestamp";
        QTest::newRow("a pair twice") << QByteArray("mchid=") << QByteArray("mchid=\"1\",mchid=") << "Authorization";
        QTest::newRow("other scheme") << QByteArray("RSA2048 ") << QByteArray("RSA4096 ") << "Authorization";
        QTest::newRow("no quotes") << QByteArray("\"") << QByteArray("") << "Authorization";
    }
    void refuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, field);
        SimulatorRig rig;
        HttpRequest request = rig.merchantRequest("POST", "/v3/pay/transactions/native",
                                                  QJsonDocument(SimulatorRig::order("A00001")).toJson());
        request.headers.set("Authorization", request.headers.value("Authorization").replace(from, to));
        const HttpReply reply = await(rig.send(request));
        QCOMPARE(reply.status, 401);
        const QJsonObject error = objectIn(reply.body);
        QCOMPARE(error["code"].toString(), "SIGN_ERROR");
        QCOMPARE(error["detail"].toObject()["field"].toString(), field);
        QVERIFY(!reply.headers.has("Wechatpay-Signature"));
        QVERIFY(reply.headers.value("Request-ID").endsWith("-268443699"));
        QVERIFY(!rig.simulator->books().find("A00001"));
    }

    void refusesWithoutHeaderOrWithTwo()
    {
        SimulatorRig rig;
        HttpRequest request = rig.merchantRequest("GET", "/v3/certificates");
        request.headers.add("Authorization", request.headers.value("Authorization"));
        QCOMPARE(await(rig.send(request)).status, 401);
        QCOMPARE(await(rig.send(SimulatorRig::plainRequest("GET", "/v3/certificates"))).status, 401);
    }

    void signsWhatWasSent()
    {
        SimulatorRig rig;
        HttpRequest body = rig.merchantRequest("POST", "/v3/pay/transactions/native", "{\"a\": 1}");
        body.body = "{\"a\":1}";
        QCOMPARE(await(rig.send(body)).status, 401);
        HttpRequest query = rig.merchantRequest("GET", "/v3/pay/transactions/out-trade-no/A00001?mchid=1900000109");
        query.target = "/v3/pay/transactions/out-trade-no/A00001";
        QCOMPARE(await(rig.send(query)).status, 401);
        HttpRequest method = rig.merchantRequest("GET", "/v3/pay/transactions/native");
        method.method = "POST";
        QCOMPARE(await(rig.send(method)).status, 401);
    }

    void clockMayDifferByFiveMinutes_data()
    {
        QTest::addColumn<int>("skewS");
        QTest::addColumn<int>("status");
        QTest::newRow("300 s later") << 300 << 404;
        QTest::newRow("301 s later") << 301 << 401;
        QTest::newRow("300 s earlier") << -300 << 404;
        QTest::newRow("301 s earlier") << -301 << 401;
    }
    void clockMayDifferByFiveMinutes()
    {
        QFETCH(int, skewS);
        SimulatorRig rig;
        const auto request = rig.merchantRequest("GET", "/v3/pay/transactions/out-trade-no/A00001?mchid=1900000109");
        rig.clock.jumpWall(std::chrono::seconds(skewS));
        QTEST(await(rig.send(request)).status, "status");
    }

    void saysWhatItSigned()
    {
        SimulatorRig rig;
        HttpRequest request = rig.merchantRequest("GET", "/v3/pay/transactions/id/42?mchid=1900000109");
        request.headers.set("Authorization",
                            request.headers.value("Authorization").replace("signature=\"", "signature=\"A"));
        const HttpReply reply = await(rig.send(request));
        QCOMPARE(reply.headers.value("Content-Type"), "application/json; charset=utf-8");
        const QJsonObject detail = objectIn(reply.body)["detail"].toObject();
        QCOMPARE(detail["location"].toString(), "authorization");
        QCOMPARE(detail["detail"].toObject()["issue"].toString(), "sign not match");
        const QJsonObject information = detail["sign_information"].toObject();
        QCOMPARE(information["method"].toString(), "GET");
        QCOMPARE(information["url"].toString(), "/v3/pay/transactions/id/42?mchid=1900000109");
        const QString message = information["truncated_sign_message"].toString();
        QVERIFY(message.startsWith("GET\n/v3/pay/transactions/id/42?mchid=1900000109\n1767225600\n"));
        QVERIFY(message.endsWith("\n\n"));
        QCOMPARE(information["sign_message_length"].toInt(), message.size());
    }

    void neverEchoesAWholeBody()
    {
        SimulatorRig rig;
        HttpRequest request = rig.merchantRequest("POST", "/v3/pay/transactions/native", QString(1000, u'茶').toUtf8());
        request.headers.set("Authorization",
                            request.headers.value("Authorization").replace("signature=\"", "signature=\"A"));
        const QJsonObject information =
            objectIn(await(rig.send(request)).body)["detail"].toObject()["sign_information"].toObject();
        QVERIFY(information["sign_message_length"].toInt() > 3000);
        const QString message = information["truncated_sign_message"].toString();
        QVERIFY(message.endsWith(QStringLiteral("茶...")));
        QVERIFY(message.toUtf8().size() <= 260);
    }

    void needsTheOtherHeadersToo()
    {
        SimulatorRig rig;
        const QByteArray body = QJsonDocument(SimulatorRig::order("A00001")).toJson();
        const auto with = [&](const char *name, const char *value) {
            HttpRequest request = rig.merchantRequest("POST", "/v3/pay/transactions/native", body);
            request.headers.set(name, value);
            return await(rig.send(request)).status;
        };
        QCOMPARE(with("Accept", ""), 406);
        QCOMPARE(with("Accept", "text/html"), 406);
        QCOMPARE(with("User-Agent", ""), 403);
        QCOMPARE(with("Content-Type", "text/plain"), 415);
        QCOMPARE(with("Wechatpay-Serial", "PUB_KEY_ID_0"), 400);
        QVERIFY(!rig.simulator->books().find("A00001"));
        QCOMPARE(with("Accept", "text/html, */*;q=0.1"), 200);
    }
};

QTEST_GUILESS_MAIN(GatewayAuthorizationTest)
#include "tst_gateway_authorization.moc"
