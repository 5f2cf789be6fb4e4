// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"
#include "tests/server/SignedNotify.h"
#include "tests/support/ForeignSql.h"

/// Books that cannot be written: WeChat is answered 500 and sends again; nothing is announced meanwhile.
class StoreFailureTest : public QObject
{
    Q_OBJECT

    static void alter(const QString &file, const QString &statement) { QVERIFY(alterFile(file, {statement})); }

private slots:
    void isAnsweredSoThatItComesAgain()
    {
        RunningServer server;
        SignedNotify gateway(server);
        const auto order = server.place(1990);
        const auto number = order["out_trade_no"].toString();
        WatchClient till(server);
        till.say({{"action", "create"}, {"outTradeNo", number}});
        till.settle();
        const auto body = gateway.body(gateway.content(order));

        alter(server.path("books.sqlite"), "ALTER TABLE order_events RENAME TO moved");
        QCOMPARE(gateway.send(server, body).status, 500);
        till.settle();
        QVERIFY(till.heard.isEmpty());
        QCOMPARE(server.state(number), QStringLiteral("NOTPAY"));
        const auto refused = server.post("/api/v1/orders", {{"amount", 5}, {"description", "tea"}});
        QCOMPARE(refused.status, 500);
        QVERIFY(!refused.body.contains("order_events")); // what went wrong inside is not told outside

        alter(server.path("books.sqlite"), "ALTER TABLE moved RENAME TO order_events");
        QCOMPARE(gateway.send(server, body).status, 204);
        QTRY_COMPARE(till.heard.size(), 1);
        QCOMPARE(server.state(number), QStringLiteral("SUCCESS"));
    }
};

QTEST_GUILESS_MAIN(StoreFailureTest)
#include "tst_store_failure.moc"
