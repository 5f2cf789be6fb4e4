// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/LoginRig.h"

using namespace std::chrono_literals;

/// People, their PINs and their sessions over HTTP, and who may change them.
class PeopleApiTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<LoginRig> m_rig;

    QByteArray session(const char *role)
    {
        if (qstrcmp(role, "owner") == 0)
            return m_rig->signIn(m_rig->owner, "908172");
        if (qstrcmp(role, "supervisor") == 0)
            return m_rig->signIn(m_rig->supervisor, "246813");
        return m_rig->signIn(m_rig->cashier, "135790");
    }
    HttpAnswer pin(const char *pin)
    {
        return m_rig->call("POST", "/api/v1/login/pin", {{"person", m_rig->cashier}, {"pin", pin}});
    }
    QJsonArray people() { return LoginRig::json(m_rig->call("GET", "/api/v1/people"))["people"].toArray(); }

private slots:
    void init()
    {
        m_rig = std::make_unique<LoginRig>();
        m_rig->makeStaff();
    }
    void cleanup() { m_rig.reset(); }

    void theFirstOneIsAnOwnerWithAPin()
    {
        LoginRig fresh;
        QCOMPARE(LoginRig::json(fresh.call("GET", "/api/v1/people"))["people"].toArray().size(), 0);
        for (const auto &body : {QJsonObject{{"name", "X"}, {"role", "cashier"}, {"pin", "135790"}},
                                 QJsonObject{{"name", "X"}, {"role", "owner"}}})
            QCOMPARE(fresh.call("POST", "/api/v1/people", body).status, 400);
        const QJsonObject owner{{"name", "X"}, {"role", "owner"}, {"pin", "135790"}};
        QCOMPARE(fresh.call("POST", "/api/v1/people", owner).status, 201);
        // From now on somebody must sign in for it.
        const auto next = fresh.call("POST", "/api/v1/people", owner);
        QCOMPARE(next.status, 403);
        QCOMPARE(LoginRig::code(next), QStringLiteral("OPERATOR_NEEDED"));
    }
    void listsWhoIsHere()
    {
        QCOMPARE(people().size(), 3);
        QCOMPARE(people()[0].toObject().keys(), (QStringList{"active", "has_pin", "id", "name", "phones", "role"}));
        QVERIFY(!LoginRig::json(m_rig->call("GET", "/api/v1/people")).contains("practice_pin"));
        const auto left =
            m_rig->call("PUT", "/api/v1/people/" + m_rig->cashier, {{"active", false}}, {session("owner")});
        QCOMPARE(left.status, 200);
        QVERIFY(!LoginRig::json(left)["active"].toBool(true));
        QCOMPARE(people().size(), 2);
    }
    void onlyAnOwnerChangesPeople_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<int>("status");
        QTest::newRow("nobody") << "" << 403;
        QTest::newRow("cashier") << "cashier" << 403;
        QTest::newRow("supervisor") << "supervisor" << 403;
        QTest::newRow("owner") << "owner" << 201;
    }
    void onlyAnOwnerChangesPeople()
    {
        QFETCH(QString, role);
        QFETCH(int, status);
        const auto who = role.isEmpty() ? QByteArray() : session(qPrintable(role));
        const auto code = role.isEmpty() ? "OPERATOR_NEEDED" : "ROLE_TOO_LOW";
        const auto added = m_rig->call("POST", "/api/v1/people", {{"name", "X"}, {"role", "cashier"}}, {who});
        QCOMPARE(added.status, status);
        const QJsonObject raise{{"role", "owner"}};
        const auto raised = m_rig->call("PUT", "/api/v1/people/" + m_rig->cashier, raise, {who});
        QCOMPARE(raised.status, status == 201 ? 200 : status);
        if (status == 403) {
            QCOMPARE(LoginRig::code(added), code);
            QCOMPARE(LoginRig::code(raised), code);
        }
    }
    void everybodyChangesTheirOwnPinAndNothingElse()
    {
        const auto path = "/api/v1/people/" + m_rig->cashier;
        for (const auto &body : {QJsonObject{{"pin", "246813"}, {"role", "owner"}}, QJsonObject{{"name", "X"}},
                                 QJsonObject{{"active", true}}, QJsonObject()})
            QCOMPARE(m_rig->call("PUT", path, body, {session("cashier")}).status, 403);
        const auto lin = session("cashier");
        QCOMPARE(m_rig->call("PUT", "/api/v1/people/" + m_rig->supervisor, {{"pin", "864209"}}, {lin}).status, 403);
        QCOMPARE(m_rig->call("PUT", path, {{"pin", "864209"}}, {lin}).status, 200);
        // The old sessions end with the old PIN.
        const auto over = m_rig->call("GET", "/api/v1/login/session", {}, {lin});
        QCOMPARE(over.status, 401);
        QCOMPARE(LoginRig::code(over), QStringLiteral("SESSION_INVALID"));
        QCOMPARE(pin("864209").status, 200);
    }
    void theLastOwnerStays()
    {
        const auto wang = session("owner");
        const auto path = "/api/v1/people/" + m_rig->owner;
        for (const auto &body : {QJsonObject{{"role", "cashier"}}, QJsonObject{{"active", false}}}) {
            const auto answer = m_rig->call("PUT", path, body, {wang});
            QCOMPARE(answer.status, 409);
            QCOMPARE(LoginRig::code(answer), QStringLiteral("LAST_OWNER"));
        }
        QCOMPARE(m_rig->call("PUT", "/api/v1/people/nobody", {{"name", "X"}}, {wang}).status, 404);
    }
    void unbindingPhonesNeedsASupervisor()
    {
        const auto path = "/api/v1/people/" + m_rig->cashier + "/phones";
        QCOMPARE(m_rig->call("DELETE", path, {}, {session("cashier")}).status, 403);
        QCOMPARE(m_rig->call("DELETE", path, {}, {session("supervisor")}).status, 204);
        QCOMPARE(m_rig->call("DELETE", "/api/v1/people/nobody/phones", {}, {session("owner")}).status, 404);
    }
    void refusesABody_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
        row("no JSON", "name=X");
        row("no name", R"({"role":"cashier"})");
        row("an empty name", R"({"name":"  ","role":"cashier"})");
        row("a long name", R"({"name":"123456789012345678901","role":"cashier"})");
        row("two lines", R"({"name":"a\nb","role":"cashier"})");
        row("no role", R"({"name":"X"})");
        row("another role", R"({"name":"X","role":"boss"})");
        row("a weak PIN", R"({"name":"X","role":"cashier","pin":"123456"})");
        row("a short PIN", R"({"name":"X","role":"cashier","pin":"1357"})");
        row("a number for a PIN", R"({"name":"X","role":"cashier","pin":135790})");
        row("no PIN at all", R"({"name":"X","role":"cashier","pin":null})");
        row("unknown member", R"({"name":"X","role":"cashier","id":"me"})");
    }
    void refusesABody()
    {
        QFETCH(QByteArray, body);
        const auto wang = session("owner");
        HttpCall call{.method = "POST", .url = QUrl(m_rig->address() + "/api/v1/people"), .headers = {}, .body = body};
        call.headers = {{"Authorization", "Bearer terminal-token"},
                        {"Content-Type", "application/json"},
                        {"X-Operator-Session", wang}};
        QCOMPARE(m_rig->send(call).status, 400);
        call.headers.set("Content-Type", "text/plain");
        QCOMPARE(m_rig->send(call).status, 415);
        call.headers.set("Authorization", "Bearer guess");
        QCOMPARE(m_rig->send(call).status, 401);
        QCOMPARE(people().size(), 3);
    }
    void signsInAndOut()
    {
        const auto answer = pin("135790");
        QCOMPARE(answer.status, 200);
        const auto json = LoginRig::json(answer);
        QCOMPARE(json.keys(), (QStringList{"expires_at", "person", "session_token"}));
        QCOMPARE(json["expires_at"].toString(), QStringLiteral("2026-01-02T00:00:00.000+08:00"));
        const QByteArray token = json["session_token"].toString().toLatin1();
        const auto session = m_rig->call("GET", "/api/v1/login/session", {}, {token});
        QCOMPARE(LoginRig::json(session).keys(), (QStringList{"expires_at", "person"}));
        QCOMPARE(m_rig->call("POST", "/api/v1/login/sign-out", {}, {token}).status, 204);
        QCOMPARE(m_rig->call("POST", "/api/v1/login/sign-out", {}, {token}).status, 401);
        QCOMPARE(m_rig->call("GET", "/api/v1/login/session", {}, {token}).status, 401);
        QCOMPARE(m_rig->call("GET", "/api/v1/login/session").status, 401);
    }
    void aSessionAloneOpensNothing()
    {
        const auto token = session("owner");
        for (const auto *path : {"/api/v1/people", "/api/v1/login/session", "/api/v1/orders"})
            QCOMPARE(m_rig->call("GET", path, {}, {token, "guess"}).status, 401);
    }
    void wrongPinsAreCountedAndBlock()
    {
        for (int left = 4; left >= 0; --left) {
            const auto wrong = pin("908172");
            QCOMPARE(wrong.status, 401);
            QCOMPARE(LoginRig::code(wrong), QStringLiteral("PIN_WRONG"));
            QCOMPARE(LoginRig::json(wrong)["tries_left"].toInt(-1), left);
            QCOMPARE(LoginRig::json(wrong)["retry_after_s"].toInt(), left == 0 ? 30 : 0);
        }
        m_rig->shop.clock.advance(500ms);
        const auto blocked = pin("135790");
        QCOMPARE(blocked.status, 429);
        QCOMPARE(LoginRig::code(blocked), QStringLiteral("PIN_BLOCKED"));
        QCOMPARE(LoginRig::json(blocked)["retry_after_s"].toInt(), 30);
        QCOMPARE(blocked.headers.value("Retry-After"), QByteArray("30"));
        m_rig->shop.clock.advance(30s);
        QCOMPARE(pin("135790").status, 200);
    }
    void aPinThatIsNoneIsNoTry()
    {
        for (const auto *bad : {"", "1357", "13579a"})
            QCOMPARE(pin(bad).status, 400);
        QCOMPARE(m_rig->call("POST", "/api/v1/login/pin", {{"person", "nobody"}, {"pin", "135790"}}).status, 404);
        QCOMPARE(LoginRig::json(pin("908172"))["tries_left"].toInt(), 4);
    }
    void nothingTellsAPinOrAHash()
    {
        QByteArray told;
        for (const auto *path : {"/api/v1/people", "/api/v1/login/session"})
            told += m_rig->call("GET", path, {}, {session("owner")}).body;
        told += pin("111222").body + pin("135790").body;
        QVERIFY(!told.contains("scrypt") && !told.contains("pin_hash") && !told.contains("135790"));
    }
};

QTEST_GUILESS_MAIN(PeopleApiTest)
#include "tst_people_api.moc"
