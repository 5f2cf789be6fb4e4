// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/LoginRig.h"

/// A sale that is not understood whole is refused with what is at fault, and nothing of it is written; who may give
/// cash back.
class SaleRefusalsTest : public QObject
{
    Q_OBJECT

    static QByteArray line(const char *members) { return QByteArray(R"("bill":{"lines":[{)") + members + "}]}"; }
    static QByteArray discount(const char *members)
    {
        return QByteArray(R"("bill":{"lines":[{"name":"tea","price":2000,"quantity":1}],"discounts":[{)") + members
               + "}]}";
    }
    static HttpAnswer refund(LoginRig &rig, const QByteArray &session, const char *number, qint64 amount)
    {
        return rig.call("POST", "/api/v1/orders/T00001/refunds",
                        {{"amount", amount}, {"reason", "broken"}, {"out_refund_no", number}}, {session});
    }

private slots:
    void initTestCase() { m_rig = std::make_unique<LoginRig>(true); }
    void cleanupTestCase() { m_rig.reset(); }

    void saysWhatIsAtFault_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &members, const char *why) {
            QTest::newRow(name) << members << QString(why);
        };
        row("pickup", R"("pickup":"yes")", "pickup must be true or false");
        row("null pickup", R"("pickup":null)", "pickup must be true or false");
        row("tender", R"("tender":"shells")", "tender must be wechatpay, cash or other");
        row("no tender", R"("tender":null)", "tender must be wechatpay, cash or other");
        row("cash alone", R"("tender":"cash")", "received goes with the tender cash");
        row("too little", R"("tender":"cash","received":1989)", "received must be the amount or more");
        row("half a fen", R"("tender":"cash","received":1990.5)", "received must be a whole number");
        row("cash as text", R"("tender":"cash","received":"2000")", "received must be a whole number");
        row("cash for WeChat", R"("received":2000)", "received goes with the tender cash");
        row("no name", R"("tender":"other")", "tender_name goes with the tender other");
        row("blank name", R"("tender":"other","tender_name":" ")", "tender_name must be 1 to 16");
        row("long name", R"("tender":"other","tender_name":"12345678901234567")", "tender_name must be 1 to 16");
        row("two lines", R"("tender":"other","tender_name":"a\nb")", "tender_name must be 1 to 16");
        row("four bytes", R"("tender":"other","tender_name":"\ud83d\ude00")", "tender_name must be 1 to 16");
        row("name of cash", R"("tender":"cash","received":2000,"tender_name":"a")", "tender_name goes with");
        row("null bill", R"("bill":null)", "bill must be an object");
        row("empty bill", R"("bill":{})", "bill: lines and discounts must be lists");
        row("no lines", R"("bill":{"lines":[]})", "bill: it must have 1 to 200 lines");
        row("tip", R"("bill":{"lines":[],"tip":1})", "bill: unknown member; known are lines, discounts");
        row("a line", R"("bill":{"lines":[1990]})", "bill line 1 must be an object");
        row("misspelt", line(R"("name":"tea","price":1990,"quantity":1,"good":"T")"), "bill line 1: unknown member");
        row("price", line(R"("name":"tea","price":10000000,"quantity":1)"), "bill line 1: price must be");
        row("quantity", line(R"("name":"tea","price":1990,"quantity":1000)"), "bill line 1: quantity must be");
        row("misspelt discount", discount(R"("kind":"minus","amount":10,"percent":1)"),
            "bill discount 1: unknown member; known are kind, rate, amount");
        row("rate", discount(R"("kind":"rate","amount":10,"rate":100)"), "bill discount 1: rate must be");
        row("a rate to round", discount(R"("kind":"round","amount":10,"rate":5)"), "bill discount 1: only the kind");
        row("sum", line(R"("name":"tea","price":1991,"quantity":1)"), "the bill comes to 1991 fen, the amount is 1990");
        row("sum less", discount(R"("kind":"round","amount":11)"), "the bill comes to 1989 fen, the amount is 1990");
    }
    void saysWhatIsAtFault()
    {
        QFETCH(QByteArray, members);
        QFETCH(QString, why);
        const auto answer =
            m_rig->send({.method = "POST",
                         .url = QUrl(m_rig->address() + "/api/v1/orders"),
                         .headers = {{"Authorization", "Bearer terminal-token"}, {"Content-Type", "application/json"}},
                         .body = R"({"amount":1990,"description":"tea","out_trade_no":"T00001",)" + members + "}"});
        QCOMPARE(answer.status, 400);
        const auto json = LoginRig::json(answer);
        QCOMPARE(json["code"].toString(), QStringLiteral("PARAM_ERROR"));
        QVERIFY2(json["message"].toString().startsWith(why), qPrintable(json["message"].toString()));
        QVERIFY(!await(m_rig->shop.store.load(Orders::number())));
        QVERIFY(m_rig->shop.wechat.calls.isEmpty());
    }
    void twoHundredLinesAreNotTooMany()
    {
        LoginRig rig(true);
        QJsonArray lines;
        for (int i = 0; i < 200; ++i)
            lines.append(QJsonObject{{"name", QString(64, u'茶')}, {"price", 10}, {"quantity", 999}});
        QJsonObject body{{"amount", 1'998'000},
                         {"description", "tea"},
                         {"out_trade_no", "T00001"},
                         {"bill", QJsonObject{{"lines", lines}}}};
        QCOMPARE(rig.call("POST", "/api/v1/orders", body).status, 201);
        QCOMPARE(await(rig.shop.store.load(Orders::number()))->bill->lines().size(), 200);
        lines.append(lines.first());
        body["bill"] = QJsonObject{{"lines", lines}};
        QCOMPARE(rig.call("POST", "/api/v1/orders", body).status, 400);
    }
    void cashGoesBackByTheSameRights()
    {
        LoginRig rig;
        rig.makeStaff();
        const QJsonObject sale{{"amount", 50'000},
                               {"description", "tea"},
                               {"out_trade_no", "T00001"},
                               {"tender", "cash"},
                               {"received", 50'000}};
        const auto cashier = rig.signIn(rig.cashier, "135790");
        const auto placed = rig.call("POST", "/api/v1/orders", sale, {cashier});
        QCOMPARE(placed.status, 201);
        QCOMPARE(LoginRig::json(placed)["operator"].toString(), rig.cashier);
        QCOMPARE(LoginRig::code(refund(rig, {}, "R1", 1)), QStringLiteral("OPERATOR_NEEDED"));
        QCOMPARE(refund(rig, cashier, "R1", 15'000).status, 201);
        QCOMPARE(LoginRig::code(refund(rig, cashier, "R2", 5'001)), QStringLiteral("ROLE_TOO_LOW"));
        const auto rest = refund(rig, rig.signIn(rig.supervisor, "246813"), "R2", 35'000);
        QCOMPARE(rest.status, 201);
        QCOMPARE(LoginRig::json(rest)["operator"].toString(), rig.supervisor);
        QCOMPARE(LoginRig::json(rest)["status"].toString(), QStringLiteral("SUCCESS"));
        QCOMPARE(LoginRig::code(refund(rig, cashier, "R3", 1)), QStringLiteral("REFUND_TOO_MUCH"));
        QVERIFY(rig.shop.wechat.calls.isEmpty());
    }

private:
    std::unique_ptr<LoginRig> m_rig;
};

QTEST_GUILESS_MAIN(SaleRefusalsTest)
#include "tst_sale_refusals.moc"
