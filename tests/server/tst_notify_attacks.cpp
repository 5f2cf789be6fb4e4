// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"
#include "tests/server/SignedNotify.h"

#include <QJsonArray>

/// What is not WeChat's word, or not about our money, never makes an order paid.
class NotifyAttacksTest : public QObject
{
    Q_OBJECT

    static void compareRefusal(const HttpAnswer &answer, int status)
    {
        QCOMPARE(answer.status, status);
        QCOMPARE(RunningServer::json(answer)["code"].toString(), QStringLiteral("FAIL"));
    }

    QString state() { return m_server->state(m_order["out_trade_no"].toString()); }
    QJsonArray cases() { return RunningServer::json(m_server->get("/api/v1/cases?state=open"))["cases"].toArray(); }

private slots:
    void init()
    {
        m_server = std::make_unique<RunningServer>();
        m_gateway = std::make_unique<SignedNotify>(*m_server);
        m_order = m_server->place(1990);
    }
    void cleanup()
    {
        m_gateway.reset();
        m_server.reset();
    }
    void aGenuineOnePays()
    {
        QCOMPARE(m_gateway->send(*m_server, m_gateway->body(m_gateway->content(m_order))).status, 204);
        QCOMPARE(state(), QStringLiteral("SUCCESS"));
    }
    void aForgedOneIsRefused()
    {
        const auto body = m_gateway->body(m_gateway->content(m_order));
        auto headers = m_gateway->headers(body);
        headers.set("Wechatpay-Signature", QByteArray(256, 'x').toBase64());
        compareRefusal(m_gateway->send(*m_server, body, headers), 401);
        QCOMPARE(state(), QStringLiteral("NOTPAY"));
    }
    void aProbeIsRefusedWithoutHarm()
    {
        const auto body = m_gateway->body(m_gateway->content(m_order));
        auto headers = m_gateway->headers(body);
        headers.set("Wechatpay-Signature", "WECHATPAY/SIGNTEST/" + QByteArray(324, 'A'));
        compareRefusal(m_gateway->send(*m_server, body, headers), 401);
        QCOMPARE(m_gateway->send(*m_server, body).status, 204); // then the real one comes
        QCOMPARE(state(), QStringLiteral("SUCCESS"));
    }
    void aStaleOneIsRefused()
    {
        const auto body = m_gateway->body(m_gateway->content(m_order));
        compareRefusal(m_gateway->send(*m_server, body, m_gateway->headers(body, 301)), 401);
        QCOMPARE(state(), QStringLiteral("NOTPAY"));
    }
    void anAlteredOneIsRefused()
    {
        const auto body = m_gateway->body(m_gateway->content(m_order));
        auto altered = body;
        altered.replace("\"ok\"", "\"OK\"");
        QVERIFY(altered != body);
        compareRefusal(m_gateway->send(*m_server, altered, m_gateway->headers(body)), 401);
        QCOMPARE(state(), QStringLiteral("NOTPAY"));
    }
    void aTamperedCiphertextIsRefused()
    {
        compareRefusal(m_gateway->send(*m_server, m_gateway->body(m_gateway->content(m_order), true)), 401);
        QCOMPARE(state(), QStringLiteral("NOTPAY"));
    }
    void withoutSignatureItIsRefused()
    {
        const auto body = m_gateway->body(m_gateway->content(m_order));
        compareRefusal(m_gateway->send(*m_server, body, {{"Content-Type", "application/json"}}), 401);
    }
    void anotherSerialIsRefused()
    {
        const auto body = m_gateway->body(m_gateway->content(m_order));
        auto headers = m_gateway->headers(body);
        headers.set("Wechatpay-Serial", "PUB_KEY_ID_0000000000000000000000000000000");
        compareRefusal(m_gateway->send(*m_server, body, headers), 401);
    }
    void whatDoesNotFitIsACase_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("kind");
        QTest::newRow("another merchant") << "mchid" << QJsonValue("1999999999") << "foreign";
        QTest::newRow("another app") << "appid" << QJsonValue("wx00000000000000ff") << "foreign";
        QTest::newRow("another number") << "out_trade_no" << QJsonValue("NOT-OURS-1") << "unknown_order";
        QTest::newRow("one fen") << "amount"
                                 << QJsonValue(QJsonObject{{"total", 1}, {"payer_total", 1}, {"currency", "CNY"}})
                                 << "amount_mismatch";
        QTest::newRow("dollars") << "amount"
                                 << QJsonValue(QJsonObject{{"total", 1990}, {"payer_total", 1990}, {"currency", "USD"}})
                                 << "foreign";
    }
    void whatDoesNotFitIsACase()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        auto content = m_gateway->content(m_order);
        content[member] = value;
        QCOMPARE(m_gateway->send(*m_server, m_gateway->body(content)).status, 204);
        QCOMPARE(m_gateway->send(*m_server, m_gateway->body(content)).status, 204); // again: nothing changes
        QCOMPARE(state(), QStringLiteral("NOTPAY"));
        QCOMPARE(cases().size(), 1);
        QTEST(cases().first().toObject()["kind"].toString(), "kind");
    }
    void aCouponIsNoFault()
    {
        auto content = m_gateway->content(m_order);
        content["amount"] = QJsonObject{{"total", 1990}, {"payer_total", 1790}, {"currency", "CNY"}};
        QCOMPARE(m_gateway->send(*m_server, m_gateway->body(content)).status, 204);
        const auto amount = m_server->order(m_order["out_trade_no"].toString())["amount"].toObject();
        QCOMPARE(amount["payer_total"].toInt(), 1790);
        QCOMPARE(amount["discount"].toInt(), 200);
        QCOMPARE(state(), QStringLiteral("SUCCESS"));
    }
    void aRepeatedOneChangesNothing()
    {
        const auto body = m_gateway->body(m_gateway->content(m_order));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_gateway->send(*m_server, body).status, 204);
        QCOMPARE(m_server->order(m_order["out_trade_no"].toString())["seq"].toInt(), 3);
        QVERIFY(cases().isEmpty());
    }
    void aSecondPaymentIsACase()
    {
        QCOMPARE(m_gateway->send(*m_server, m_gateway->body(m_gateway->content(m_order))).status, 204);
        QCOMPARE(m_gateway->send(*m_server, m_gateway->body(m_gateway->content(m_order, "4200002"))).status, 204);
        QCOMPARE(cases().first().toObject()["kind"].toString(), QStringLiteral("duplicate"));
        QCOMPARE(m_server->order(m_order["out_trade_no"].toString())["transaction_id"].toString(),
                 QStringLiteral("4200001"));
    }
    void garbageIsRefused()
    {
        for (const QByteArray body : {"", "{", "[]", "{\"resource\":null}"}) {
            const auto answer = m_gateway->send(*m_server, body);
            QVERIFY2(answer.status == 400 || answer.status == 401, body.constData());
        }
    }

private:
    std::unique_ptr<RunningServer> m_server;
    std::unique_ptr<SignedNotify> m_gateway;
    QJsonObject m_order;
};

QTEST_GUILESS_MAIN(NotifyAttacksTest)
#include "tst_notify_attacks.moc"
