// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "server/store/OrderStore.h"
#include "tests/support/Await.h"
#include "tests/support/Sales.h"

#include <QTemporaryDir>
#include <QTest>

/// Every sale of a day has its own number to call out, and no number is lost.
class PickupNumbersTest : public QObject
{
    Q_OBJECT

    static Order order(const char *number, const char *sale, const QDateTime &at)
    {
        Order order = Orders::fresh(number);
        order.sale = QLatin1String(sale);
        order.createdAt = at;
        return order;
    }
    Result<OrderStore::Inserted> insert(const Order &order) { return await(m_store->insert(order, m_created, true)); }
    /// The number given to an order, or "-" where it was refused.
    QString given(const char *number, const QDateTime &at = Orders::start)
    {
        const auto inserted = insert(order(number, number, at));
        return inserted ? inserted->order.pickupNo : QStringLiteral("-");
    }
    void close(const char *number)
    {
        auto word = Orders::payment(number);
        word.state = TradeState::Closed;
        QVERIFY(await(m_store->settle(word, Orders::start))->event);
    }
    void lastGivenIs(int last)
    {
        const auto sql = QStringLiteral("UPDATE pickup_numbers SET given = %1").arg(last);
        const auto moved = await(m_database->run<int>([sql](SqlConnection &connection) -> Result<int> {
            const auto done = connection.execute(sql);
            return done ? Result<int>(1) : Result<int>(done.error());
        }));
        QVERIFY(moved);
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
    void countsUpOverARestart()
    {
        QCOMPARE(given("T00001"), QStringLiteral("001"));
        QCOMPARE(given("T00002"), QStringLiteral("002"));
        cleanup();
        open();
        QCOMPARE(given("T00003"), QStringLiteral("003"));
        QCOMPARE(await(m_store->load(Orders::number("T00002")))->pickupNo, QStringLiteral("002"));
    }
    void twoAtOnceGetTwo()
    {
        auto first = m_store->insert(order("T00001", "S1", Orders::start), m_created, true);
        auto second = m_store->insert(order("T00002", "S2", Orders::start), m_created, true);
        QCOMPARE(await(first)->order.pickupNo, QStringLiteral("001"));
        QCOMPARE(await(second)->order.pickupNo, QStringLiteral("002"));
    }
    void askedAgainItIsTheSameOne()
    {
        QCOMPARE(given("T00001"), QStringLiteral("001"));
        QCOMPARE(given("T00001"), QStringLiteral("001"));
        QCOMPARE(given("T00002"), QStringLiteral("002"));
    }
    void attemptsOfASaleShareIt()
    {
        QVERIFY(insert(order("T00001", "SALE01", Orders::start)));
        close("T00001");
        QCOMPARE(given("T00003"), QStringLiteral("002"));
        // Also where midnight lies between them.
        const auto second = insert(order("T00002", "SALE01", Orders::start.addDays(1)));
        QCOMPARE(second->order.pickupNo, QStringLiteral("001"));
        QCOMPARE(given("T00004", Orders::start.addDays(1)), QStringLiteral("001")); // the next day's first
    }
    void whoeverWantsNoneGetsNone()
    {
        QVERIFY(await(m_store->insert(Orders::fresh(), Orders::created()))->order.pickupNo.isEmpty());
        QCOMPARE(given("T00002"), QStringLiteral("001"));
    }
    void aRefusedOrderBurnsNone()
    {
        QVERIFY(insert(order("T00001", "SALE01", Orders::start)));
        QCOMPARE(insert(order("T00002", "SALE01", Orders::start)).error().code, ErrorCode::AttemptOpen);
        auto broken = order("T00003", "SALE03", Orders::start);
        broken.refunded = Orders::fen(9999); // the table refuses it, after its number was given
        QCOMPARE(insert(broken).error().code, ErrorCode::StoreFailure);
        QCOMPARE(given("T00004"), QStringLiteral("002"));
    }
    void beginsAnewAtMidnightOfTheShop()
    {
        const auto midnight = QDateTime(QDate(2026, 1, 2), QTime(0, 0), Qt::OffsetFromUTC, 8 * 3600);
        QCOMPARE(given("T00001", midnight.addMSecs(-1)), QStringLiteral("001"));
        QCOMPARE(given("T00002", midnight.toUTC().addMSecs(-1)), QStringLiteral("002"));
        QCOMPARE(given("T00003", midnight.toUTC()), QStringLiteral("001"));
        // A clock that was put back goes on where that day was.
        QCOMPARE(given("T00004", midnight.addMSecs(-1)), QStringLiteral("003"));
    }
    void afterTheLastComesTheFirst()
    {
        QCOMPARE(given("T00001"), QStringLiteral("001"));
        lastGivenIs(998);
        QCOMPARE(given("T00002"), QStringLiteral("999"));
        QCOMPARE(given("T00003"), QStringLiteral("001"));
    }
    void everyShopHasItsOwn()
    {
        QCOMPARE(given("T00001"), QStringLiteral("001"));
        OrderStore other(*m_database, "1900000002");
        const auto inserted = await(other.insert(order("T00001", "T00001", Orders::start), m_created, true));
        QCOMPARE(inserted->order.pickupNo, QStringLiteral("001"));
    }

private:
    void open()
    {
        m_database = *Database::open(m_folder->filePath("books.sqlite"));
        m_store = std::make_unique<OrderStore>(*m_database, "1900000001");
    }

    const QList<OrderEvent> m_created{Orders::created()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OrderStore> m_store;
};

QTEST_GUILESS_MAIN(PickupNumbersTest)
#include "tst_pickup_numbers.moc"
