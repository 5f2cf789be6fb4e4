// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/LoginRig.h"

/// An order is its cashier's: whoever signed in is named on it, and another's is closed by a supervisor or more.
class OperatorRightsTest : public QObject
{
    Q_OBJECT

    static QString place(LoginRig &rig, const QByteArray &session, const char *number)
    {
        const auto placed = rig.call("POST", "/api/v1/orders",
                                     {{"amount", 100}, {"description", "tea"}, {"out_trade_no", number}}, {session});
        return LoginRig::json(placed)["operator"].toString();
    }
    static HttpAnswer close(LoginRig &rig, const QByteArray &session, const char *number)
    {
        rig.shop.wechat.queries.answers = {Orders::saying(TradeState::Closed, number)};
        return rig.call("POST", QStringLiteral("/api/v1/orders/%1/close").arg(number), {}, {session});
    }
    static QString closedBy(LoginRig &rig, const char *number)
    {
        const auto events = LoginRig::json(rig.call("GET", QStringLiteral("/api/v1/orders/%1/events").arg(number)));
        const auto last = events["events"].toArray().last().toObject();
        return last["type"] == "CLOSED" ? last["operator"].toString() : QStringLiteral("(not closed)");
    }

private slots:
    void ordersNameWhoPlacedThem()
    {
        LoginRig rig;
        rig.makeStaff();
        QCOMPARE(place(rig, rig.signIn(rig.cashier, "135790"), "A00001"), rig.cashier);
        QCOMPARE(place(rig, {}, "A00002"), QStringLiteral("terminal-1"));
        const auto first = LoginRig::json(rig.call("GET", "/api/v1/orders/A00001/events"))["events"].toArray().first();
        QCOMPARE(first.toObject()["operator"].toString(), rig.cashier);
        const auto refused = rig.call("POST", "/api/v1/orders", {{"amount", 100}, {"description", "tea"}}, {"stale"});
        QCOMPARE(refused.status, 401);
        QCOMPARE(LoginRig::code(refused), QStringLiteral("SESSION_INVALID"));
    }
    void anothersOrderIsASupervisors_data()
    {
        QTest::addColumn<QString>("placedBy");
        QTest::addColumn<QString>("closedBy");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("one's own") << "cashier"
                                   << "cashier"
                                   << "";
        QTest::newRow("a supervisor") << "cashier"
                                      << "supervisor"
                                      << "";
        QTest::newRow("an owner") << "supervisor"
                                  << "owner"
                                  << "";
        QTest::newRow("a cashier") << "supervisor"
                                   << "cashier"
                                   << "ROLE_TOO_LOW";
        QTest::newRow("nobody") << "cashier"
                                << ""
                                << "OPERATOR_NEEDED";
        QTest::newRow("nobody's, by nobody") << ""
                                             << ""
                                             << "";
        QTest::newRow("nobody's, by somebody") << ""
                                               << "cashier"
                                               << "";
    }
    void anothersOrderIsASupervisors()
    {
        QFETCH(QString, placedBy);
        QFETCH(QString, closedBy);
        QFETCH(QString, refusal);
        LoginRig rig;
        rig.makeStaff();
        const QHash<QString, std::pair<QString, const char *>> staff{{"owner", {rig.owner, "908172"}},
                                                                     {"supervisor", {rig.supervisor, "246813"}},
                                                                     {"cashier", {rig.cashier, "135790"}}};
        const auto session = [&](const QString &who) {
            return who.isEmpty() ? QByteArray() : rig.signIn(staff[who].first, staff[who].second);
        };
        (void)place(rig, session(placedBy), "A00001");
        const auto answer = close(rig, session(closedBy), "A00001");
        QCOMPARE(answer.status, refusal.isEmpty() ? 200 : 403);
        if (!refusal.isEmpty()) {
            QCOMPARE(LoginRig::code(answer), refusal);
            QCOMPARE(rig.shop.now("A00001").state, TradeState::NotPay);
            QVERIFY(!rig.shop.now("A00001").closing);
            return;
        }
        QCOMPARE(OperatorRightsTest::closedBy(rig, "A00001"),
                 closedBy.isEmpty() ? QStringLiteral("terminal-1") : staff[closedBy].first);
    }
    void pastItsDeadlineAnybodyMay()
    {
        LoginRig rig;
        rig.makeStaff();
        (void)place(rig, rig.signIn(rig.cashier, "135790"), "A00001");
        QCOMPARE(close(rig, {}, "A00001").status, 403);
        rig.shop.clock.advance(std::chrono::seconds(301)); // the till is locked, and its code has expired
        QCOMPARE(close(rig, {}, "A00001").status, 200);
    }
    void inTrainingTheTerminalIsAnOwner()
    {
        LoginRig rig(true);
        QTRY_COMPARE(LoginRig::json(rig.call("GET", "/api/v1/people"))["people"].toArray().size(), 3);
        const auto json = LoginRig::json(rig.call("GET", "/api/v1/people"));
        QCOMPARE(json["practice_pin"].toString(), QStringLiteral("135790"));
        const auto lin = json["people"].toArray()[0].toObject()["id"].toString();
        const auto session = rig.signIn(lin, "135790");
        QVERIFY(!session.isEmpty());
        QCOMPARE(place(rig, session, "A00001"), lin);
        QCOMPARE(close(rig, {}, "A00001").status, 200);
        QCOMPARE(closedBy(rig, "A00001"), QStringLiteral("terminal-1"));
        QCOMPARE(rig.call("POST", "/api/v1/people", {{"name", "X"}, {"role", "cashier"}}).status, 201);
        QCOMPARE(rig.call("DELETE", "/api/v1/people/" + lin + "/phones").status, 204);
        // A session counts as what it is also here.
        const auto cashier = rig.add("Y", "cashier", "246813", {});
        const auto weak = rig.signIn(cashier, "246813");
        QCOMPARE(rig.call("POST", "/api/v1/people", {{"name", "Z"}, {"role", "cashier"}}, {weak}).status, 403);
    }
    void whereNobodyIsTheTerminalIsAnOwner()
    {
        LoginRig rig;
        QCOMPARE(place(rig, {}, "A00001"), QStringLiteral("terminal-1"));
        QCOMPARE(close(rig, {}, "A00001").status, 200);
        QCOMPARE(rig.call("POST", "/api/v1/orders/A99999/close").status, 404);
    }
    void whoHasLeftMayNothingMore()
    {
        LoginRig rig;
        rig.makeStaff();
        const auto chen = rig.signIn(rig.supervisor, "246813");
        (void)place(rig, rig.signIn(rig.cashier, "135790"), "A00001");
        const auto wang = rig.signIn(rig.owner, "908172");
        QCOMPARE(rig.call("PUT", "/api/v1/people/" + rig.supervisor, {{"active", false}}, {wang}).status, 200);
        QCOMPARE(close(rig, chen, "A00001").status, 401);
        QCOMPARE(rig.shop.now("A00001").state, TradeState::NotPay);
    }
};

QTEST_GUILESS_MAIN(OperatorRightsTest)
#include "tst_operator_rights.moc"
