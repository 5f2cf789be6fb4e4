// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/CaseStore.h"
#include "server/store/Database.h"
#include "server/store/OrderStore.h"
#include "tests/support/Await.h"
#include "tests/support/Orders.h"

#include <QTemporaryDir>
#include <QTest>

/// One sale, one attempt after another, and one payment.
class AttemptsInStoreTest : public QObject
{
    Q_OBJECT

    Result<OrderStore::Inserted> attempt(const char *number, const char *sale = "SALE01")
    {
        Order order = Orders::fresh(number);
        order.sale = sale;
        return await(m_store->insert(order, Orders::created()));
    }
    Result<OrderChange> settle(const PaymentEvent &seen) { return await(m_store->settle(seen, Orders::start)); }
    Result<OrderChange> closed(const char *number)
    {
        auto word = Orders::payment(number);
        word.state = TradeState::Closed;
        return settle(word);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = *Database::open(m_folder->filePath("books.sqlite"));
        m_store = std::make_unique<OrderStore>(*m_database, "1900000001");
        QVERIFY(attempt("T00001"));
    }
    void cleanup()
    {
        m_store.reset();
        m_database.reset();
    }
    void noSecondWhileTheFirstCouldStillBePaid()
    {
        QCOMPARE(attempt("T00002").error().code, ErrorCode::AttemptOpen);
        QVERIFY(!await(m_store->load(Orders::number("T00002"))));
        QVERIFY(!attempt("T00001")->isNew); // the same number is that order
        QVERIFY(attempt("T00003", "SALE02"));
        QVERIFY(await(m_store->setClosing(Orders::number("T00001"), true)));
        QCOMPARE(attempt("T00002").error().code, ErrorCode::AttemptOpen);
        QVERIFY(closed("T00001"));
        QVERIFY(attempt("T00002")->isNew);
    }
    void noneAfterThePayment()
    {
        QVERIFY(settle(Orders::payment("T00001")));
        QCOMPARE(attempt("T00002").error().code, ErrorCode::OrderPaid);
    }
    void noneWhileAPaymentWaitsForAPerson_data()
    {
        QTest::addColumn<PaymentEvent>("word");
        QTest::addColumn<bool>("closedBefore");
        QTest::newRow("late") << Orders::payment("T00001") << true;
        QTest::newRow("wrong amount") << Orders::payment("T00001", 5) << false;
    }
    void noneWhileAPaymentWaitsForAPerson()
    {
        QFETCH(PaymentEvent, word);
        QFETCH(bool, closedBefore);
        if (closedBefore)
            QVERIFY(closed("T00001"));
        QVERIFY(settle(word)->newCase);
        QVERIFY(await(m_store->load(Orders::number("T00001")))->openCase);
        QCOMPARE(attempt("T00002").error().code, ErrorCode::AttemptOpen);
    }
    void theSecondPaymentOfASaleIsACaseAndNoSuccess()
    {
        QVERIFY(closed("T00001"));
        QVERIFY(attempt("T00002"));
        QVERIFY(settle(Orders::payment("T00002", 1990, "420002")));
        QCOMPARE(settle(Orders::payment("T00001"))->newCase, CaseKind::Duplicate);
        const auto first = await(m_store->load(Orders::number("T00001")));
        QCOMPARE(first->state, TradeState::Closed);
        QCOMPARE(first->openCase, CaseKind::Duplicate);
        QCOMPARE(first->caseAmount.fen(), 1990);
    }
    void theLatePaymentComesFirst()
    {
        QVERIFY(closed("T00001"));
        QVERIFY(attempt("T00002"));
        QCOMPARE(settle(Orders::payment("T00001"))->newCase, CaseKind::Late);
        // The till shows the second one's QR still: its payment is the sale's.
        QCOMPARE(settle(Orders::payment("T00002", 1990, "420002"))->event->type, EventType::Success);
        // Whoever decides about the first one's sees that it came twice.
        const auto cases = await(m_store->cases("open"));
        QCOMPARE(cases->size(), 1);
        QCOMPARE(cases->first().kind, CaseKind::Duplicate);
        QCOMPARE(cases->first().transactionId, QString("420001"));
        QCOMPARE(await(m_store->load(Orders::number("T00001")))->openCase, CaseKind::Duplicate);
    }
    void honouringOneLatePaymentMakesTheOtherASecondOne()
    {
        QVERIFY(closed("T00001"));
        QVERIFY(attempt("T00002"));
        QVERIFY(closed("T00002"));
        QCOMPARE(settle(Orders::payment("T00001"))->newCase, CaseKind::Late);
        QCOMPARE(settle(Orders::payment("T00002", 1990, "420002"))->newCase, CaseKind::Late);
        CaseStore decisions(*m_database, "1900000001");
        const auto newest = await(m_store->cases("open"))->first();
        QCOMPARE(newest.outTradeNo, QString("T00002"));
        QVERIFY(await(decisions.honour({newest.id, "seen", "chen"}, Orders::start)));
        const auto left = await(m_store->cases("open"));
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->first().outTradeNo, QString("T00001"));
        QCOMPARE(left->first().kind, CaseKind::Duplicate);
    }
    void aLatePaymentOfAnotherSaleStaysLate()
    {
        QVERIFY(attempt("T00003", "SALE02"));
        QVERIFY(closed("T00001"));
        QCOMPARE(settle(Orders::payment("T00001"))->newCase, CaseKind::Late);
        QCOMPARE(settle(Orders::payment("T00003", 1990, "420003"))->event->type, EventType::Success);
        QCOMPARE(await(m_store->cases("open"))->first().kind, CaseKind::Late);
    }
    void oneMoneyIsOneCaseWhateverItLooksLikeToday()
    {
        QVERIFY(closed("T00001"));
        QCOMPARE(settle(Orders::payment("T00001"))->newCase, CaseKind::Late);
        QVERIFY(attemptAfterDecision("refunded"));
        QVERIFY(settle(Orders::payment("T00002", 1990, "420002"))); // now the sale is paid
        const auto again = settle(Orders::payment("T00001"));
        QVERIFY(!again->event && !again->newCase);
        QVERIFY(!again->order->openCase); // decided is decided
        QVERIFY(!await(m_store->load(Orders::number("T00001")))->openCase);
        QCOMPARE(await(m_store->cases({}))->size(), 1);
        // Other money is another case.
        QCOMPARE(settle(Orders::payment("T00001", 1990, "420009"))->newCase, CaseKind::Duplicate);
    }
    void theRightPaymentCountsAfterAWrongOne()
    {
        auto foreign = Orders::payment("T00001", 1990, "990001");
        foreign.foreign = true;
        QVERIFY(settle(foreign)->newCase);
        QVERIFY(settle(Orders::payment("T00001", 5, "420005"))->newCase);
        QCOMPARE(settle(Orders::payment("T00001"))->event->type, EventType::Success);
        QVERIFY(await(m_store->load(Orders::number("T00001")))->openCase);
    }
    void whatIsUnfinishedIsListedByNumber()
    {
        QVERIFY(attempt("T00005", "S5"));
        QVERIFY(attempt("T00002", "S2"));
        QVERIFY(attempt("T00003", "S3"));
        QVERIFY(attempt("T00004", "S4"));
        QVERIFY(attempt("T00006", "S6"));
        QVERIFY(closed("T00002"));
        QVERIFY(settle(Orders::payment("T00003")));
        QVERIFY(settle(Orders::payment("T00004", 5)));
        auto foreign = Orders::payment("T00005", 1990, "990001");
        foreign.foreign = true;
        QVERIFY(settle(foreign));
        QStringList numbers;
        const auto found = await(m_store->unfinished());
        for (const auto &order : *found)
            numbers << order.outTradeNo.text();
        QCOMPARE(numbers, (QStringList{"T00001", "T00005", "T00006"}));
        QCOMPARE(await(m_store->unfinished("T00001"))->size(), 2);
        QVERIFY(await(m_store->unfinished("T00006"))->isEmpty());
    }

private:
    /// As deciding the only case of T00001 leaves the books, and the sale tried again.
    Result<OrderStore::Inserted> attemptAfterDecision(const char *decision)
    {
        const auto decided = await(m_database->run<bool>([decision](SqlConnection &database) -> Result<bool> {
            const auto state = QStringLiteral("UPDATE cases SET state = '%1'").arg(QLatin1String(decision));
            const auto cleared = QStringLiteral("UPDATE orders SET case_kind = NULL, case_fen = NULL");
            return database.execute(state) && database.execute(cleared);
        }));
        return decided && *decided ? attempt("T00002") : Error{};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OrderStore> m_store;
};

QTEST_GUILESS_MAIN(AttemptsInStoreTest)
#include "tst_attempts_in_store.moc"
