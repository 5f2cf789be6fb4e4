// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "tests/support/Await.h"
#include "tests/support/ClientRig.h"
#include "ui/MoneyApi.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

/// The words of api.md, "Refunds" and "Cases", both ways.
class MoneyApiTest : public QObject
{
    Q_OBJECT

    using Reply = LoopbackServer::Reply;

    static QByteArray text(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }
    static MoneyDesk::RefundCall call()
    {
        return {*OutRefundNo::parse("R1"), ClientRig::number(), *Money::fromFen(800), QStringLiteral("顾客退货")};
    }
    static QJsonObject refund(const char *status)
    {
        return {{"out_refund_no", "R1"},
                {"out_trade_no", "NUMBER1"},
                {"amount", 800},
                {"status", status},
                {"reason", "顾客退货"},
                {"operator", "p1"},
                {"created_at", "2026-11-22T10:42:00+08:00"},
                {"success_time", QJsonValue::Null},
                {"user_received_account", "支付用户零钱"}};
    }
    struct Rig
    {
        LoopbackServer server;
        MoneyApi api{server.url(), "terminal-token"};

        void answer(int status, const QJsonObject &json)
        {
            server.answer = [status, body = text(json)](const LoopbackServer::Request &) {
                return Reply{status, body};
            };
            server.cases = {status, text(json)};
        }
        const LoopbackServer::Request &asked() const { return server.requests.back(); }
        const LoopbackServer::Request &askedAboutCases() const { return server.caseRequests.back(); }
        bool says(const QByteArray &header) const { return asked().head.contains(header); }
    };

private slots:
    void onlyPaidOrdersAreShown()
    {
        Rig rig;
        Order closed = ClientRig::order(3, TradeState::Closed);
        Order paid = ClientRig::order(3, TradeState::Success);
        Order partly = ClientRig::order(4, TradeState::Refund);
        rig.answer(200,
                   {{"orders", QJsonArray{Json::fromOrder(closed), Json::fromOrder(paid), Json::fromOrder(partly)}},
                    {"next_cursor", QJsonValue::Null}});
        const auto orders = await(rig.api.paidOrders(QStringLiteral("4821")));
        QVERIFY(orders);
        QCOMPARE(orders->size(), 2);
        QCOMPARE(rig.asked().path.split('?')[0], QByteArray("/api/v1/orders"));
        QVERIFY(rig.asked().head.startsWith("GET /api/v1/orders?limit=100&q=4821 "));
    }
    void aRefundIsAskedForAndRead()
    {
        Rig rig;
        rig.api.useSession("cashier-1");
        rig.answer(201, refund("PROCESSING"));
        const auto answer = await(rig.api.refund(call(), {}));
        QVERIFY(answer);
        QCOMPARE(answer->status, RefundStatus::Processing);
        QCOMPARE(answer->amount.fen(), 800);
        QCOMPARE(answer->userReceivedAccount, QStringLiteral("支付用户零钱"));
        QCOMPARE(rig.asked().method, QByteArray("POST"));
        QCOMPARE(rig.asked().path, QByteArray("/api/v1/orders/NUMBER1/refunds"));
        QCOMPARE(rig.asked().body, (QJsonObject{{"out_refund_no", "R1"}, {"amount", 800}, {"reason", "顾客退货"}}));
        QVERIFY(rig.says("X-Operator-Session: cashier-1"));
        (void)await(rig.api.refund(call(), "supervisor-1"));
        QVERIFY(rig.says("X-Operator-Session: supervisor-1"));
    }
    void refusalsAreTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        const auto row = [](int status, const char *name, ErrorCode code) {
            QTest::addRow("%d %s", status, name) << status << QString::fromLatin1(name) << int(code);
        };
        row(502, "NOT_ENOUGH", ErrorCode::ProviderRefused);
        row(502, "", ErrorCode::Unknown); // somebody's on the way
        row(504, "RESULT_UNKNOWN", ErrorCode::Unknown);
        row(503, "BUSY", ErrorCode::ProviderUnavailable);
        row(403, "ROLE_TOO_LOW", ErrorCode::Forbidden);
        row(409, "REFUND_TOO_MUCH", ErrorCode::Conflict);
        row(404, "REFUND_NOT_EXIST", ErrorCode::NotFound);
    }
    void refusalsAreTold()
    {
        QFETCH(int, status);
        QFETCH(QString, name);
        QFETCH(int, code);
        Rig rig;
        rig.answer(status, name.isEmpty() ? QJsonObject() : QJsonObject{{"code", name}, {"message", "no"}});
        const auto answer = await(rig.api.refund(call(), {}));
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().code), code);
        if (!name.isEmpty())
            QVERIFY(answer.error().message.startsWith(name));
    }
    void whatCannotBeReadIsUnknown()
    {
        Rig rig;
        rig.answer(200, refund("FLYING"));
        const auto refunded = await(rig.api.refund(call(), {}));
        QVERIFY(!refunded);
        QCOMPARE(refunded.error().code, ErrorCode::Unknown);
        rig.answer(200, QJsonObject{{"cases", QStringLiteral("many")}});
        const auto cases = await(rig.api.cases());
        QVERIFY(!cases);
        QCOMPARE(cases.error().code, ErrorCode::Unknown);
    }
    void casesAreReadAndDecided()
    {
        Rig rig;
        const QJsonObject about{{"id", 7},
                                {"kind", "amount_mismatch"},
                                {"out_trade_no", "NUMBER1"},
                                {"transaction_id", "42"},
                                {"amount", 3600},
                                {"expected", 3650},
                                {"at", "2026-11-22T10:42:00+08:00"},
                                {"state", "honoured"},
                                {"out_refund_no", QJsonValue::Null},
                                {"operator", "p2"},
                                {"decided_at", "2026-11-22T11:42:00+08:00"},
                                {"reason", "其他"}};
        rig.answer(200, {{"cases", QJsonArray{about}}});
        const auto cases = await(rig.api.cases());
        QVERIFY(cases);
        QCOMPARE(cases->front().kind, CaseKind::AmountMismatch);
        QCOMPARE(cases->front().expected->fen(), 3650);
        QCOMPARE(cases->front().decidedBy, QStringLiteral("p2"));
        rig.answer(200, about);
        const auto decided = await(rig.api.decide(7, MoneyDesk::Move::Honour, QStringLiteral("其他"), "s-1"));
        QVERIFY(decided);
        QCOMPARE(decided->state, QStringLiteral("honoured"));
        QCOMPARE(rig.askedAboutCases().path, QByteArray("/api/v1/cases/7/honour"));
        QCOMPARE(rig.askedAboutCases().body, (QJsonObject{{"reason", "其他"}}));
        QVERIFY(rig.askedAboutCases().head.contains("X-Operator-Session: s-1"));
        (void)await(rig.api.decide(7, MoneyDesk::Move::Refund, QStringLiteral("其他"), {}));
        QCOMPARE(rig.askedAboutCases().path, QByteArray("/api/v1/cases/7/refund"));
    }
};

QTEST_MAIN(MoneyApiTest)
#include "tst_money_api.moc"
