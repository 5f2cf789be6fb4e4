// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ops/Promtool.h"
#include "tests/server/RunningServer.h"
#include "tests/server/SignedNotify.h"

#include <QElapsedTimer>

/// A day of a shop as its operator's figures have it.
class MetricsScrapedTest : public QObject
{
    Q_OBJECT

    double valueOf(const QByteArray &series)
    {
        for (const auto &line : m_server->ops("/metrics").body.split('\n')) {
            if (line.startsWith(series + ' '))
                return line.mid(series.size() + 1).toDouble();
        }
        return -1;
    }
    double notifications(const QByteArray &outcome)
    {
        return valueOf("scantill_notifications_total{outcome=\"" + outcome + "\"}");
    }

private slots:
    void init()
    {
        m_server = std::make_unique<RunningServer>();
        m_gateway = std::make_unique<SignedNotify>(*m_server);
    }
    void cleanup()
    {
        m_gateway.reset();
        m_server.reset();
    }
    void aPaymentThatATillWaitedFor()
    {
        const auto order = m_server->place(1990);
        QVERIFY(!m_server->place(5).isEmpty());
        WatchClient till(*m_server);
        till.say({{"action", "create"}, {"outTradeNo", order["out_trade_no"]}});
        till.settle();
        QCOMPARE(valueOf("scantill_open_orders"), 2.0);
        QCOMPARE(valueOf("scantill_websockets"), 1.0);
        QCOMPARE(valueOf("scantill_waiters{kind=\"websocket\"}"), 1.0);
        const auto body = m_gateway->body(m_gateway->content(order));
        QElapsedTimer sinceSent;
        sinceSent.start();
        QCOMPARE(m_gateway->send(*m_server, body).status, 204);
        QTRY_COMPARE(till.heard.size(), 1);
        const double heardAfterS = double(sinceSent.nsecsElapsed()) / 1e9;
        QCOMPARE(m_gateway->send(*m_server, body).status, 204);
        QCOMPARE(valueOf("scantill_orders_created_total{tender=\"wechatpay\"}"), 2.0);
        QCOMPARE(valueOf("scantill_payments_settled_total{witness=\"notify\"}"), 1.0);
        QCOMPARE(notifications("verified"), 1.0);
        QCOMPARE(notifications("repeat"), 1.0);
        QCOMPARE(valueOf("scantill_pushes_total"), 1.0);
        QCOMPARE(valueOf("scantill_notify_to_push_seconds_count"), 1.0);
        QVERIFY(valueOf("scantill_notify_to_push_seconds_sum") > 0);
        QVERIFY(valueOf("scantill_notify_to_push_seconds_sum") <= heardAfterS);
        QVERIFY(valueOf("scantill_store_commit_seconds_count") >= 3);
        QVERIFY(valueOf("scantill_store_commit_seconds_sum") > 0);
        QCOMPARE(valueOf("scantill_open_orders"), 1.0);
        QCOMPARE(valueOf("scantill_provider_calls_total{call=\"create\",result=\"ok\"}"), 2.0);
        QCOMPARE(valueOf("scantill_provider_call_seconds_count{call=\"create\"}"), 2.0);
    }
    void aPaymentThatWeAskedFor()
    {
        QCOMPARE(m_server->simulator("PUT", "/sim/faults", {{"notify", QJsonObject{{"lose", 1}}}}).status, 200);
        const auto number = m_server->place()["out_trade_no"].toString();
        QCOMPARE(m_server->pay(number).status, 200);
        QCOMPARE(m_server->post("/api/v1/orders/" + number + "/query").status, 200);
        QCOMPARE(valueOf("scantill_payments_settled_total{witness=\"query\"}"), 1.0);
        QVERIFY(valueOf("scantill_provider_calls_total{call=\"query\",result=\"ok\"}") >= 1);
    }
    void whatIsNoPayment()
    {
        const auto order = m_server->place(1990);
        const auto body = m_gateway->body(m_gateway->content(order));
        auto forged = m_gateway->headers(body);
        forged.set("Wechatpay-Signature", QByteArray(256, 'x').toBase64());
        QCOMPARE(m_gateway->send(*m_server, body, forged).status, 401);
        QCOMPARE(m_gateway->send(*m_server, body, m_gateway->headers(body, 301)).status, 401);
        auto probe = m_gateway->headers(body);
        probe.set("Wechatpay-Signature", "WECHATPAY/SIGNTEST/" + QByteArray(324, 'A'));
        QCOMPARE(m_gateway->send(*m_server, body, probe).status, 401);
        QCOMPARE(m_gateway->send(*m_server, "no JSON").status, 400);
        QCOMPARE(m_gateway->send(*m_server, "{\"event_type\":\"COUPON.USE\"}").status, 204);
        auto stray = m_gateway->content(order);
        stray["out_trade_no"] = "NEVER_MADE_HERE";
        QCOMPARE(m_gateway->send(*m_server, m_gateway->body(stray)).status, 204);
        for (const char *outcome : {"bad_signature", "stale", "probe", "malformed", "unknown_event", "verified"})
            QVERIFY2(notifications(outcome) == 1, outcome);
        QCOMPARE(valueOf("scantill_cases_opened_total{kind=\"unknown_order\"}"), 1.0);
        QCOMPARE(valueOf("scantill_open_cases"), 1.0);
    }
    void whatWasRefused()
    {
        const auto before = valueOf("scantill_http_refused_total{reason=\"unauthorized\"}");
        QCOMPARE(before, -1.0); // none yet
        QCOMPARE(m_server->send("GET", m_server->at().http + "/api/v1/orders", {}, {}).status, 401);
        QCOMPARE(m_server->send("GET", m_server->at().http + "/healthz", {}, {{"Host", "evil.example"}}).status, 403);
        QCOMPARE(valueOf("scantill_http_refused_total{reason=\"unauthorized\"}"), 1.0);
        QCOMPARE(valueOf("scantill_http_refused_total{reason=\"forbidden\"}"), 1.0);
        QCOMPARE(valueOf("scantill_http_replies_total{code=\"401\"}"), 1.0);
        QVERIFY(valueOf("scantill_http_connections{listener=\"main\"}") >= 0);
    }
    void whoPolls()
    {
        const auto order = m_server->place();
        NetworkTransport network;
        const auto poll = network.send(
            {.method = "GET",
             .url = QUrl(m_server->at().http + "/scan/" + order["out_trade_no"].toString() + "?timeout=20"),
             .headers = m_server->terminal(),
             .body = {}});
        QTRY_COMPARE(valueOf("scantill_waiters{kind=\"long_poll\"}"), 1.0);
        QCOMPARE(m_server->pay(order["out_trade_no"].toString()).status, 200);
        QCOMPARE(await(poll)->status, 200);
        QCOMPARE(valueOf("scantill_waiters{kind=\"long_poll\"}"), 0.0);
    }
    void noSecretAndNobodysNumberIsInThem()
    {
        const auto order = m_server->place(1990);
        WatchClient till(*m_server);
        till.say({{"action", "create"}, {"outTradeNo", order["out_trade_no"]}});
        till.settle();
        QCOMPARE(m_server->pay(order["out_trade_no"].toString()).status, 200);
        QTRY_COMPARE(till.heard.size(), 1);
        const auto text = m_server->ops("/metrics").body;
        QVERIFY(text.size() > 1000);
        for (const QByteArray &word :
             {order["out_trade_no"].toString().toLatin1(), order["watch_token"].toString().toLatin1(),
              m_server->at().terminalToken, m_server->at().shopId.toLatin1(), QByteArray("127.0.0.1")})
            QVERIFY2(!word.isEmpty() && !text.contains(word), word.constData());
    }
    void prometheusHasNothingAgainstThem()
    {
        if (Promtool::program().isEmpty())
            QSKIP("there is no promtool; ./dev test fetches it");
        const auto answer = m_server->ops("/metrics");
        QCOMPARE(answer.headers.value("Content-Type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        QCOMPARE(Promtool::faultsIn(answer.body), QByteArray());
        for (const char *standard : {"process_cpu_seconds_total ", "process_resident_memory_bytes ",
                                     "process_open_fds ", "process_start_time_seconds ", "scantill_build_info{"})
            QVERIFY2(answer.body.contains(QByteArray("\n") + standard), standard);
    }

private:
    std::unique_ptr<RunningServer> m_server;
    std::unique_ptr<SignedNotify> m_gateway;
};

QTEST_GUILESS_MAIN(MetricsScrapedTest)
#include "tst_metrics_scraped.moc"
