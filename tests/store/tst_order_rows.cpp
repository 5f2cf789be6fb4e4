// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "server/store/Database.h"
#include "server/store/OrderStore.h"
#include "tests/support/Await.h"
#include "tests/support/FileModes.h"
#include "tests/support/Orders.h"

#include <QTemporaryDir>
#include <QTest>

/// An order comes out of the books as it went in, also after a restart.
class OrderRowsTest : public QObject
{
    Q_OBJECT
private slots:
    void keepsEveryMemberOverARestart()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("books.sqlite");
        Order order = Orders::fresh();
        order.pickupNo = "087";
        order.description = QStringLiteral("拿铁 大杯");
        order.terminal = "till-1";
        order.operatorId = "lin";
        {
            auto database = *Database::open(file);
            OrderStore store(*database, "1900000001");
            const auto inserted = await(store.insert(order, Orders::created()));
            QVERIFY(inserted && inserted->isNew);
            QVERIFY(await(store.settle(Orders::payment(), Orders::start)));
        }
        QVERIFY(!isOpenToOthers(file));
        auto database = *Database::open(file);
        OrderStore store(*database, "1900000001");
        const auto read = await(store.load(order.outTradeNo));
        QVERIFY(read);
        QCOMPARE(read->state, TradeState::Success);
        QCOMPARE(read->confirmedBy, Witness::Notify);
        QCOMPARE(read->payerTotal->fen(), 1990);
        QCOMPARE(read->seq, 2);
        order.state = read->state;
        order.confirmedBy = read->confirmedBy;
        order.payerTotal = read->payerTotal;
        order.payerOpenid = "o1";
        order.transactionId = "420001";
        order.successTime = Orders::start.addSecs(5);
        order.seq = 2;
        QCOMPARE(Json::fromOrder(*read), Json::fromOrder(order));
    }
    void theSameNumberIsInsertedOnce()
    {
        const QTemporaryDir folder;
        auto database = *Database::open(folder.filePath("books.sqlite"));
        OrderStore store(*database, "1900000001");
        QVERIFY(await(store.insert(Orders::fresh(), Orders::created()))->isNew);
        const auto again = await(store.insert(Orders::fresh("T00001", 5), Orders::created()));
        QVERIFY(!again->isNew);
        QCOMPARE(again->order.total.fen(), 1990);
    }
    void anotherShopsNumberIsAnotherOrder()
    {
        const QTemporaryDir folder;
        auto database = *Database::open(folder.filePath("books.sqlite"));
        OrderStore one(*database, "1900000001"), two(*database, "1900000002");
        QVERIFY(await(one.insert(Orders::fresh(), Orders::created()))->isNew);
        QCOMPARE(await(two.load(Orders::number())).error().code, ErrorCode::NotFound);
        QVERIFY(await(two.insert(Orders::fresh("T00001", 7), Orders::created()))->isNew);
        QVERIFY(await(one.settle(Orders::payment(), Orders::start))->event);
        QCOMPARE(await(two.load(Orders::number()))->state, TradeState::NotPay);
    }
};

QTEST_GUILESS_MAIN(OrderRowsTest)
#include "tst_order_rows.moc"
