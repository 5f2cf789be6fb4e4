// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/LoginRig.h"

namespace {

const QString codes = QStringLiteral("/api/v1/pairings");
const QString tills = QStringLiteral("/api/v1/terminals");

} // namespace

/// A till elsewhere is paired by a supervisor's code, works under its own name, and is revoked by a supervisor.
class TerminalsApiTest : public QObject
{
    Q_OBJECT

    static QJsonObject pairingBy(LoginRig &rig, const QByteArray &session)
    {
        const auto made = rig.call("POST", codes, {}, {session});
        return made.status == 201 ? LoginRig::json(made) : QJsonObject();
    }
    /// As a till does that has nothing but what was typed.
    static HttpAnswer join(LoginRig &rig, const QJsonObject &body)
    {
        return rig.send({.method = "POST",
                         .url = QUrl(rig.address() + tills),
                         .headers = {{"Content-Type", "application/json"}},
                         .body = QJsonDocument(body).toJson()});
    }
    static QJsonObject joined(LoginRig &rig, const QByteArray &session, const QString &name)
    {
        return LoginRig::json(join(rig, {{"code", pairingBy(rig, session)["code"]}, {"name", name}}));
    }

private slots:
    void walks()
    {
        LoginRig rig;
        rig.makeStaff();
        const auto chen = rig.signIn(rig.supervisor, "246813");
        const auto pairing = pairingBy(rig, chen);
        QCOMPARE(pairing.keys(), (QStringList{"code", "expires_at"}));
        const auto answer = join(rig, {{"code", pairing["code"]}, {"name", QStringLiteral("2 号台")}});
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.headers.value("Cache-Control"), "no-store");
        const auto till = LoginRig::json(answer);
        QCOMPARE(till.keys(), (QStringList{"terminal", "token", "training"}));
        QCOMPARE(till["training"], QJsonValue(false)); // money is real here
        const LoginRig::Ask asTill{{}, till["token"].toString().toLatin1()};

        const auto placed = rig.call("POST", "/api/v1/orders", {{"amount", 100}, {"description", "tea"}}, asTill);
        QCOMPARE(placed.status, 201);
        QCOMPARE(LoginRig::json(placed)["terminal"].toString(), QStringLiteral("2 号台"));
        const auto own = rig.call("POST", "/api/v1/orders", {{"amount", 100}, {"description", "tea"}});
        QCOMPARE(LoginRig::json(own)["terminal"].toString(), QStringLiteral("terminal-1"));

        const auto list = LoginRig::json(rig.call("GET", tills, {}, {chen}))["terminals"].toArray();
        QCOMPARE(list.size(), 1);
        const auto shown = list[0].toObject();
        QCOMPARE(shown.keys(), (QStringList{"id", "last_seen", "made_at", "name"}));
        QCOMPARE(shown["id"], till["terminal"]);
        QVERIFY(shown["last_seen"].isString());

        const auto path = tills + '/' + till["terminal"].toString();
        QCOMPARE(rig.call("DELETE", path, {}, {chen}).status, 204);
        QCOMPARE(rig.call("GET", "/api/v1/orders", {}, asTill).status, 401);
        const auto again = rig.call("DELETE", path, {}, {chen});
        QCOMPARE(again.status, 404);
        QCOMPARE(LoginRig::code(again), QStringLiteral("TERMINAL_NOT_EXIST"));
        QVERIFY(LoginRig::json(rig.call("GET", tills, {}, {chen}))["terminals"].toArray().isEmpty());
    }
    void isASupervisorsBusiness_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::newRow("pair") << QByteArray("POST") << codes;
        QTest::newRow("list") << QByteArray("GET") << tills;
        QTest::newRow("revoke") << QByteArray("DELETE") << tills + "/somebody";
    }
    void isASupervisorsBusiness()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        LoginRig rig;
        rig.makeStaff();
        const auto lin = rig.signIn(rig.cashier, "135790");
        QCOMPARE(LoginRig::code(rig.call(method, path, {}, {lin})), QStringLiteral("ROLE_TOO_LOW"));
        QCOMPARE(LoginRig::code(rig.call(method, path)), QStringLiteral("OPERATOR_NEEDED"));
        QCOMPARE(rig.call(method, path, {}, {{}, "stranger"}).status, 401);
        QCOMPARE(rig.call(method, path, {}, {rig.signIn(rig.owner, "908172"), "stranger"}).status, 401);
    }
    void aCodeIsNeeded()
    {
        LoginRig rig;
        rig.makeStaff();
        const auto chen = rig.signIn(rig.supervisor, "246813");
        for (const QString &typed : {QString(), QStringLiteral("0000-0000")}) {
            const auto refused = join(rig, {{"code", typed}, {"name", "till 2"}});
            QCOMPARE(refused.status, 403);
            QCOMPARE(LoginRig::code(refused), QStringLiteral("PAIRING_CODE_WRONG"));
        }
        const QJsonValue code = pairingBy(rig, chen)["code"];
        QCOMPARE(join(rig, {{"code", code}, {"name", "till 2"}}).status, 201);
        QCOMPARE(join(rig, {{"code", code}, {"name", "till 3"}}).status, 403);
    }
    void aNameIsNeededBeforeTheCodeIsUsedUp()
    {
        LoginRig rig;
        rig.makeStaff();
        const QJsonValue code = pairingBy(rig, rig.signIn(rig.supervisor, "246813"))["code"];
        for (const QJsonValue &name : {QJsonValue(), QJsonValue(""), QJsonValue(QString(41, u'x')), QJsonValue("a\nb")})
            QCOMPARE(join(rig, {{"code", code}, {"name", name}}).status, 400);
        QCOMPARE(join(rig, {{"code", code}, {"name", "till 2"}, {"more", 1}}).status, 400);
        const auto form = rig.send({.method = "POST",
                                    .url = QUrl(rig.address() + tills),
                                    .headers = {{"Content-Type", "text/plain"}},
                                    .body = "{}"});
        QCOMPARE(form.status, 415);
        QCOMPARE(join(rig, {{"code", code}, {"name", QString(40, u'x')}}).status, 201);
    }
    void guessingKillsTheCode()
    {
        LoginRig rig;
        rig.makeStaff();
        const QJsonValue code = pairingBy(rig, rig.signIn(rig.supervisor, "246813"))["code"];
        for (int i = 0; i < PairingCodes::maxTries; ++i)
            QCOMPARE(join(rig, {{"code", "0000-0000"}, {"name", "till 2"}}).status, 403);
        QCOMPARE(join(rig, {{"code", code}, {"name", "till 2"}}).status, 403);
    }
    void aPairedOneIsNobodyInPerson()
    {
        LoginRig rig;
        rig.makeStaff();
        const auto till = joined(rig, rig.signIn(rig.supervisor, "246813"), "till 2");
        const QByteArray token = till["token"].toString().toLatin1();
        QCOMPARE(LoginRig::code(rig.call("POST", codes, {}, {{}, token})), QStringLiteral("OPERATOR_NEEDED"));
        // Who signs in there has their own rights.
        QCOMPARE(rig.call("POST", codes, {}, {rig.signIn(rig.supervisor, "246813"), token}).status, 201);
    }
};

QTEST_GUILESS_MAIN(TerminalsApiTest)
#include "tst_terminals_api.moc"
