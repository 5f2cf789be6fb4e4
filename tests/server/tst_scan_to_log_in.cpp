// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/Handset.h"
#include "tests/server/RunningServer.h"

#include <QJsonArray>

/// The whole way with a running server: the till's QR, a phone, a manager who binds it, the session, the sale.
class ScanToLogInTest : public QObject
{
    Q_OBJECT

    static HttpAnswer poll(RunningServer &server, const QJsonObject &ticket, const QString &query = {})
    {
        return server.send("GET", server.at().http + "/api/v1/login/tickets/" + ticket["key"].toString() + query, {},
                           {{"Authorization", "Bearer " + ticket["poll_secret"].toString().toLatin1()}});
    }
    static HttpHeaders signedIn(const RunningServer &server, const QString &token)
    {
        auto headers = server.terminal();
        headers.add("X-Operator-Session", token.toLatin1());
        return headers;
    }
    static QJsonObject personNamed(RunningServer &server, const QString &name)
    {
        const auto people = RunningServer::json(server.get("/api/v1/people"))["people"].toArray();
        for (const auto &person : people) {
            if (person.toObject()["name"] == name)
                return person.toObject();
        }
        return {};
    }

private slots:
    void walks()
    {
        RunningServer server;
        QTRY_COMPARE_WITH_TIMEOUT(personNamed(server, QStringLiteral("林晓"))["role"].toString(),
                                  QStringLiteral("cashier"), 20'000);
        const auto lin = personNamed(server, QStringLiteral("林晓"))["id"].toString();
        const QJsonObject place{{"shop", QStringLiteral("练习商店")}, {"till", QStringLiteral("1 号收银台")}};
        const auto made = server.post("/api/v1/login/tickets", place);
        QCOMPARE(made.status, 201);
        const auto ticket = RunningServer::json(made);
        QVERIFY(ticket["qr"].toString().startsWith(server.at().phone + "/m/login/"));

        Handset phone;
        QCOMPARE(phone.open(ticket["qr"].toString()).status, 200);
        phone.press("scan");
        QCOMPARE(phone.state(), QStringLiteral("stranger"));
        const auto scanned = RunningServer::json(poll(server, ticket, "?after=created"));
        QCOMPARE(scanned["state"].toString(), QStringLiteral("scanned"));
        QVERIFY(scanned["person"].isNull());

        const auto bound =
            server.post("/api/v1/login/tickets/" + ticket["key"].toString() + "/bind", {{"person", lin}});
        QCOMPARE(bound.status, 200);
        phone.open(ticket["qr"].toString());
        QVERIFY(phone.text().contains(QStringLiteral("练习商店 · 1 号收银台")));
        QVERIFY(phone.text().contains(QStringLiteral("林晓")));
        phone.press("confirm", "number=" + QByteArray::number(ticket["number"].toInt()));
        QCOMPARE(phone.result(), QStringLiteral("signed_in"));

        const auto confirmed = RunningServer::json(poll(server, ticket, "?after=scanned"));
        QCOMPARE(confirmed["state"].toString(), QStringLiteral("confirmed"));
        const auto token = confirmed["session_token"].toString();
        QVERIFY(!token.isEmpty());
        QVERIFY(!RunningServer::json(poll(server, ticket)).contains("session_token"));

        const QByteArray order = R"({"amount":100,"description":"tea"})";
        const auto placed = server.send("POST", server.at().http + "/api/v1/orders", order, signedIn(server, token));
        QCOMPARE(RunningServer::json(placed)["operator"].toString(), lin);

        // The session is in the books, and so is the phone.
        server.stop();
        server.start();
        const auto session = server.at().http + "/api/v1/login/session";
        QCOMPARE(server.send("GET", session, {}, signedIn(server, token)).status, 200);
        QCOMPARE(personNamed(server, QStringLiteral("林晓"))["phones"].toInt(), 1);
        const auto later = RunningServer::json(server.post("/api/v1/login/tickets"));
        phone.open(later["qr"].toString());
        phone.press("scan");
        QCOMPARE(phone.state(), QStringLiteral("scanned"));
        QCOMPARE(server.send("POST", server.at().http + "/api/v1/login/sign-out", "{}", signedIn(server, token)).status,
                 204);
        QCOMPARE(server.send("GET", session, {}, signedIn(server, token)).status, 401);
    }
    void aPageOfAnEarlierRunIsOutOfDate()
    {
        RunningServer server;
        const auto ticket = RunningServer::json(server.post("/api/v1/login/tickets"));
        Handset phone;
        phone.open(ticket["qr"].toString());
        server.stop();
        server.start();
        phone.press("scan");
        QCOMPARE(phone.result(), QStringLiteral("dead_code"));
    }
    void thePagesAreOnThePhonesPortOnly()
    {
        RunningServer server;
        const auto ticket = RunningServer::json(server.post("/api/v1/login/tickets"));
        const auto path = "/m/login/" + ticket["key"].toString();
        QCOMPARE(server.send("GET", server.at().http + path, {}, {}).status, 404);
        QCOMPARE(server.send("GET", server.at().simulator + path, {}, {}).status, 404);
        for (const auto *api : {"/api/v1/people", "/api/v1/login/pin", "/api/v1/login/tickets"})
            QCOMPARE(server.send("GET", server.at().phone + api, {}, server.terminal()).status, 404);
        QCOMPARE(server.send("GET", server.at().phone + path, {}, {{"Sec-Fetch-Site", "cross-site"}}).status, 403);
    }
    void theSecretsStayInside()
    {
        static QByteArray logged;
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { logged += message.toUtf8() + '\n'; });
        QList<QByteArray> secrets;
        {
            RunningServer server;
            QTRY_VERIFY_WITH_TIMEOUT(!personNamed(server, QStringLiteral("林晓")).isEmpty(), 20'000);
            const auto person = personNamed(server, QStringLiteral("林晓"))["id"].toString();
            const auto ticket = RunningServer::json(server.post("/api/v1/login/tickets"));
            Handset phone;
            phone.open(ticket["qr"].toString());
            phone.press("scan");
            (void)poll(server, ticket);
            (void)server.post("/api/v1/login/pin", {{"person", person}, {"pin", "864213"}});
            const QString session =
                RunningServer::json(server.post("/api/v1/login/pin", {{"person", person}, {"pin", "135790"}}))
                    .value("session_token")
                    .toString();
            (void)server.send("GET", server.at().http + "/api/v1/login/session", {}, signedIn(server, session));
            secrets = {ticket["poll_secret"].toString().toLatin1(),
                       session.toLatin1(),
                       phone.cookie.mid(phone.cookie.indexOf('=') + 1),
                       phone.csrf,
                       "864213",
                       "scrypt$"};
        }
        qInstallMessageHandler(before);
        for (const auto &secret : secrets) {
            QVERIFY(secret.size() >= 6);
            QVERIFY2(!logged.contains(secret), logged.constData());
        }
    }
};

QTEST_GUILESS_MAIN(ScanToLogInTest)
#include "tst_scan_to_log_in.moc"
