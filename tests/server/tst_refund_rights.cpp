// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/LoginRig.h"

/// Who may give money back, and how much; what the calls answer.
class RefundRightsTest : public QObject
{
    Q_OBJECT

    static HttpAnswer refund(LoginRig &rig, const QByteArray &session, const char *number, qint64 amount)
    {
        rig.shop.wechat.refunds.answers = {Orders::saying(RefundStatus::Processing, number, amount, 50'000)};
        return rig.call("POST", "/api/v1/orders/T00001/refunds",
                        {{"amount", amount}, {"reason", "broken"}, {"out_refund_no", number}}, {session});
    }
    static void openCase(LoginRig &rig)
    {
        (void)rig.shop.paid("T00001", 50'000);
        QVERIFY(await(rig.shop.checkout.settle(Orders::payment("T00001", 50'000, "420002")))->newCase);
    }

private slots:
    void aCashiersLimitIsForTheWholeOrder()
    {
        LoginRig rig;
        rig.makeStaff();
        (void)rig.shop.paid("T00001", 50'000);
        const auto cashier = rig.signIn(rig.cashier, "135790");
        const auto first = refund(rig, cashier, "R1", 15'000);
        QCOMPARE(first.status, 201);
        QCOMPARE(LoginRig::json(first)["operator"].toString(), rig.cashier);
        const auto split = refund(rig, cashier, "R2", 5'001);
        QCOMPARE(split.status, 403);
        QCOMPARE(LoginRig::code(split), QStringLiteral("ROLE_TOO_LOW"));
        QCOMPARE(refund(rig, cashier, "R2", 5'000).status, 201);
        QCOMPARE(refund(rig, cashier, "R3", 1).status, 403);
        QCOMPARE(refund(rig, rig.signIn(rig.supervisor, "246813"), "R3", 30'000).status, 201);
        QCOMPARE(refund(rig, cashier, "R3", 30'000).status, 200); // asking for what is there already moves nothing
    }
    void twoAtOnceDoNotGetRoundIt()
    {
        LoginRig rig;
        rig.makeStaff();
        (void)rig.shop.paid("T00001", 50'000);
        rig.shop.wechat.refunds.hold = true;
        const auto cashier = rig.signIn(rig.cashier, "135790");
        for (const char *number : {"R1", "R2"})
            (void)rig.begin("POST", "/api/v1/orders/T00001/refunds",
                            {{"amount", 15'000}, {"reason", "broken"}, {"out_refund_no", number}}, {cashier});
        QTRY_COMPARE(rig.shop.wechat.refunds.held.size(), 1);
        rig.shop.settleDown();
        QCOMPARE(await(rig.shop.refundStore.ofOrder(Orders::number()))->size(), 1);
    }
    void nobodyInPersonGivesNothingBack()
    {
        LoginRig rig;
        rig.makeStaff();
        openCase(rig);
        QCOMPARE(LoginRig::code(refund(rig, {}, "R1", 1)), QStringLiteral("OPERATOR_NEEDED"));
        QCOMPARE(LoginRig::code(refund(rig, "stale", "R1", 1)), QStringLiteral("SESSION_INVALID"));
        QCOMPARE(LoginRig::code(rig.call("POST", "/api/v1/cases/1/refund", {{"reason", "x"}})),
                 QStringLiteral("OPERATOR_NEEDED"));
        QVERIFY(rig.shop.wechat.calls.filter("refund").isEmpty());
        QCOMPARE(rig.call("GET", "/api/v1/cases?state=open").status, 200);
    }
    void aCaseIsASupervisors()
    {
        LoginRig rig;
        rig.makeStaff();
        openCase(rig);
        const auto cashier = rig.signIn(rig.cashier, "135790");
        const auto supervisor = rig.signIn(rig.supervisor, "246813");
        for (const char *move : {"/api/v1/cases/1/honour", "/api/v1/cases/1/refund"})
            QCOMPARE(LoginRig::code(rig.call("POST", move, {{"reason", "x"}}, {cashier})),
                     QStringLiteral("ROLE_TOO_LOW"));
        const auto honoured =
            rig.call("POST", "/api/v1/cases/1/honour", {{"reason", QStringLiteral("顾客同意")}}, {supervisor});
        QCOMPARE(honoured.status, 200);
        const auto json = LoginRig::json(honoured);
        QCOMPARE(json["state"].toString(), QStringLiteral("honoured"));
        QCOMPARE(json["operator"].toString(), rig.supervisor);
        QCOMPARE(json["reason"].toString(), QStringLiteral("顾客同意"));
        const auto otherwise = rig.call("POST", "/api/v1/cases/1/refund", {{"reason", "x"}}, {supervisor});
        QCOMPARE(otherwise.status, 409);
        QCOMPARE(LoginRig::code(otherwise), QStringLiteral("CASE_DECIDED"));
        for (const char *nowhere : {"/api/v1/cases/99/refund", "/api/v1/cases/x/honour"})
            QCOMPARE(LoginRig::code(rig.call("POST", nowhere, {{"reason", "x"}}, {supervisor})),
                     QStringLiteral("CASE_NOT_EXIST"));
        QCOMPARE(rig.call("POST", "/api/v1/cases/1/honour", {{"reason", ""}}, {supervisor}).status, 400);
    }
    void inTrainingTheTerminalMay()
    {
        LoginRig rig(true);
        openCase(rig);
        QCOMPARE(refund(rig, {}, "R1", 30'000).status, 201);
        QCOMPARE(rig.call("POST", "/api/v1/cases/1/honour", {{"reason", "x"}}).status, 200);
    }
    void whatIsNotUnderstoodIsNotWritten_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("no reason") << QJsonObject{{"amount", 1}};
        QTest::newRow("empty reason") << QJsonObject{{"amount", 1}, {"reason", " "}};
        QTest::newRow("81 bytes") << QJsonObject{{"amount", 1}, {"reason", QString(27, u'坏')}};
        QTest::newRow("four bytes") << QJsonObject{{"amount", 1}, {"reason", QStringLiteral("😀")}};
        QTest::newRow("zero") << QJsonObject{{"amount", 0}, {"reason", "x"}};
        QTest::newRow("negative") << QJsonObject{{"amount", -1}, {"reason", "x"}};
        QTest::newRow("fraction") << QJsonObject{{"amount", 1.5}, {"reason", "x"}};
        QTest::newRow("text") << QJsonObject{{"amount", "1"}, {"reason", "x"}};
        QTest::newRow("number") << QJsonObject{{"amount", 1}, {"reason", "x"}, {"out_refund_no", "a b"}};
        QTest::newRow("unknown") << QJsonObject{{"amount", 1}, {"reason", "x"}, {"operator", "wang"}};
    }
    void whatIsNotUnderstoodIsNotWritten()
    {
        QFETCH(QJsonObject, body);
        LoginRig rig(true);
        (void)rig.shop.paid();
        QCOMPARE(rig.call("POST", "/api/v1/orders/T00001/refunds", body).status, 400);
        QVERIFY(await(rig.shop.refundStore.ofOrder(Orders::number()))->isEmpty());
    }
    void refusalsHaveTheirNames()
    {
        LoginRig rig(true);
        (void)rig.shop.paid("T00001", 50'000);
        (void)rig.shop.placed("T00002");
        const auto ask = [&rig](const char *order, qint64 amount, const char *number) {
            return rig.call("POST", QStringLiteral("/api/v1/orders/%1/refunds").arg(order),
                            {{"amount", amount}, {"reason", "x"}, {"out_refund_no", number}});
        };
        QCOMPARE(LoginRig::code(ask("T00002", 1, "R1")), QStringLiteral("ORDER_NOT_PAID"));
        QCOMPARE(LoginRig::code(ask("T99999", 1, "R1")), QStringLiteral("ORDER_NOT_EXIST"));
        QCOMPARE(LoginRig::code(ask("T00001", 50'001, "R1")), QStringLiteral("REFUND_TOO_MUCH"));
        rig.shop.wechat.refunds.answers = {Error{ErrorCode::ProviderRefused, "NOT_ENOUGH (request 1)"}};
        rig.shop.wechat.refundQueries.answers = {Error{ErrorCode::NotFound, {}}};
        const auto refused = ask("T00001", 1, "R1");
        QCOMPARE(refused.status, 502);
        QCOMPARE(LoginRig::code(refused), QStringLiteral("NOT_ENOUGH"));
        QCOMPARE(LoginRig::code(ask("T00001", 2, "R1")), QStringLiteral("OUT_REFUND_NO_USED"));
        const auto one = LoginRig::json(rig.call("GET", "/api/v1/refunds/R1"));
        QCOMPARE(one["status"].toString(), QStringLiteral("CLOSED"));
        QCOMPARE(one["out_trade_no"].toString(), QStringLiteral("T00001"));
        QCOMPARE(LoginRig::code(rig.call("GET", "/api/v1/refunds/R2")), QStringLiteral("REFUND_NOT_EXIST"));
        QCOMPARE(LoginRig::json(rig.call("GET", "/api/v1/orders/T00001/refunds"))["refunds"].toArray().size(), 1);
        QCOMPARE(LoginRig::code(rig.call("GET", "/api/v1/orders/T99999/refunds")), QStringLiteral("ORDER_NOT_EXIST"));
    }
};

QTEST_GUILESS_MAIN(RefundRightsTest)
#include "tst_refund_rights.moc"
