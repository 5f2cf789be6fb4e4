// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "server/store/OrderStore.h"
#include "server/store/RefundStore.h"
#include "tests/support/Await.h"
#include "tests/support/Sales.h"

#include <QTemporaryDir>
#include <QTest>

/// What was paid at the till goes back at the till: done as it is written down, each order for itself.
class TillRefundsTest : public QObject
{
    Q_OBJECT

    static NewRefund wish(const char *number, qint64 amount, const char *order = "T00001")
    {
        return {.number = *OutRefundNo::parse(QLatin1String(number)),
                .order = Orders::number(order),
                .amount = Orders::fen(amount),
                .reason = "broken",
                .operatorId = "wang"};
    }
    Result<RefundStore::Requested> request(const NewRefund &wanted) { return await(m_refunds->request(wanted, m_now)); }
    ErrorCode refusal(const NewRefund &wanted)
    {
        const auto asked = request(wanted);
        return asked ? ErrorCode::Internal : asked.error().code;
    }
    Order order(const char *number = "T00001") { return *await(m_orders->load(Orders::number(number))); }
    static RefundEvent foreignWord(const QString &transactionId)
    {
        return {.witness = Witness::Notify,
                .outTradeNo = "T00001",
                .transactionId = transactionId,
                .outRefundNo = "PLATFORM1",
                .refundId = "50001",
                .status = RefundStatus::Success,
                .successTime = Orders::start,
                .userReceivedAccount = {},
                .total = Orders::fen(1990),
                .refund = Orders::fen(500)};
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = *Database::open(m_folder->filePath("books.sqlite"));
        m_orders = std::make_unique<OrderStore>(*m_database, "1900000001");
        m_refunds = std::make_unique<RefundStore>(*m_database, "1900000001");
        m_now = Orders::start.addSecs(60);
        for (const char *number : {"T00001", "T00002"})
            QVERIFY(await(m_orders->insert(Orders::cash(number), Orders::taken()))->isNew);
    }
    void cleanup()
    {
        m_refunds.reset();
        m_orders.reset();
        m_database.reset();
    }
    void isDoneAsItIsWritten()
    {
        const auto asked = request(wish("R1", 800));
        QVERIFY(asked && asked->isNew);
        QCOMPARE(asked->refund.status, RefundStatus::Success);
        QCOMPARE(asked->refund.successTime, m_now);
        QCOMPARE(asked->events.size(), 1);
        const auto back = order();
        QCOMPARE(back.state, TradeState::Refund);
        QCOMPARE(back.refunded.fen(), 800);
        QCOMPARE(back.seq, 3);
        const auto event = await(m_orders->history(Orders::number(), 2))->events.first();
        QCOMPARE(event.type, EventType::Refund);
        QCOMPARE(event.source, QStringLiteral("till"));
        QCOMPARE(event.operatorId, QStringLiteral("wang"));
        QCOMPARE(event.detail["out_refund_no"].toString(), QStringLiteral("R1"));
        QCOMPARE(event.detail["amount"].toInteger(), 800);
        QCOMPARE(event.detail["status"].toString(), QStringLiteral("SUCCESS"));
        QVERIFY(await(m_refunds->unfinished(10))->isEmpty());
        QVERIFY(await(m_refunds->uncounted(10))->isEmpty());
    }
    void ofEachOrderNeverMoreThanWasPaid()
    {
        QVERIFY(request(wish("R1", 1500)));
        QCOMPARE(refusal(wish("R2", 491)), ErrorCode::RefundTooMuch); // not what was handed over, either
        QVERIFY(request(wish("R2", 490)));
        QCOMPARE(refusal(wish("R3", 1)), ErrorCode::RefundTooMuch);
        QCOMPARE(order().refunded.fen(), 1990);
        QCOMPARE(order("T00002").refunded.fen(), 0);
        QVERIFY(request(wish("R3", 1990, "T00002"))); // the first one's are not counted against it
        QCOMPARE(order("T00002").refunded.fen(), 1990);
        QCOMPARE(order().refunded.fen(), 1990);
    }
    void twoAtOnceDoNotExceedItEither()
    {
        auto first = m_refunds->request(wish("R1", 1990), m_now);
        auto second = m_refunds->request(wish("R2", 1990), m_now);
        QVERIFY(await(first));
        QCOMPARE(await(second).error().code, ErrorCode::RefundTooMuch);
        QCOMPARE(order().seq, 3);
    }
    void theSameNumberIsTheSameRefund()
    {
        QVERIFY(request(wish("R1", 500))->isNew);
        const auto again = request(wish("R1", 500));
        QVERIFY(again && !again->isNew && again->events.isEmpty());
        QCOMPARE(refusal(wish("R1", 501)), ErrorCode::Conflict);
        QCOMPARE(refusal(wish("R1", 500, "T00002")), ErrorCode::Conflict);
        QCOMPARE(order().refunded.fen(), 500);
        QCOMPARE(order().seq, 3);
    }
    void theOtherRulesHoldToo()
    {
        auto wanted = wish("R1", 600);
        wanted.limit = Orders::fen(500);
        QCOMPARE(refusal(wanted), ErrorCode::Forbidden);
        for (int i = 0; i < Refund::mostPerOrder; ++i)
            QVERIFY(request(wish(qPrintable(QStringLiteral("R%1").arg(i)), 1)));
        QCOMPARE(refusal(wish("R50", 1)), ErrorCode::RefundTooMany);
        m_now = Orders::start.addDays(365).addSecs(1);
        QCOMPARE(refusal(wish("R51", 1, "T00002")), ErrorCode::RefundTooLate);
    }
    void whatFailsLeavesNothingBehind()
    {
        const auto broken = await(m_database->run<int>([](SqlConnection &connection) -> Result<int> {
            const auto done = connection.execute("INSERT INTO order_events VALUES ('1900000001', 'T00001', "
                                                 "3, 1, 'REFUND', 'till', '', '{}')");
            return done ? Result<int>(1) : Result<int>(done.error());
        }));
        QVERIFY(broken); // the event of that number is there already
        QCOMPARE(refusal(wish("R1", 500)), ErrorCode::StoreFailure);
        QVERIFY(!await(m_refunds->load(*OutRefundNo::parse("R1"))));
        QCOMPARE(order().refunded.fen(), 0);
        QCOMPARE(order().state, TradeState::Success);
    }
    void nobodyElsesWordGivesItBack()
    {
        const auto nameless = await(m_refunds->settle(foreignWord({}), m_now));
        QVERIFY(nameless && !nameless->fits && !nameless->changed);
        QVERIFY(await(m_refunds->settle(foreignWord("420009"), m_now))->fits); // of some payment, but not of this one
        QCOMPARE(order().state, TradeState::Success);
        QCOMPARE(order().refunded.fen(), 0);
        QVERIFY(request(wish("R1", 1990)));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OrderStore> m_orders;
    std::unique_ptr<RefundStore> m_refunds;
    QDateTime m_now;
};

QTEST_GUILESS_MAIN(TillRefundsTest)
#include "tst_till_refunds.moc"
