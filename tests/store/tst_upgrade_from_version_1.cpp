// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/OrderStore.h"
#include "tests/store/PeopleBooks.h"

#include <QFile>
#include <QSqlQuery>

/// A shop that comes from the version before people keeps every order, and its open ones stay open.
class UpgradeFromVersion1Test : public QObject
{
    Q_OBJECT

    /// The file as the first version made it: its one step, and what it wrote into it.
    static void makeOldFile(const QString &file)
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "old");
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QFile step(QStringLiteral(TEST_DATA_DIR "/../../resources/sql/0001_orders.sql"));
        QVERIFY(step.open(QIODevice::ReadOnly | QIODevice::Text));
        QString statement;
        for (const auto &line : QString::fromUtf8(step.readAll()).split(u'\n')) {
            if (line.startsWith("--") || line.isEmpty())
                continue;
            statement += line + u'\n';
            if (!line.endsWith(statement.startsWith("CREATE TRIGGER") ? "END;" : ";"))
                continue;
            QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
            statement.clear();
        }
        for (const auto *sql : {"PRAGMA application_id = 1398040940", "PRAGMA user_version = 1"})
            QVERIFY(QSqlQuery(database).exec(sql));
        for (const auto *number : {"OPEN01", "PAID01"}) {
            const QString paid = number[0] == 'P' ? "SUCCESS" : "NOTPAY";
            QVERIFY(QSqlQuery(database).exec(
                QStringLiteral(
                    "INSERT INTO orders VALUES ('1900000001', '%1', '%1', '', 'wechatpay', 'tea', 1990, NULL, "
                    "'%2', 0, 'weixin://x', '', '', 'terminal-1', 'terminal-1', NULL, 1767225600000, "
                    "1767225900000, NULL, 0, 0, 1)")
                    .arg(number, paid)));
            QVERIFY(QSqlQuery(database).exec(
                QStringLiteral("INSERT INTO order_events VALUES ('1900000001', '%1', 1, 1767225600000, 'CREATED', "
                               "'till', 'terminal-1', '{}')")
                    .arg(number)));
        }
        database.close();
    }

private slots:
    void keepsTheOrdersAndGetsPeople()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("books.sqlite");
        makeOldFile(file);
        QSqlDatabase::removeDatabase("old");
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
};

QTEST_GUILESS_MAIN(UpgradeFromVersion1Test)
#include "tst_upgrade_from_version_1.moc"
