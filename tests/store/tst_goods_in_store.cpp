// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Database.h"
#include "server/store/GoodsStore.h"
#include "tests/support/Await.h"
#include "tests/support/Shelf.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

struct ShelfBooks
{
    QTemporaryDir folder;
    std::unique_ptr<Database> database = *Database::open(folder.filePath("books.sqlite"));
    GoodsStore goods{*database, "1900000001"};

    GoodsList now() { return **await(goods.list()); }
    GoodsStore::Put put(const Goods &one) { return *await(goods.put(one)); }
    QString codes()
    {
        QStringList codes;
        const auto list = now();
        for (const auto &one : list.goods)
            codes << one.code();
        return codes.join(' ');
    }
};

} // namespace

/// The list of goods comes out as it went in, in the till's order, and its version grows when it changes.
class GoodsInStoreTest : public QObject
{
    Q_OBJECT
    using Put = GoodsStore::Put;
private slots:
    void keepsThem()
    {
        ShelfBooks books;
        QCOMPARE(books.now().version, 0);
        auto fields = Shelf::latte();
        fields.onSale = false;
        const auto goods = *Goods::make(fields);
        QCOMPARE(books.put(goods), Put::Added);
        books.database.reset();
        books.database = *Database::open(books.folder.filePath("books.sqlite"));
        GoodsStore again(*books.database, "1900000001");
        QCOMPARE((*await(again.list()))->goods, QList<Goods>{goods});
    }
    void standsInTheTillsOrder()
    {
        ShelfBooks books;
        QVERIFY(await(books.goods.replaceAll({Shelf::goods("D", "tea", 9), Shelf::goods("C", "coffee", 5),
                                              Shelf::goods("B", "tea", 2), Shelf::goods("A", "tea", 9),
                                              Shelf::goods("E", "bread", 2)})));
        // bread and tea begin alike, and still do not mix
        QCOMPARE(books.codes(), QStringLiteral("E B A D C"));
    }
    void everyChangeMakesTheVersionGrow()
    {
        ShelfBooks books;
        QCOMPARE(books.put(Shelf::goods("A")), Put::Added);
        QCOMPARE(books.now().version, 1);
        QCOMPARE(books.put(Shelf::goods("A", "tea")), Put::Changed);
        QCOMPARE(books.now().version, 2);
        QCOMPARE(books.put(Shelf::goods("A", "tea")), Put::Changed); // it was so already
        QCOMPARE(books.now().version, 2);
        QCOMPARE(await(books.goods.replaceAll({Shelf::goods("B")})).value(), 3);
        QVERIFY(!*await(books.goods.remove("A")));
        QCOMPARE(books.now().version, 3);
        QVERIFY(*await(books.goods.remove("B")));
        QCOMPARE(books.now().version, 4);
        QVERIFY(books.now().goods.isEmpty());
    }
    void whoHasTheVersionGetsNothing()
    {
        ShelfBooks books;
        QVERIFY(!*await(books.goods.list(0)));
        (void)books.put(Shelf::goods("A"));
        QVERIFY(*await(books.goods.list(0)));
        QVERIFY(!*await(books.goods.list(1)));
        QVERIFY(*await(books.goods.list(2))); // from before a backup came back
    }
    void aBarcodeNamesOneThing()
    {
        ShelfBooks books;
        QCOMPARE(books.put(Shelf::goods("A", "tea", 0, "1234")), Put::Added);
        QCOMPARE(books.put(Shelf::goods("B")), Put::Added);
        QCOMPARE(books.put(Shelf::goods("C")), Put::Added); // none is no barcode
        QCOMPARE(books.put(Shelf::goods("D", "tea", 0, "1234")), Put::BarcodeUsed);
        QCOMPARE(books.put(Shelf::goods("B", "tea", 0, "1234")), Put::BarcodeUsed);
        QCOMPARE(books.put(Shelf::goods("A", "tea", 1, "1234")), Put::Changed);
        QCOMPARE(books.codes(), QStringLiteral("B C A"));
    }
    void aShopHasAnEnd()
    {
        ShelfBooks books;
        QList<Goods> many;
        for (int i = 0; i < Goods::mostInAShop; ++i)
            many << Shelf::goods(QByteArray::number(i).constData());
        QVERIFY(await(books.goods.replaceAll(many)));
        QCOMPARE(books.put(Shelf::goods("more")), Put::TooMany);
        QCOMPARE(books.put(Shelf::goods("0", "tea")), Put::Changed);
        QVERIFY(*await(books.goods.remove("0")));
        QCOMPARE(books.put(Shelf::goods("more")), Put::Added);
    }
    void allAreReplacedOrNone()
    {
        ShelfBooks books;
        QVERIFY(await(books.goods.replaceAll({Shelf::goods("A"), Shelf::goods("B")})));
        QCOMPARE(await(books.goods.replaceAll({Shelf::goods("C"), Shelf::goods("C")})).error().code,
                 ErrorCode::StoreFailure);
        QCOMPARE(books.codes(), QStringLiteral("A B"));
        QCOMPARE(books.now().version, 1);
    }
    void practiceGoodsComeOnlyOnce()
    {
        ShelfBooks books;
        QVERIFY(*await(books.goods.insertWhereThereNeverWereAny({Shelf::goods("A")})));
        QVERIFY(!*await(books.goods.insertWhereThereNeverWereAny({Shelf::goods("B")})));
        QVERIFY(*await(books.goods.remove("A")));
        QVERIFY(!*await(books.goods.insertWhereThereNeverWereAny({Shelf::goods("A")})));
        QVERIFY(books.now().goods.isEmpty());
    }
    void anotherShopsGoodsAreOthers()
    {
        ShelfBooks books;
        GoodsStore other(*books.database, "1900000002");
        (void)books.put(Shelf::goods("A", "tea", 0, "1234"));
        QCOMPARE(*await(other.put(Shelf::goods("A", "tea", 0, "1234"))), Put::Added);
        QVERIFY(await(other.replaceAll({})));
        QCOMPARE(books.codes(), QStringLiteral("A"));
        QCOMPARE(books.now().version, 1);
    }
};

QTEST_GUILESS_MAIN(GoodsInStoreTest)
#include "tst_goods_in_store.moc"
