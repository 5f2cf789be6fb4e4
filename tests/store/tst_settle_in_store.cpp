// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "server/store/OrderStore.h"
#include "tests/support/Await.h"
#include "tests/support/Orders.h"

#include <QTemporaryDir>
#include <QTest>

/// A witness's word is written once, however often it comes; what does not fit becomes one case.
class SettleInStoreTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = *Database::open(m_folder->filePath("books.sqlite"));
        m_store = std::make_unique<OrderStore>(*m_database, "1900000001");
        QVERIFY(await(m_store->insert(Orders::fresh(), Orders::created())));
    }
    void cleanup()
    {
        m_store.reset();
        m_database.reset();
    }
    void aRepeatedPaymentWritesNothing()
    {
        QVERIFY(await(m_store->settle(Orders::payment(), Orders::start))->event);
        const auto again = await(m_store->settle(Orders::payment(), Orders::start));
        QVERIFY(again && !again->event && !again->newCase);
        QCOMPARE(await(m_store->history(Orders::number(), 0))->events.size(), 2);
    }
    void manyAtOnceWriteOne()
    {
        QList<QFuture<Result<OrderChange>>> settling;
        for (int i = 0; i < 50; ++i)
            settling << m_store->settle(Orders::payment(), Orders::start);
        int changed = 0;
        for (auto &future : settling)
            changed += await(future)->event.has_value();
        QCOMPARE(changed, 1);
    }
    void aRepeatedMisfitIsOneCase_data()
    {
        QTest::addColumn<PaymentEvent>("seen");
        QTest::addColumn<QString>("kind");
        QTest::newRow("amount") << Orders::payment("T00001", 1) << "amount_mismatch";
        QTest::newRow("unknown") << Orders::payment("T99999") << "unknown_order";
        auto foreign = Orders::payment();
        foreign.foreign = true;
        QTest::newRow("foreign") << foreign << "foreign";
    }
    void aRepeatedMisfitIsOneCase()
    {
        QFETCH(PaymentEvent, seen);
        QVERIFY(await(m_store->settle(seen, Orders::start))->newCase);
        QVERIFY(!await(m_store->settle(seen, Orders::start))->newCase);
        const auto cases = await(m_store->cases("open"));
        QCOMPARE(cases->size(), 1);
        QTEST(toText(cases->first().kind), "kind");
        QCOMPARE(cases->first().amount, seen.total);
        QCOMPARE(await(m_store->load(Orders::number()))->state, TradeState::NotPay);
    }
    void aSecondPaymentIsKeptBesideTheFirst()
    {
        QVERIFY(await(m_store->settle(Orders::payment(), Orders::start)));
        QCOMPARE(await(m_store->settle(Orders::payment("T00001", 1990, "420002"), Orders::start))->newCase,
                 CaseKind::Duplicate);
        QCOMPARE(await(m_store->load(Orders::number()))->transactionId, QStringLiteral("420001"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OrderStore> m_store;
};

QTEST_GUILESS_MAIN(SettleInStoreTest)
#include "tst_settle_in_store.moc"
