// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/CaseStore.h"
#include "server/store/OrderStore.h"
#include "server/store/RefundStore.h"
#include "tests/store/PeopleBooks.h"
#include "tests/support/Sales.h"

#include <QFile>

/// A shop that comes from the version before people keeps every order, and its open ones stay open.
class UpgradeFromVersion1Test : public QObject
{
    Q_OBJECT

    static void applyStep(SqlConnection &database, const QString &name)
    {
        QFile step(QStringLiteral(TEST_DATA_DIR "/../../resources/sql/") + name);
        QVERIFY(step.open(QIODevice::ReadOnly | QIODevice::Text));
        QString statement;
        for (const auto &line : QString::fromUtf8(step.readAll()).split(u'\n')) {
            if (line.startsWith("--") || line.isEmpty())
                continue;
            statement += line + u'\n';
            if (!line.endsWith(statement.startsWith("CREATE TRIGGER") ? "END;" : ";"))
                continue;
            QVERIFY2(database.execute(statement), qPrintable(statement));
            statement.clear();
        }
    }
    /// The file as an earlier version made it: its steps, and what it wrote into it.
    /// laterColumns: of the orders, where the steps add some to the first one's.
    static void makeOldFile(const QString &file, const QStringList &steps, const QString &laterColumns = {})
    {
        const auto opened = SqlConnection::open(file);
        QVERIFY(opened);
        SqlConnection &database = **opened;
        for (const auto &step : steps)
            applyStep(database, step);
        QVERIFY(database.execute(QStringLiteral("PRAGMA user_version = %1").arg(steps.size())));
        QVERIFY(database.execute("PRAGMA application_id = 1398040940"));
        for (const auto *number : {"OPEN01", "PAID01"}) {
            const QString paid = number[0] == 'P' ? "SUCCESS" : "NOTPAY";
            QVERIFY(database.execute(
                QStringLiteral(
                    "INSERT INTO orders VALUES ('1900000001', '%1', '%1', '', 'wechatpay', 'tea', 1990, NULL, "
                    "'%2', 0, 'weixin://x', '', '', 'terminal-1', 'terminal-1', NULL, 1767225600000, "
                    "1767225900000, NULL, 0, 0, 1%3)")
                    .arg(number, paid, laterColumns)));
            QVERIFY(database.execute(
                QStringLiteral("INSERT INTO order_events VALUES ('1900000001', '%1', 1, 1767225600000, 'CREATED', "
                               "'till', 'terminal-1', '{}')")
                    .arg(number)));
        }
    }

private slots:
    void keepsTheOrdersAndGetsPeople()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("books.sqlite");
        makeOldFile(file, {"0001_orders.sql"});
        for (int i = 0; i < 2; ++i) { // the second time it is of the new version already
            const auto opened = Database::open(file);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
            auto &database = **opened;
            OrderStore orders(database, PeopleBooks::shop());
            const auto open = await(orders.load(Orders::number("OPEN01")));
            QCOMPARE(open->state, TradeState::NotPay);
            QCOMPARE(open->total.fen(), 1990);
            QCOMPARE(open->operatorId, QStringLiteral("terminal-1"));
            QCOMPARE(await(orders.load(Orders::number("PAID01")))->state, TradeState::Success);
            QCOMPARE(await(orders.history(Orders::number("OPEN01"), 0))->events.size(), 1);
            PeopleStore people(database, PeopleBooks::shop());
            QCOMPARE(await(people.isAnybodyHere()).value(), i == 1);
            if (i == 0)
                QVERIFY(await(people.insert({Staff::person("wang", Role::Owner), "h"}, Orders::start)));
        }
        auto database = *Database::open(file);
        OrderStore orders(*database, PeopleBooks::shop());
        QVERIFY(await(orders.settle(Orders::payment("OPEN01"), Orders::start))->event);
    }
    void anOpenCaseOfVersion2IsSeenOnItsOrder()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("books.sqlite");
        makeOldFile(file, {"0001_orders.sql", "0002_people.sql"});
        {
            const auto old = SqlConnection::open(file);
            QVERIFY(old);
            for (const auto *values : {"'amount_mismatch', 'OPEN01', '420001', 1000, 1990, 1767225660000, 'open'",
                                       "'unknown_order', 'NEVER1', '420002', 5, NULL, 1767225660000, 'open'"})
                QVERIFY((*old)->execute(
                    QStringLiteral("INSERT INTO cases (shop_id, kind, out_trade_no, transaction_id, amount_fen, "
                                   "expected_fen, at_ms, state) VALUES ('1900000001', %1)")
                        .arg(values)));
        }
        const auto opened = Database::open(file);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        OrderStore orders(**opened, PeopleBooks::shop());
        const auto order = await(orders.load(Orders::number("OPEN01")));
        QCOMPARE(order->openCase, CaseKind::AmountMismatch);
        QCOMPARE(order->caseAmount.fen(), 1000);
        QVERIFY(!await(orders.load(Orders::number("PAID01")))->openCase);
        CaseStore cases(**opened, PeopleBooks::shop());
        const auto open = await(cases.list("open"));
        QCOMPARE(open->size(), 2);
        QCOMPARE(open->last().id, 1);
        QCOMPARE(open->last().expected->fen(), 1990);
        // What the old version did not keep of the payment is what the case itself says.
        QVERIFY(await(cases.honour({1, "he has the receipt", "chen"}, Orders::start.addDays(1))));
        const auto honoured = await(orders.load(Orders::number("OPEN01")));
        QCOMPARE(honoured->state, TradeState::Success);
        QCOMPARE(honoured->payerTotal->fen(), 1000);
        QCOMPARE(honoured->successTime, Orders::start.addSecs(60));
    }
    void anOpenOrderOfVersion3IsPaidOrTriedAgain()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("books.sqlite");
        makeOldFile(file, {"0001_orders.sql", "0002_people.sql", "0003_money_back.sql"}, ", NULL, NULL, NULL");
        const auto opened = Database::open(file);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        OrderStore orders(**opened, PeopleBooks::shop());
        const auto open = await(orders.load(Orders::number("OPEN01")));
        QCOMPARE(open->tender, Tender::WeChatPay);
        QVERIFY(open->tenderName.isEmpty() && !open->cashReceived && !open->bill && open->pickupNo.isEmpty());
        QCOMPARE(await(orders.unfinished())->size(), 1);
        // Its till asks for it again as it knows it, and then for another attempt with all that is new.
        QVERIFY(!await(orders.insert(*open, Orders::created()))->isNew);
        auto cash = Orders::cash("CASH01");
        cash.sale = "OPEN01";
        cash.bill = Orders::bill();
        QCOMPARE(await(orders.insert(cash, Orders::taken(), true)).error().code, ErrorCode::AttemptOpen);
        cash.sale = "PAID01";
        QCOMPARE(await(orders.insert(cash, Orders::taken(), true)).error().code, ErrorCode::OrderPaid);
        QVERIFY(await(orders.settle(Orders::payment("OPEN01"), Orders::start))->event);
        cash.sale = "NEW001";
        QCOMPARE(await(orders.insert(cash, Orders::taken(), true))->order.pickupNo, QStringLiteral("001"));
        RefundStore refunds(**opened, PeopleBooks::shop());
        const NewRefund back{*OutRefundNo::parse("R1"), Orders::number("OPEN01"), Orders::fen(990), "cold", "wang"};
        QVERIFY(await(refunds.request(back, Orders::start.addDays(1)))->isNew);
    }
};

QTEST_GUILESS_MAIN(UpgradeFromVersion1Test)
#include "tst_upgrade_from_version_1.moc"
