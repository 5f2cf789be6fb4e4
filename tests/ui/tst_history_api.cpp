// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "tests/support/Await.h"
#include "tests/support/ClientRig.h"
#include "ui/HistoryApi.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

/// The words of API.md, "Orders", as the history and the check ask and read them.
class HistoryApiTest : public QObject
{
    Q_OBJECT

    using Verdict = CheckView::Verdict;

    struct Rig
    {
        LoopbackServer server;
        HistoryApi api{server.url(), "terminal-token"};

        void answer(int status, const QJsonObject &json)
        {
            server.answer = [status, body = QJsonDocument(json).toJson()](const LoopbackServer::Request &) {
                return LoopbackServer::Reply{status, body};
            };
        }
        const LoopbackServer::Request &asked() const { return server.requests.back(); }
    };

private slots:
    void aSearchSaysOnlyWhatItMeans()
    {
        Rig rig;
        rig.answer(200, {{"orders", QJsonArray()}, {"next_cursor", QJsonValue::Null}});
        const auto nothing = await(rig.api.orders({}, 100, {}));
        QVERIFY(nothing && nothing->orders.isEmpty() && nothing->next.isEmpty());
        QCOMPARE(rig.asked().path, QByteArray("/api/v1/orders?limit=100"));
        OrderSearch search;
        search.number = QStringLiteral("4821");
        search.amount = *Money::fromFen(3650);
        search.from = QDateTime::fromString(QStringLiteral("2026-11-22T00:00:00.000+08:00"), Qt::ISODateWithMs);
        search.to = search.from.addDays(1);
        search.state = TradeState::Success;
        search.odd = true;
        search.tender = Tender::Cash;
        (void)await(rig.api.orders(search, 250, QStringLiteral("1767.NUMBER|1")));
        const QUrlQuery query(QUrl(QString::fromLatin1(rig.asked().path)));
        const auto value = [&query](const char *name) {
            return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        };
        QCOMPARE(value("limit"), QStringLiteral("250"));
        QCOMPARE(value("q"), QStringLiteral("4821"));
        QCOMPARE(value("amount"), QStringLiteral("3650"));
        QCOMPARE(value("from"), QStringLiteral("2026-11-22T00:00:00.000+08:00")); // the plus is not a space
        QCOMPARE(value("to"), QStringLiteral("2026-11-23T00:00:00.000+08:00"));
        QCOMPARE(value("state"), QStringLiteral("SUCCESS"));
        QCOMPARE(value("case"), QStringLiteral("open"));
        QCOMPARE(value("tender"), toText(Tender::Cash));
        QCOMPARE(value("cursor"), QStringLiteral("1767.NUMBER|1"));
        QVERIFY(rig.asked().path.contains("%2B08"));
    }
    void aPageIsReadWhole()
    {
        Rig rig;
        const QJsonArray orders{Json::fromOrder(ClientRig::order(3, TradeState::Success)),
                                Json::fromOrder(ClientRig::order(2))};
        rig.answer(200, {{"orders", orders}, {"next_cursor", "c2"}});
        const auto page = await(rig.api.orders({}, 100, {}));
        QVERIFY(page);
        QCOMPARE(page->orders.size(), 2);
        QCOMPARE(page->orders[0].state, TradeState::Success);
        QCOMPARE(page->next, QStringLiteral("c2"));
        rig.answer(200, {{"orders", QJsonArray{QJsonObject{{"out_trade_no", "X"}}}}});
        QCOMPARE(await(rig.api.orders({}, 100, {})).error().code, ErrorCode::Unknown);
        rig.answer(200, {{"orders", "many"}});
        QCOMPARE(await(rig.api.orders({}, 100, {})).error().code, ErrorCode::Unknown);
        rig.answer(400, {{"code", "PARAM_ERROR"}});
        QCOMPARE(await(rig.api.orders({}, 100, {})).error().code, ErrorCode::InvalidInput);
    }
    void oneOrderAndItsTimeline()
    {
        Rig rig;
        rig.api.useSession("cashier-1");
        rig.answer(200, Json::fromOrder(ClientRig::order(3, TradeState::Success)));
        const auto order = await(rig.api.order(ClientRig::number()));
        QVERIFY(order && order->isPaid());
        QVERIFY(rig.asked().head.startsWith("GET /api/v1/orders/NUMBER1 "));
        QVERIFY(rig.asked().head.contains("X-Operator-Session: cashier-1"));
        rig.answer(200, {{"out_trade_no", "NUMBER1"}, {"marks", QJsonArray{QJsonObject{{"what", "key"}}}}});
        const auto timeline = await(rig.api.timeline(ClientRig::number()));
        QVERIFY(timeline);
        QCOMPARE((*timeline)["marks"].toArray().size(), 1);
        QVERIFY(rig.asked().head.startsWith("GET /api/v1/orders/NUMBER1/timeline "));
        rig.answer(404, {{"code", "ORDER_NOT_EXIST"}});
        QCOMPARE(await(rig.api.order(ClientRig::number())).error().code, ErrorCode::NotFound);
    }
    void aNumberIsChecked_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::newRow("this") << int(Verdict::This);
        QTest::newRow("another") << int(Verdict::Another);
        QTest::newRow("another_day") << int(Verdict::AnotherDay);
        QTest::newRow("unpaid") << int(Verdict::Unpaid);
        QTest::newRow("none") << int(Verdict::None);
        QTest::newRow("unknown") << int(Verdict::Unknown);
    }
    void aNumberIsChecked()
    {
        Rig rig;
        rig.answer(200, {{"verdict", QString::fromLatin1(QTest::currentDataTag())},
                         {"order", QJsonValue::Null},
                         {"paid_at", QJsonValue::Null}});
        const auto check = await(rig.api.check(QStringLiteral("4821"), {}));
        QVERIFY(check);
        QTEST(int(check->verdict), "verdict");
        QVERIFY(!check->order && !check->paidAt.isValid());
        QCOMPARE(rig.asked().method, QByteArray("POST"));
        QCOMPARE(rig.asked().path, QByteArray("/api/v1/checks"));
        QCOMPARE(rig.asked().body, (QJsonObject{{"number", "4821"}}));
    }
    void aCheckNamesItsOrder()
    {
        Rig rig;
        rig.answer(200, {{"verdict", "this"},
                         {"order", Json::fromOrder(ClientRig::order(3, TradeState::Success))},
                         {"paid_at", "2026-11-22T10:42:13.000+08:00"}});
        const auto check = await(rig.api.check(QStringLiteral("4821"), QStringLiteral("NUMBER1")));
        QVERIFY(check && check->order);
        QCOMPARE(check->order->outTradeNo.text(), QStringLiteral("NUMBER1"));
        QVERIFY(check->paidAt.isValid());
        QCOMPARE(rig.asked().body, (QJsonObject{{"number", "4821"}, {"out_trade_no", "NUMBER1"}}));
    }
    void whatCannotBeReadIsNoVerdict()
    {
        Rig rig;
        rig.answer(200, {{"verdict", "perhaps"}});
        QCOMPARE(await(rig.api.check(QStringLiteral("4821"), {})).error().code, ErrorCode::Unknown);
        rig.answer(404, {{"code", "NOT_FOUND"}});
        QCOMPARE(await(rig.api.check(QStringLiteral("4821"), {})).error().code, ErrorCode::NotFound);
        rig.server.vanish();
        QVERIFY(!await(rig.api.check(QStringLiteral("4821"), {})));
    }
    void aRefusedSessionIsTold()
    {
        Rig rig;
        QSignalSpy refused(&rig.api, &HistoryApi::sessionRefused);
        rig.api.useSession("old");
        rig.answer(401, {{"code", "SESSION_INVALID"}});
        (void)await(rig.api.orders({}, 100, {}));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused[0][0].toByteArray(), QByteArray("old"));
    }
};

QTEST_MAIN(HistoryApiTest)
#include "tst_history_api.moc"
