// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "server/store/OrderSearch.h"
#include "server/store/Statement.h"
#include "tests/support/Await.h"
#include "tests/support/Orders.h"

#include <QTemporaryDir>
#include <QTest>
#include <functional>

/// Each way of looking for orders finds all that fit and nothing else, in pages, and walks through no more rows than it
/// must.
class OrderSearchTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OrderStore> m_store;

    void add(const char *number, qint64 amount, int afterS, Tender tender = Tender::WeChatPay)
    {
        Order order = Orders::fresh(number, amount);
        order.createdAt = Orders::start.addSecs(afterS);
        order.tender = tender;
        if (tender != Tender::WeChatPay)
            order.state = TradeState::Success; // money that is taken at the till is there
        if (tender == Tender::Cash)
            order.cashReceived = order.total;
        if (tender == Tender::Other)
            order.tenderName = "card";
        QVERIFY(await(m_store->insert(order, Orders::created()))->isNew);
    }
    void pay(const char *number, qint64 amount, const char *transaction)
    {
        QVERIFY(await(m_store->settle(Orders::payment(number, amount, transaction), Orders::start)));
    }
    /// All pages of two orders each.
    QString found(OrderFilter filter)
    {
        QStringList numbers;
        filter.limit = 2;
        do {
            const auto page = await(m_store->list(filter));
            if (!page)
                return page.error().message;
            for (const auto &order : page->orders)
                numbers << order.outTradeNo.text();
            filter.cursor = page->nextCursor;
        } while (!filter.cursor.isEmpty() && numbers.size() < 100);
        return numbers.join(' ');
    }
    QStringList planOf(const OrderFilter &filter)
    {
        const auto statement = OrderSearch::page(filter, QStringLiteral("*"), QStringLiteral("1900000001"));
        return *await(m_database->run<QStringList>([statement](SqlConnection &database) -> Result<QStringList> {
            QStringList steps;
            auto query =
                Statement::run(database, QStringLiteral("EXPLAIN QUERY PLAN ") + statement.sql, statement.values);
            if (!query)
                return query.error();
            Rows rows = *std::move(query);
            while (rows.next())
                steps << rows.value(3).toString();
            return steps;
        }));
    }
    static void row(const char *name, const OrderFilter &filter, const char *expected)
    {
        QTest::newRow(name) << QVariant::fromValue(std::make_shared<OrderFilter>(filter)) << QString(expected);
    }

private slots:
    void initTestCase()
    {
        m_database = *Database::open(m_folder.filePath("books.sqlite"));
        m_store = std::make_unique<OrderStore>(*m_database, "1900000001");
        add("AAAA4821", 1800, 0);
        add("BBBB0001", 1800, 10);
        add("CCCC0002", 2200, 20);
        add("DDDD0003", 1800, 30, Tender::Cash);
        add("EEEE4821", 2200, 40, Tender::Other);
        add("FFFF0004", 1800, 50);
        add("GGGGabcd", 825, 60);
        pay("BBBB0001", 1800, "4200000000000000000000004821");
        pay("CCCC0002", 2300, "4200000000000000000000000007"); // one yuan more
        pay("FFFF0004", 1800, "4200000000000000000000009999");
        OrderStore other(*m_database, "1900000002");
        Order theirs = Orders::fresh("ZZZZ4821", 1800);
        QVERIFY(await(other.insert(theirs, Orders::created())));
    }
    void findsWhatFits_data()
    {
        QTest::addColumn<QVariant>("filter");
        QTest::addColumn<QString>("expected");
        using F = OrderFilter;
        const auto at = [](int s) { return Orders::start.addSecs(s); };
        const auto fen = [](qint64 amount) { return Orders::fen(amount); };
        row("everything", F{}, "GGGGabcd FFFF0004 EEEE4821 DDDD0003 CCCC0002 BBBB0001 AAAA4821");
        row("the end of either number", F{.tail = "4821"}, "EEEE4821 BBBB0001 AAAA4821");
        row("more than its end", F{.tail = "A4821"}, "AAAA4821");
        row("a whole number of ours", F{.tail = "FFFF0004"}, "FFFF0004");
        row("a whole number of WeChat's", F{.tail = "4200000000000000000000009999"}, "FFFF0004");
        row("one digit wrong", F{.tail = "4200000000000000000010009999"}, "");
        row("letters, either case", F{.tail = "gABCD"}, "GGGGabcd");
        row("two digits", F{.tail = "21"}, "EEEE4821 BBBB0001 AAAA4821");
        row("no end of any", F{.tail = "4822"}, "");
        row("an amount", F{.amount = fen(1800)}, "FFFF0004 DDDD0003 BBBB0001 AAAA4821");
        row("an amount nobody paid", F{.amount = fen(1801)}, "");
        row("WeChat Pay", F{.tender = Tender::WeChatPay}, "GGGGabcd FFFF0004 CCCC0002 BBBB0001 AAAA4821");
        row("cash", F{.tender = Tender::Cash}, "DDDD0003");
        row("another tender", F{.tender = Tender::Other}, "EEEE4821");
        row("an open case", F{.openCase = true}, "CCCC0002");
        row("paid", F{.state = TradeState::Success}, "FFFF0004 EEEE4821 DDDD0003 BBBB0001");
        row("a time", F{.from = at(10), .to = at(40)}, "DDDD0003 CCCC0002 BBBB0001");
        row("an amount in a time", F{.from = at(10), .to = at(40), .amount = fen(1800)}, "DDDD0003 BBBB0001");
        row("an end in a time", F{.from = at(10), .tail = "4821"}, "EEEE4821 BBBB0001");
        row("an end and an amount", F{.amount = fen(1800), .tail = "4821"}, "BBBB0001 AAAA4821");
        row("an end and a state", F{.state = TradeState::Success, .tail = "4821"}, "EEEE4821 BBBB0001");
        row("an end and a tender", F{.tender = Tender::Other, .tail = "4821"}, "EEEE4821");
        row("an amount and a state", F{.state = TradeState::NotPay, .amount = fen(1800)}, "AAAA4821");
        row("an amount and a tender", F{.amount = fen(1800), .tender = Tender::Cash}, "DDDD0003");
        row("a case and an amount", F{.amount = fen(1800), .openCase = true}, "");
        row("all at once",
            F{.from = at(0),
              .to = at(99),
              .state = TradeState::NotPay,
              .amount = fen(2200),
              .tender = Tender::WeChatPay,
              .openCase = true,
              .tail = "0007"},
            ""); // the payment is not the order's yet
        row("a state, a tender and a case",
            F{.state = TradeState::NotPay, .tender = Tender::WeChatPay, .openCase = true}, "CCCC0002");
    }
    void findsWhatFits()
    {
        QFETCH(QVariant, filter);
        QFETCH(QString, expected);
        QCOMPARE(found(*filter.value<std::shared_ptr<OrderFilter>>()), expected);
    }
    void walksThroughNoMoreThanItMust_data()
    {
        QTest::addColumn<QVariant>("filter");
        QTest::addColumn<QString>("expected");
        using F = OrderFilter;
        const auto from = Orders::start;
        const QString cursor = "1767225600000.T00001";
        row("a page", F{.cursor = cursor}, "orders_newest (shop_id=? AND (created_at_ms,out_trade_no)<(?,?))");
        row("a time", F{.from = from, .to = from}, "orders_newest (shop_id=? AND created_at_ms>? AND created_at_ms<?)");
        row("an amount", F{.amount = Orders::fen(1)}, "orders_by_amount (shop_id=? AND total_fen=?)");
        row("its next page", F{.amount = Orders::fen(1), .cursor = cursor},
            "orders_by_amount (shop_id=? AND total_fen=? AND (created_at_ms,out_trade_no)<(?,?))");
        row("an amount, a state and a time", F{.from = from, .state = TradeState::Refund, .amount = Orders::fen(1)},
            "orders_by_amount (shop_id=? AND total_fen=? AND created_at_ms>?)");
        row("a state", F{.state = TradeState::Refund}, "orders_by_state (shop_id=? AND trade_state=?)");
        row("its next page", F{.state = TradeState::Refund, .cursor = cursor},
            "orders_by_state (shop_id=? AND trade_state=? AND (created_at_ms,out_trade_no)<(?,?))");
        row("cash", F{.tender = Tender::Cash}, "orders_by_other_tender (shop_id=? AND tender=?)");
        row("an open case", F{.openCase = true}, "orders_with_open_case (shop_id=?)");
        row("our end", F{.from = from, .tail = "4821"}, "orders_by_tail (shop_id=? AND <expr>=?)");
        row("WeChat's end", F{.state = TradeState::Success, .tail = "4821"},
            "orders_by_wechat_tail (shop_id=? AND <expr>=?)");
        row("and then the orders themselves", F{.amount = Orders::fen(1), .tail = "4821"},
            "sqlite_autoindex_orders_1 (shop_id=? AND out_trade_no=?)");
        row("two digits", F{.tail = "21"}, "orders_newest (shop_id=? AND created_at_ms>?)");
    }
    void walksThroughNoMoreThanItMust()
    {
        QFETCH(QVariant, filter);
        QFETCH(QString, expected);
        const auto wanted = *filter.value<std::shared_ptr<OrderFilter>>();
        const auto plan = planOf(wanted);
        QVERIFY2(plan.contains("SEARCH orders USING INDEX " + expected), qPrintable(plan.join('\n')));
        QVERIFY2(plan.filter("SCAN orders").isEmpty(), qPrintable(plan.join('\n')));
        const bool sorts = !plan.filter("TEMP B-TREE FOR ORDER BY").isEmpty();
        QCOMPARE(sorts, wanted.tail.size() >= OrderSearch::indexedTail); // few rows, in no order
    }
    void anUpdateKeepsWhatAnOrderIs()
    {
        const auto before = *await(m_store->load(Orders::number("AAAA4821")));
        QVERIFY(await(m_store->change(before.outTradeNo, [](Order &order) {
            order.codeUrl = "weixin://x";
            return OrderEvent{.at = Orders::start, .type = EventType::CodeReady};
        })));
        const auto after = *await(m_store->load(before.outTradeNo));
        QCOMPARE(after.codeUrl, QStringLiteral("weixin://x"));
        QCOMPARE(after.seq, 2);
        QCOMPARE(after.createdAt, before.createdAt);
        QCOMPARE(after.total, before.total);
        QCOMPARE(after.sale, before.sale);
    }
};

QTEST_GUILESS_MAIN(OrderSearchTest)
#include "tst_order_search.moc"
