// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "server/store/MarkStore.h"
#include "server/store/OrderStore.h"
#include "tests/support/Await.h"
#include "tests/support/Orders.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

struct MarkBooks
{
    QTemporaryDir folder;
    std::unique_ptr<Database> database = *Database::open(folder.filePath("books.sqlite"));
    OrderStore orders{*database, "1900000001"};
    MarkStore marks{*database, "1900000001"};

    MarkBooks() { (void)await(orders.insert(Orders::fresh(), Orders::created())); }
    static OrderMark mark(qint64 atMs, const char *what = "query", const char *number = "T00001")
    {
        return {.number = Orders::number(number), .at = Orders::start.addMSecs(atMs), .source = "wechat", .what = what};
    }
    QStringList names()
    {
        QStringList names;
        const auto found = await(marks.of(Orders::number()));
        for (const OrderMark &one : *found)
            names << one.what;
        return names;
    }
};

} // namespace

/// Marks come back in order of time, and an order cannot have more than its share.
class MarksInStoreTest : public QObject
{
    Q_OBJECT
private slots:
    void theyComeBackInOrderOfTime()
    {
        MarkBooks books;
        OrderMark told = MarkBooks::mark(5, "create_answered");
        told.detail = {.tookMs = 31, .outcome = "ok"};
        QCOMPARE(*await(books.marks.append({MarkBooks::mark(9, "late"), told, MarkBooks::mark(2, "early")})), 3);
        QCOMPARE(books.names(), QStringList({"early", "create_answered", "late"}));
        const auto read = await(books.marks.of(Orders::number()))->at(1);
        QCOMPARE(read.at, Orders::start.addMSecs(5));
        QCOMPARE(read.source, QString("wechat"));
        QCOMPARE(read.detail.tookMs, 31);
        QCOMPARE(read.detail.outcome, QString("ok"));
    }
    void anOrderThatIsNotInTheBooksHasNone()
    {
        MarkBooks books;
        QCOMPARE(*await(books.marks.append({MarkBooks::mark(1, "query", "T00002"), MarkBooks::mark(1)})), 1);
        QVERIFY(await(books.marks.of(Orders::number("T00002")))->isEmpty());
    }
    void anotherShopDoesNotSeeThem()
    {
        MarkBooks books;
        QCOMPARE(*await(books.marks.append({MarkBooks::mark(1)})), 1);
        MarkStore other(*books.database, "1900000002");
        QVERIFY(await(other.of(Orders::number()))->isEmpty());
        QCOMPARE(*await(other.append({MarkBooks::mark(1)})), 0);
    }
    void anOrderHasFiveHundredAtMost()
    {
        MarkBooks books;
        QList<OrderMark> many;
        for (int i = 0; i < OrderMark::mostPerOrder + 7; ++i)
            many << MarkBooks::mark(i);
        QCOMPARE(*await(books.marks.append(many)), OrderMark::mostPerOrder);
        QCOMPARE(*await(books.marks.append({MarkBooks::mark(1)})), 0);
        QCOMPARE(books.names().size(), OrderMark::mostPerOrder);
    }
};

QTEST_GUILESS_MAIN(MarksInStoreTest)
#include "tst_marks_in_store.moc"
