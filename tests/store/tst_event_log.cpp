// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "server/store/OrderStore.h"
#include "tests/support/Await.h"
#include "tests/support/Orders.h"

#include <QTemporaryDir>
#include <QTest>

/// Events are numbered without gaps and never changed afterwards.
class EventLogTest : public QObject
{
    Q_OBJECT
private slots:
    void numbersWithoutGaps()
    {
        const QTemporaryDir folder;
        auto database = *Database::open(folder.filePath("books.sqlite"));
        OrderStore store(*database, "1900000001");
        QVERIFY(await(store.insert(Orders::fresh(), Orders::created())));
        const auto code = await(store.change(Orders::number(), [](Order &order) -> std::optional<OrderEvent> {
            order.codeUrl = "weixin://x";
            return OrderEvent{.at = Orders::start, .type = EventType::CodeReady, .source = "system"};
        }));
        QCOMPARE(code->event->seq, 2);
        const auto nothing = await(store.change(Orders::number(), [](Order &) { return std::optional<OrderEvent>(); }));
        QVERIFY(!nothing->event);
        QVERIFY(await(store.settle(Orders::payment(), Orders::start)));

        const auto history = await(store.history(Orders::number(), 0));
        QList<qint64> numbers;
        for (const auto &event : history->events)
            numbers << event.seq;
        QCOMPARE(numbers, (QList<qint64>{1, 2, 3}));
        QCOMPARE(history->order.seq, 3);
        QCOMPARE(history->order.codeUrl, QStringLiteral("weixin://x"));
        QCOMPARE(await(store.history(Orders::number(), 2))->events.size(), 1);
    }
    void refusesToBeRewritten()
    {
        const QTemporaryDir folder;
        auto database = *Database::open(folder.filePath("books.sqlite"));
        OrderStore store(*database, "1900000001");
        QVERIFY(await(store.insert(Orders::fresh(), Orders::created())));
        for (const auto *sql : {"UPDATE order_events SET seq = 9", "DELETE FROM order_events", "DELETE FROM orders"}) {
            const auto touched = await(database->run<int>([sql](SqlConnection &connection) -> Result<int> {
                const auto done = connection.execute(QString::fromLatin1(sql));
                return done ? Result<int>(1) : Result<int>(done.error());
            }));
            QVERIFY2(!touched, sql);
        }
        QCOMPARE(await(store.history(Orders::number(), 0))->events.size(), 1);
    }
    void aFailedJobLeavesNothingBehind()
    {
        const QTemporaryDir folder;
        auto database = *Database::open(folder.filePath("books.sqlite"));
        OrderStore store(*database, "1900000001");
        Order order = Orders::fresh();
        OrderEvent broken = Orders::created();
        broken.seq = 0; // the table refuses it, after the order's row went in
        QVERIFY(!await(store.insert(order, broken)));
        QCOMPARE(await(store.load(order.outTradeNo)).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(EventLogTest)
#include "tst_event_log.moc"
