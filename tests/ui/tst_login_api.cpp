// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Await.h"
#include "tests/support/LoopbackServer.h"
#include "ui/LoginApi.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

class LoginApiTest : public QObject
{
    Q_OBJECT

    using Reply = LoopbackServer::Reply;

    static QByteArray text(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }
    static QJsonObject linXiao()
    {
        return {{"id", "p1"},     {"name", "林晓"},  {"role", "cashier"},
                {"active", true}, {"has_pin", true}, {"phones", 1}};
    }
    static LoginDesk::Ticket ticket() { return {"KEY", "http://10.0.0.2/m/login/KEY", "poll-secret", 47}; }

    struct Rig
    {
        LoopbackServer server;
        LoginApi api{server.url(), "terminal-token"};

        void answer(int status, const QJsonObject &json)
        {
            server.answer = [status, body = text(json)](const LoopbackServer::Request &) {
                return Reply{status, body};
            };
        }
        const LoopbackServer::Request &asked() const { return server.requests.back(); }
        bool says(const QByteArray &header) const { return asked().head.contains(header); }
    };

private slots:
    void peopleAreRead()
    {
        Rig rig;
        QJsonObject gone = linXiao();
        gone["active"] = false;
        rig.answer(200, {{"people", QJsonArray{linXiao(), gone}}, {"practice_pin", "135790"}});
        const auto people = await(rig.api.people());
        QVERIFY(people);
        QCOMPARE(people->people.size(), 1);
        QCOMPARE(people->people[0].name, QStringLiteral("林晓"));
        QVERIFY(people->people[0].hasPin);
        QCOMPARE(people->practicePin, QStringLiteral("135790"));
        QCOMPARE(rig.asked().method, QByteArray("GET"));
        QCOMPARE(rig.asked().path, QByteArray("/api/v1/people"));
        QVERIFY(rig.says("Authorization: Bearer terminal-token"));
        QVERIFY(!rig.says("X-Operator-Session"));
    }
    void peopleThatCannotBeReadAreNotNobody_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no list") << 200 << QByteArray("{}");
        QTest::newRow("no JSON") << 200 << QByteArray("<html>");
        QTest::newRow("no role") << 200 << QByteArray(R"({"people":[{"id":"p1","name":"x","role":"king"}]})");
        QTest::newRow("refused") << 401 << QByteArray(R"({"code":"SIGN_ERROR"})");
        QTest::newRow("in trouble") << 500 << QByteArray();
    }
    void peopleThatCannotBeReadAreNotNobody()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Rig rig;
        rig.server.answer = [=](const LoopbackServer::Request &) { return Reply{status, body}; };
        QVERIFY(!await(rig.api.people())); // or a till would open
    }
    void aRightPinBringsASession()
    {
        Rig rig;
        rig.answer(200, {{"session_token", "s-1"}, {"person", linXiao()}, {"expires_at", "2026-11-22T10:00:00+08:00"}});
        const auto answer = await(rig.api.signIn("p1", "135790"));
        QVERIFY(answer);
        QCOMPARE(answer->kind, LoginDesk::PinAnswer::Kind::SignedIn);
        QCOMPARE(answer->session.token, QByteArray("s-1"));
        QCOMPARE(answer->session.person.name, QStringLiteral("林晓"));
        QCOMPARE(rig.asked().path, QByteArray("/api/v1/login/pin"));
        QCOMPARE(rig.asked().body, QJsonObject({{"person", "p1"}, {"pin", "135790"}}));
        QVERIFY(rig.says("Connection: close")); // never sent twice by itself: a wrong one counts
    }
    void aWrongPinAndABlockAreAnswers()
    {
        Rig rig;
        rig.answer(401, {{"code", "PIN_WRONG"}, {"message", "no"}, {"tries_left", 3}});
        auto answer = await(rig.api.signIn("p1", "111222"));
        QVERIFY(answer);
        QCOMPARE(answer->kind, LoginDesk::PinAnswer::Kind::Wrong);
        QCOMPARE(answer->triesLeft, 3);
        rig.answer(429, {{"code", "PIN_BLOCKED"}, {"message", "no"}, {"retry_after_s", 60}});
        answer = await(rig.api.signIn("p1", "111222"));
        QVERIFY(answer);
        QCOMPARE(answer->kind, LoginDesk::PinAnswer::Kind::Blocked);
        QCOMPARE(answer->retryAfterS, 60);
        rig.answer(401, {{"code", "PIN_WRONG"}, {"tries_left", 0}, {"retry_after_s", 30}}); // the fifth
        answer = await(rig.api.signIn("p1", "111222"));
        QCOMPARE(answer->kind, LoginDesk::PinAnswer::Kind::Blocked);
        QCOMPARE(answer->retryAfterS, 30);
        rig.answer(401, {{"code", "SIGN_ERROR"}}); // the terminal's own token is wrong
        QVERIFY(!await(rig.api.signIn("p1", "111222")));
    }
    void aTicketIsMadeAndFollowed()
    {
        Rig rig;
        rig.answer(201, {{"key", "KEY"},
                         {"qr", "http://10.0.0.2/m/login/KEY"},
                         {"poll_secret", "poll-secret"},
                         {"number", 47},
                         {"state", "created"}});
        const auto made = await(rig.api.openTicket("晨光咖啡", "1 号收银台"));
        QVERIFY(made);
        QCOMPARE(made->number, 47);
        QCOMPARE(made->pollSecret, QByteArray("poll-secret"));
        QCOMPARE(rig.asked().body, QJsonObject({{"shop", "晨光咖啡"}, {"till", "1 号收银台"}}));

        rig.answer(200, {{"key", "KEY"}, {"state", "scanned"}, {"person", QJsonValue::Null}});
        auto news = await(rig.api.news(*made, TicketState::Created));
        QVERIFY(news && *news);
        QCOMPARE((**news).state, TicketState::Scanned);
        QVERIFY(!(**news).person);
        QCOMPARE(rig.asked().path, QByteArray("/api/v1/login/tickets/KEY?after=created&timeout=25"));
        QVERIFY(rig.says("Authorization: Bearer poll-secret"));
        QVERIFY(!rig.says("terminal-token"));

        rig.answer(200, {{"key", "KEY"}, {"state", "confirmed"}, {"person", linXiao()}, {"session_token", "s-1"}});
        news = await(rig.api.news(*made, TicketState::Scanned));
        QVERIFY(news && *news);
        QCOMPARE((**news).sessionToken, QByteArray("s-1"));
        QCOMPARE((**news).person->name, QStringLiteral("林晓"));

        rig.server.answer = [](const LoopbackServer::Request &) { return Reply{204, {}}; };
        news = await(rig.api.news(*made, TicketState::Scanned));
        QVERIFY(news && !*news);
        for (const auto &request : rig.server.requests)
            QVERIFY(!request.path.contains("secret") && !request.path.contains("token"));
    }
    void phoneLoginOffIsSaid()
    {
        Rig rig;
        rig.answer(503, {{"code", "PHONE_LOGIN_OFF"}, {"message", "use the PIN"}});
        const auto made = await(rig.api.openTicket({}, {}));
        QVERIFY(!made);
        QVERIFY(made.error().message.startsWith("PHONE_LOGIN_OFF"));
    }
    void badTicketsAreNone()
    {
        Rig rig;
        for (const auto &bad :
             {QJsonObject{{"key", ""}, {"qr", "http://x"}, {"poll_secret", "p"}, {"number", 47}},
              QJsonObject{{"key", "K"}, {"qr", "http://x"}, {"poll_secret", "p\r\nX: y"}, {"number", 47}},
              QJsonObject{{"key", "K"}, {"qr", "http://x"}, {"poll_secret", "p"}, {"number", 7}}}) {
            rig.answer(201, bad);
            QVERIFY(!await(rig.api.openTicket({}, {})));
        }
    }
    void aForgottenOrForeignTicketIsAnError()
    {
        Rig rig;
        rig.answer(404, {{"code", "NOT_FOUND"}});
        QCOMPARE(await(rig.api.news(ticket(), TicketState::Created)).error().code, ErrorCode::NotFound);
        rig.answer(401, {{"code", "SIGN_ERROR"}});
        QVERIFY(!await(rig.api.news(ticket(), TicketState::Created)));
    }
    void bindingAndSigningOutGoInSomebodysName()
    {
        Rig rig;
        rig.answer(200, {{"key", "KEY"}, {"state", "scanned"}, {"person", linXiao()}});
        const auto bound = await(rig.api.bind(ticket(), "p1", "manager-session"));
        QVERIFY(bound);
        QCOMPARE(bound->person->id, QStringLiteral("p1"));
        QCOMPARE(rig.asked().path, QByteArray("/api/v1/login/tickets/KEY/bind"));
        QCOMPARE(rig.asked().body, QJsonObject({{"person", "p1"}}));
        QVERIFY(rig.says("X-Operator-Session: manager-session"));
        QVERIFY(rig.says("Authorization: Bearer terminal-token"));
        rig.answer(403, {{"code", "ROLE_TOO_LOW"}});
        QCOMPARE(await(rig.api.bind(ticket(), "p3", "manager-session")).error().code, ErrorCode::Forbidden);

        rig.server.answer = [](const LoopbackServer::Request &) { return Reply{204, {}}; };
        rig.api.signOut("manager-session");
        QTRY_COMPARE(rig.server.count("POST", "/api/v1/login/sign-out"), 1);
        QVERIFY(rig.says("X-Operator-Session: manager-session"));
    }
    void aPollNobodyWantsAnyMoreHangsUp()
    {
        Rig rig;
        rig.server.answer = [](const LoopbackServer::Request &) { return Reply{0, {}}; }; // it waits
        auto news = rig.api.news(ticket(), TicketState::Created);
        QTRY_COMPARE(rig.server.requests.size(), 1);
        rig.api.stopWaiting(ticket());
        QCOMPARE(await(news).error().code, ErrorCode::Unknown);
    }
    void manyWaitingPollsKeepNoPinWaiting()
    {
        Rig rig;
        rig.server.answer = [](const LoopbackServer::Request &request) {
            return request.method == "GET" ? Reply{0, {}} : Reply{401, R"({"code":"PIN_WRONG","tries_left":4})"};
        };
        const auto one = rig.api.news(ticket(), TicketState::Created);
        const auto other = rig.api.news({"OLD", "http://x", "p", 11}, TicketState::Created);
        QTRY_COMPARE(rig.server.requests.size(), 2);
        QVERIFY(await(rig.api.signIn("p1", "111222")));
    }
    void nobodyThereIsSaid()
    {
        Rig rig;
        rig.server.vanish();
        QCOMPARE(await(rig.api.people()).error().code, ErrorCode::ProviderUnavailable);
        rig.api.signOut("s-1"); // and nothing waits for it
    }
};

QTEST_GUILESS_MAIN(LoginApiTest)
#include "tst_login_api.moc"
