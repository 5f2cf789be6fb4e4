// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/GoodsJson.h"
#include "tests/server/LoginRig.h"
#include "tests/support/Shelf.h"

/// The list of goods over HTTP: who may see it, who may change it, one by one or as a spreadsheet's file.
class GoodsApiTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<LoginRig> m_rig;
    QByteArray m_supervisor;

    static QJsonObject body(const Goods &goods = Shelf::goods("A01"))
    {
        auto json = Json::fromGoods(goods);
        json.remove("code");
        return json;
    }
    HttpAnswer put(const Goods &goods)
    {
        return m_rig->call("PUT", "/api/v1/goods/" + goods.code(), body(goods), {m_supervisor});
    }
    HttpAnswer file(const QByteArray &method, const QByteArray &bytes, const QByteArray &session,
                    const QByteArray &type = "text/csv")
    {
        HttpHeaders headers{{"Authorization", "Bearer terminal-token"}};
        if (!bytes.isEmpty())
            headers.add("Content-Type", type);
        if (!session.isEmpty())
            headers.add("X-Operator-Session", session);
        return m_rig->send(
            {.method = method, .url = QUrl(m_rig->address() + "/api/v1/goods.csv"), .headers = headers, .body = bytes});
    }
    QString codes()
    {
        QStringList codes;
        for (const QJsonValue one : LoginRig::json(m_rig->call("GET", "/api/v1/goods"))["goods"].toArray())
            codes << one["code"].toString();
        return codes.join(' ');
    }
    static QByteArray sheet(const QByteArray &lines)
    {
        return "code,barcode,name,price,category,position,on_sale\n" + lines;
    }

private slots:
    void init()
    {
        m_rig = std::make_unique<LoginRig>();
        m_rig->makeStaff();
        m_supervisor = m_rig->signIn(m_rig->supervisor, "246813");
    }
    void cleanup() { m_rig.reset(); }

    void aSupervisorKeepsTheList()
    {
        QCOMPARE(put(Shelf::goods("B", "tea", 2)).status, 201);
        const auto added = put(Shelf::goods("A", "tea", 1));
        QCOMPARE(added.status, 201);
        QCOMPARE(LoginRig::json(added), Json::fromGoods(Shelf::goods("A", "tea", 1)));
        QCOMPARE(put(Shelf::goods("A", "tea", 3)).status, 200);
        QCOMPARE(codes(), QStringLiteral("B A"));
        QCOMPARE(m_rig->call("DELETE", "/api/v1/goods/B", {}, {m_supervisor}).status, 204);
        const auto gone = m_rig->call("DELETE", "/api/v1/goods/B", {}, {m_supervisor});
        QCOMPARE(gone.status, 404);
        QCOMPARE(LoginRig::code(gone), QStringLiteral("GOODS_NOT_EXIST"));
        QCOMPARE(codes(), QStringLiteral("A"));
    }
    void nobodyElseDoes_data()
    {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("nobody in person") << QByteArray() << 403 << "OPERATOR_NEEDED";
        QTest::newRow("a cashier") << QByteArray("cashier") << 403 << "ROLE_TOO_LOW";
        QTest::newRow("a session that is none") << QByteArray("stale") << 401 << "SESSION_INVALID";
    }
    void nobodyElseDoes()
    {
        QFETCH(QByteArray, who);
        QFETCH(int, status);
        QFETCH(QString, code);
        QCOMPARE(put(Shelf::goods("A")).status, 201);
        const auto session = who == "cashier" ? m_rig->signIn(m_rig->cashier, "135790") : who;
        for (const auto &answer : {m_rig->call("PUT", "/api/v1/goods/A", body(), {session}),
                                   m_rig->call("PUT", "/api/v1/goods/B", body(), {session}),
                                   m_rig->call("DELETE", "/api/v1/goods/A", {}, {session}),
                                   file("POST", sheet("C,,c,1.00,k,0,1\n"), session)}) {
            QCOMPARE(answer.status, status);
            QCOMPARE(LoginRig::code(answer), code);
        }
        const auto now = LoginRig::json(m_rig->call("GET", "/api/v1/goods"));
        QCOMPARE(now["version"].toInt(), 1);
        QCOMPARE(now["goods"].toArray().size(), 1);
    }
    void withoutTheTerminalsTokenThereIsNothing()
    {
        for (const auto *path : {"/api/v1/goods", "/api/v1/goods.csv"})
            QCOMPARE(m_rig->call("GET", path, {}, {m_supervisor, "guess"}).status, 401);
        QCOMPARE(m_rig->call("PUT", "/api/v1/goods/A", body(), {m_supervisor, "guess"}).status, 401);
    }
    void whoKnowsTheVersionIsToldOnlyOfChanges()
    {
        QCOMPARE(put(Shelf::goods("A")).status, 201);
        const auto same = m_rig->call("GET", "/api/v1/goods?version=1");
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.isEmpty());
        QCOMPARE(put(Shelf::goods("B")).status, 201);
        const auto changed = m_rig->call("GET", "/api/v1/goods?version=1");
        QCOMPARE(changed.status, 200);
        QCOMPARE(LoginRig::json(changed)["version"].toInt(), 2);
        for (const auto *wrong : {"x", "-1", "", "1.5"})
            QCOMPARE(m_rig->call("GET", QStringLiteral("/api/v1/goods?version=") + wrong).status, 400);
    }
    void aBarcodeNamesOneThing()
    {
        QCOMPARE(put(Shelf::goods("A", "tea", 0, "1234")).status, 201);
        const auto taken = put(Shelf::goods("B", "tea", 0, "1234"));
        QCOMPARE(taken.status, 409);
        QCOMPARE(LoginRig::code(taken), QStringLiteral("BARCODE_USED"));
    }
    void aShopHasAnEnd()
    {
        QList<Goods> many;
        for (int i = 0; i < Goods::mostInAShop; ++i)
            many << Shelf::goods(QByteArray::number(i).constData());
        QVERIFY(await(m_rig->goods.replaceAll(many)));
        const auto refused = put(Shelf::goods("more"));
        QCOMPARE(refused.status, 409);
        QCOMPARE(LoginRig::code(refused), QStringLiteral("GOODS_TOO_MANY"));
    }
    void refusesABody_data()
    {
        QTest::addColumn<QJsonObject>("wrong");
        const auto row = [](const char *name, const QString &member, const QJsonValue &value) {
            auto json = body();
            json[member] = value;
            QTest::newRow(name) << json;
        };
        row("free", "price", 0);
        row("half a fen", "price", 1.5);
        row("no name", "name", " ");
        row("another code", "code", "B");
        row("a code that is none", "code", 7);
        row("no truth", "on_sale", 1);
        row("unknown member", "colour", "red");
        row("left out", "category", QJsonValue(QJsonValue::Undefined));
    }
    void refusesABody()
    {
        QFETCH(QJsonObject, wrong);
        const auto answer = m_rig->call("PUT", "/api/v1/goods/A", wrong, {m_supervisor});
        QCOMPARE(answer.status, 400);
        QCOMPARE(LoginRig::code(answer), QStringLiteral("PARAM_ERROR"));
        QCOMPARE(codes(), QString());
    }
    void theCodeMayStandInTheBodyToo()
    {
        QCOMPARE(m_rig->call("PUT", "/api/v1/goods/A01", Json::fromGoods(Shelf::goods("A01")), {m_supervisor}).status,
                 201);
        QCOMPARE(m_rig->call("PUT", "/api/v1/goods/A%2001", body(), {m_supervisor}).status, 400);
    }
    void aFileGoesOutAndComesBack()
    {
        auto formula = Shelf::latte();
        formula.name = "=1+1, \"x\"";
        QCOMPARE(put(*Goods::make(formula)).status, 201);
        QCOMPARE(put(Shelf::goods("B")).status, 201);
        const QJsonValue before = LoginRig::json(m_rig->call("GET", "/api/v1/goods"))["goods"];
        const auto out = file("GET", {}, {});
        QCOMPARE(out.status, 200);
        QVERIFY(out.headers.value("Content-Type").startsWith("text/csv"));
        QVERIFY(out.headers.value("Content-Disposition").startsWith("attachment"));
        QVERIFY(out.body.startsWith("\xEF\xBB\xBF"
                                    "code,barcode,name,price,category,position,on_sale\r\n"));
        const auto in = file("POST", out.body, m_supervisor, "text/csv; charset=utf-8");
        QCOMPARE(in.status, 200);
        QCOMPARE(LoginRig::json(in), (QJsonObject{{"count", 2}, {"version", 3}}));
        QCOMPARE(LoginRig::json(m_rig->call("GET", "/api/v1/goods"))["goods"], before);
    }
    void aFileReplacesAll()
    {
        QCOMPARE(put(Shelf::goods("A", "tea", 0, "1234")).status, 201);
        QCOMPARE(file("POST", sheet("B,1234,b,1.00,k,0,1\n"), m_supervisor).status, 200);
        QCOMPARE(codes(), QStringLiteral("B"));
    }
    void aWrongFileReplacesNothingAndSaysEveryLine()
    {
        QCOMPARE(put(Shelf::goods("A")).status, 201);
        const auto refused = file("POST", sheet("B,,b,1.00,k,0,1\nC,,c,x,k,0,1\nB,,b,1.00,k,0,1\n"), m_supervisor);
        QCOMPARE(refused.status, 400);
        const auto json = LoginRig::json(refused);
        QCOMPARE(json["code"].toString(), QStringLiteral("PARAM_ERROR"));
        QCOMPARE(json["message"].toString(), QStringLiteral("line 3: price must be yuan like 22.00; "
                                                            "line 4: the code B is on line 2 already"));
        const auto lines = json["lines"].toArray();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].toObject(), (QJsonObject{{"line", 3}, {"message", "price must be yuan like 22.00"}}));
        QCOMPARE(lines[1]["line"].toInt(), 4);
        QCOMPARE(codes(), QStringLiteral("A"));
    }
    void aFileMustSayWhatItIs()
    {
        for (const char *type : {"application/json", "text/plain", "application/x-www-form-urlencoded"})
            QCOMPARE(file("POST", sheet("B,,b,1.00,k,0,1\n"), m_supervisor, type).status, 415);
        QCOMPARE(codes(), QString());
    }
};

QTEST_GUILESS_MAIN(GoodsApiTest)
#include "tst_goods_api.moc"
