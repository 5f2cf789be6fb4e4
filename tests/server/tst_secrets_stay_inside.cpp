// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"
#include "tests/server/SignedNotify.h"

/// Looks for the actual secrets in everything that leaves: answers, pushes, logs.
class SecretsStayInsideTest : public QObject
{
    Q_OBJECT

    static inline QByteArray logged;
    static void keep(QtMsgType, const QMessageLogContext &, const QString &message)
    {
        logged += message.toUtf8() + '\n';
    }
    static QByteArray contentOf(const QString &file)
    {
        QFile source(file);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

private slots:
    void inAWholeDay()
    {
        const auto before = qInstallMessageHandler(keep);
        QByteArray left;
        QList<QByteArray> secrets;
        {
            RunningServer server;
            SignedNotify gateway(server);
            const auto key = contentOf(server.path("merchant_key.pem")).split('\n');
            secrets = {gateway.keys.apiV3Key(), server.at().terminalToken,
                       contentOf(server.path("watch_secret")).trimmed(), key.at(1), key.at(5)};
            const auto ask = [&](const HttpAnswer &answer) {
                left += answer.body;
                for (const auto &[name, value] : answer.headers.fields())
                    left += name + ": " + value + '\n';
                return answer;
            };
            const auto order =
                RunningServer::json(ask(server.post("/api/v1/orders", {{"amount", 5}, {"description", "tea"}})));
            const auto path = "/api/v1/orders/" + order["out_trade_no"].toString();
            WatchClient till(server);
            till.say({{"action", "create"},
                      {"outTradeNo", order["out_trade_no"]},
                      {"after", 0},
                      {"token", QString::fromLatin1(server.at().terminalToken)}});
            till.say({{"action", "create"}, {"outTradeNo", "1234"}, {"token", "wrong"}});
            const auto body = gateway.body(gateway.content(order));
            auto forged = gateway.headers(body);
            forged.set("Wechatpay-Signature", "eHh4");
            ask(gateway.send(server, body, forged));
            ask(gateway.send(server, gateway.body(gateway.content(order), true)));
            ask(gateway.send(server, "{"));
            ask(gateway.send(server, body));
            for (const auto *call : {"", "/events", "?token=x", "/nothing"})
                ask(server.get(path + call));
            ask(server.post(path + "/query"));
            ask(server.post(path + "/close"));
            ask(server.get("/api/v1/orders"));
            ask(server.get("/api/v1/orders/" + QString(500, u'x')));
            ask(server.send("GET", server.at().http + "/api/v1/orders", {}, {{"Authorization", "Bearer wrong"}}));
            till.settle();
            for (const auto &message : till.heard)
                left += QJsonDocument(message).toJson();
            left.replace(order["watch_token"].toString().toUtf8(), "(the watch token, where it belongs)");
        }
        qInstallMessageHandler(before);
        QVERIFY(left.size() > 2000);
        for (const auto &secret : secrets) {
            QVERIFY(secret.size() >= 32);
            QVERIFY(!left.contains(secret));
            QVERIFY(!logged.contains(secret));
        }
        QVERIFY(!left.contains("/tmp/") && !left.contains(".sqlite") && !left.contains(".cpp"));
    }
};

QTEST_GUILESS_MAIN(SecretsStayInsideTest)
#include "tst_secrets_stay_inside.moc"
