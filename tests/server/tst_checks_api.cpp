// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

#include <QJsonArray>

/// "I have paid", over HTTP against the provider's twin, which notifies nobody.
class ChecksApiTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunningServer> m_server;

    void faults(const QJsonObject &plan) { QCOMPARE(m_server->simulator("PUT", "/sim/faults", plan).status, 200); }
    QString number() { return m_server->place()["out_trade_no"].toString(); }
    /// WeChat Pay's number of the payment.
    QString paid(const QString &number)
    {
        return RunningServer::json(m_server->pay(number))["transaction_id"].toString();
    }
    QJsonObject check(const QString &number, const QString &onScreen = {})
    {
        QJsonObject body{{"number", number}};
        if (!onScreen.isEmpty())
            body["out_trade_no"] = onScreen;
        return RunningServer::json(m_server->post("/api/v1/checks", body));
    }
    static QString said(const QJsonObject &check)
    {
        return check["verdict"].toString() + u' ' + check["order"]["out_trade_no"].toString();
    }

private slots:
    void init()
    {
        m_server = std::make_unique<RunningServer>();
        faults({{"notify", QJsonObject{{"lose", 1}}}});
    }
    void cleanup() { m_server.reset(); }

    void thisSaleIsPaid()
    {
        const auto order = number();
        const auto transaction = paid(order);
        QCOMPARE(transaction.size(), 28);
        const auto found = check(transaction.right(6), order);
        QCOMPARE(said(found), "this " + order);
        QCOMPARE(found["order"]["trade_state"].toString(), QStringLiteral("SUCCESS"));
        QCOMPARE(found["order"]["confirmed_by"].toString(), QStringLiteral("query"));
        QCOMPARE(found["paid_at"], found["order"]["success_time"]);
        QVERIFY(!found["order"].toObject().contains("watch_token"));
        for (const auto &shown : {transaction, order, order.right(4)})
            QCOMPARE(said(check(shown, order)), "this " + order);
    }
    void anotherSaleIsPaid()
    {
        const auto before = number();
        const auto transaction = paid(before);
        const auto onScreen = number();
        QCOMPARE(said(check(transaction, onScreen)), "another " + before);
        QCOMPARE(said(check(before.right(8), onScreen)), "another " + before);
        QCOMPARE(m_server->state(onScreen), QStringLiteral("NOTPAY"));
    }
    void nothingIsPaid()
    {
        const auto order = number();
        const auto unpaid = check(order, order);
        QCOMPARE(said(unpaid), "unpaid " + order);
        QVERIFY(unpaid["paid_at"].isNull());
        const auto none = check("4200000000000000000000000000", order);
        QCOMPARE(none, (QJsonObject{{"verdict", "none"}, {"order", QJsonValue()}, {"paid_at", QJsonValue()}}));
    }
    void aPaymentWeNeverAskedForIsACase()
    {
        (void)number(); // whose address for notifications the stray payment has
        const auto stray = m_server->simulator("POST", "/sim/stray", {{"out_trade_no", "STRAY0001"}, {"amount", 5}});
        QCOMPARE(stray.status, 200);
        const auto transaction = RunningServer::json(stray)["transaction_id"].toString();
        QCOMPARE(said(check(transaction)), QStringLiteral("none "));
        const auto cases = RunningServer::json(m_server->get("/api/v1/cases?state=open"))["cases"].toArray();
        QCOMPARE(cases.size(), 1);
        QCOMPARE(cases[0]["kind"].toString(), QStringLiteral("unknown_order"));
    }
    void theProviderIsInTrouble()
    {
        const auto order = number();
        faults({{"api", QJsonObject{{"error_rate", 1}, {"status", 500}}}, {"notify", QJsonObject{{"lose", 1}}}});
        (void)paid(order);
        QCOMPARE(said(check(order, order)), "unknown " + order);
    }
    void refuses_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no number") << QJsonObject() << 400;
        QTest::newRow("three digits") << QJsonObject{{"number", "821"}} << 400;
        QTest::newRow("a number") << QJsonObject{{"number", 4821}} << 400;
        QTest::newRow("33") << QJsonObject{{"number", QString(33, u'1')}} << 400;
        QTest::newRow("a screen's order that is none") << QJsonObject{{"number", "4821"}, {"out_trade_no", "x"}} << 400;
        QTest::newRow("null") << QJsonObject{{"number", "4821"}, {"out_trade_no", QJsonValue()}} << 400;
        QTest::newRow("not there") << QJsonObject{{"number", "4821"}, {"out_trade_no", "T0000001"}} << 404;
        QTest::newRow("unknown member") << QJsonObject{{"number", "4821"}, {"amount", 1}} << 400;
    }
    void refuses()
    {
        QFETCH(QJsonObject, body);
        QFETCH(int, status);
        QCOMPARE(m_server->post("/api/v1/checks", body).status, status);
    }
    void onlyTheTerminalMayAsk()
    {
        auto headers = m_server->terminal();
        headers.set("Authorization", "Bearer guess");
        QCOMPARE(m_server->send("POST", m_server->at().http + "/api/v1/checks", R"({"number":"4821"})", headers).status,
                 401);
    }
    void theHistoryIsSearchedByAllOfIt()
    {
        const auto order = m_server->place(1234)["out_trade_no"].toString();
        (void)m_server->place(4321);
        const auto count = [this](const QString &query) {
            return RunningServer::json(m_server->get("/api/v1/orders?" + query))["orders"].toArray().size();
        };
        QCOMPARE(count("amount=1234"), 1);
        QCOMPARE(count("amount=1235"), 0);
        QCOMPARE(count("amount=1234&q=" + order.right(4)), 1);
        QCOMPARE(count("tender=wechatpay"), 2);
        QCOMPARE(count("tender=cash"), 0);
        QCOMPARE(count("case=open"), 0);
        for (const auto *wrong :
             {"amount=", "amount=12.34", "amount=-1", "amount=x", "tender=gold", "tender=", "case=honoured", "case="})
            QCOMPARE(m_server->get(QStringLiteral("/api/v1/orders?") + wrong).status, 400);
    }
};

QTEST_GUILESS_MAIN(ChecksApiTest)
#include "tst_checks_api.moc"
