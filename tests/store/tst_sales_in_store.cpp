// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "server/store/Database.h"
#include "server/store/OrderStore.h"
#include "tests/support/Await.h"
#include "tests/support/Sales.h"

#include <QTemporaryDir>
#include <QTest>

/// What was sold, and how it was paid, comes out of the books as it went in; all of it or nothing.
class SalesInStoreTest : public QObject
{
    Q_OBJECT

    Result<int> touch(const char *sql)
    {
        return await(m_database->run<int>([sql](SqlConnection &connection) -> Result<int> {
            const auto done = connection.execute(QString::fromLatin1(sql));
            return done ? Result<int>(1) : Result<int>(done.error());
        }));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup()
    {
        m_store.reset();
        m_database.reset();
    }
    void aBillIsThereAfterARestart()
    {
        Order order = Orders::fresh();
        order.bill = Orders::bill();
        QVERIFY(await(m_store->insert(order, Orders::created()))->isNew);
        QVERIFY(await(m_store->insert(Orders::fresh("T00002"), Orders::created()))->isNew);
        reopen();
        QCOMPARE(await(m_store->load(order.outTradeNo))->bill, order.bill);
        QCOMPARE(await(m_store->insert(order, Orders::created()))->order.bill, order.bill);
        QVERIFY(!await(m_store->load(Orders::number("T00002")))->bill);
        QVERIFY(await(m_store->settle(Orders::payment(), Orders::start))->event);
        QCOMPARE(await(m_store->load(order.outTradeNo))->bill, order.bill);
    }
    void twoShopsBillsAreTwo()
    {
        Order order = Orders::fresh();
        order.bill = Orders::bill();
        QVERIFY(await(m_store->insert(order, Orders::created()))->isNew);
        OrderStore other(*m_database, "1900000002");
        QVERIFY(await(other.insert(Orders::fresh(), Orders::created()))->isNew);
        QVERIFY(!await(other.load(order.outTradeNo))->bill);
    }
    void cashIsThereAfterARestart()
    {
        Order named = Orders::cash("T00002");
        named.tender = Tender::Other;
        named.tenderName = QStringLiteral("银行卡");
        named.cashReceived.reset();
        QVERIFY(await(m_store->insert(Orders::cash(), Orders::taken()))->isNew);
        QVERIFY(await(m_store->insert(named, Orders::taken()))->isNew);
        reopen();
        QCOMPARE(Json::fromOrder(*await(m_store->load(Orders::number()))), Json::fromOrder(Orders::cash()));
        QCOMPARE(Json::fromOrder(*await(m_store->load(named.outTradeNo))), Json::fromOrder(named));
        const auto log = await(m_store->history(Orders::number(), 0))->events;
        QCOMPARE(log.size(), 2);
        QCOMPARE(log.last().type, EventType::Success);
        QVERIFY(await(m_store->unfinished())->isEmpty());
    }
    void theBooksRefuseMoneyThatIsNotThere_data()
    {
        QTest::addColumn<Order>("order");
        Order order = Orders::cash();
        order.cashReceived = Orders::fen(1989);
        QTest::newRow("too little") << order;
        order.cashReceived.reset();
        QTest::newRow("cash without cash") << order;
        order = Orders::cash();
        order.state = TradeState::NotPay;
        QTest::newRow("not there yet") << order;
        order = Orders::fresh();
        order.cashReceived = order.total;
        QTest::newRow("cash for WeChat Pay") << order;
        order = Orders::cash();
        order.tender = Tender::Other;
        order.cashReceived.reset();
        QTest::newRow("nobody knows what") << order;
    }
    void theBooksRefuseMoneyThatIsNotThere()
    {
        QFETCH(Order, order);
        QCOMPARE(await(m_store->insert(order, Orders::taken())).error().code, ErrorCode::StoreFailure);
        QCOMPARE(await(m_store->load(Orders::number())).error().code, ErrorCode::NotFound);
    }
    void aBillIsNeverChanged()
    {
        Order order = Orders::fresh();
        order.bill = Orders::bill();
        QVERIFY(await(m_store->insert(order, Orders::created())));
        for (const auto *sql : {"UPDATE bill_lines SET price_fen = 1", "DELETE FROM bill_lines",
                                "UPDATE bill_discounts SET amount_fen = 1", "DELETE FROM bill_discounts"})
            QVERIFY2(!touch(sql), sql);
        QCOMPARE(await(m_store->load(order.outTradeNo))->bill, order.bill);
    }
    void aBillThatDoesNotAddUpIsDamage()
    {
        Order order = Orders::fresh();
        order.bill = Orders::bill();
        QVERIFY(await(m_store->insert(order, Orders::created())));
        QVERIFY(touch("INSERT INTO bill_discounts VALUES ('1900000001', 'T00001', 9, 'minus', 0, 9999999)"));
        QCOMPARE(await(m_store->load(order.outTradeNo)).error().code, ErrorCode::StoreFailure);
        QVERIFY(await(m_store->settle(Orders::payment(), Orders::start))->event); // money comes in all the same
    }
    void whatFailsAfterTheBillLeavesNothingBehind()
    {
        Order order = Orders::cash();
        order.bill = Orders::bill();
        auto broken = Orders::taken();
        broken.last().seq = 1; // there already
        QVERIFY(!await(m_store->insert(order, broken, true)));
        QCOMPARE(await(m_store->load(order.outTradeNo)).error().code, ErrorCode::NotFound);
        QVERIFY(await(m_store->insert(Orders::fresh(), Orders::created()))->isNew);
        QVERIFY(!await(m_store->load(order.outTradeNo))->bill);
    }

private:
    void open()
    {
        m_database = *Database::open(m_folder->filePath("books.sqlite"));
        m_store = std::make_unique<OrderStore>(*m_database, "1900000001");
    }
    void reopen()
    {
        cleanup();
        open();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OrderStore> m_store;
};

QTEST_GUILESS_MAIN(SalesInStoreTest)
#include "tst_sales_in_store.moc"
