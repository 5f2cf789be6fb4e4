// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "server/store/OrderStore.h"
#include "tests/support/Await.h"
#include "tests/support/Orders.h"

#include <QTemporaryDir>
#include <QTest>

/// Lists are newest first, in pages that neither skip nor repeat.
class OrderPagesTest : public QObject
{
    Q_OBJECT
private slots:
    void walksAllPages()
    {
        const QTemporaryDir folder;
        auto database = *Database::open(folder.filePath("books.sqlite"));
        OrderStore store(*database, "1900000001");
        QStringList expected;
        for (int i = 0; i < 23; ++i) {
            Order order = Orders::fresh(QByteArray("ORDER" + QByteArray::number(100 + i)).constData());
            order.createdAt = Orders::start.addSecs(i / 5); // several share a moment
            QVERIFY(await(store.insert(order, Orders::created())));
            expected.prepend(order.outTradeNo.text());
        }
        QStringList walked;
        OrderFilter filter;
        filter.limit = 5;
        do {
            const auto page = await(store.list(filter));
            QVERIFY(page && page->orders.size() <= 5);
            for (const auto &order : page->orders)
                walked << order.outTradeNo.text();
            filter.cursor = page->nextCursor;
        } while (!filter.cursor.isEmpty());
        QCOMPARE(walked, expected);
    }
    void filters()
    {
        const QTemporaryDir folder;
        auto database = *Database::open(folder.filePath("books.sqlite"));
        OrderStore store(*database, "1900000001");
        for (const auto *number : {"A_0001", "AX0001", "B%4821"}) {
            if (OutTradeNo::parse(number))
                QVERIFY(await(store.insert(Orders::fresh(number), Orders::created())));
        }
        QVERIFY(await(store.settle(Orders::payment("AX0001"), Orders::start)));
        OrderFilter filter;
        filter.tail = "_0001"; // a character of LIKE's, to be taken as it is
        QCOMPARE(await(store.list(filter))->orders.size(), 1);
        filter.tail = "420001"; // WeChat's number
        QCOMPARE(await(store.list(filter))->orders.first().outTradeNo.text(), QStringLiteral("AX0001"));
        filter.tail.clear();
        filter.state = TradeState::NotPay;
        QCOMPARE(await(store.list(filter))->orders.size(), 1);
        filter.state.reset();
        filter.from = Orders::start.addSecs(1);
        QCOMPARE(await(store.list(filter))->orders.size(), 0);
    }
};

QTEST_GUILESS_MAIN(OrderPagesTest)
#include "tst_order_pages.moc"
