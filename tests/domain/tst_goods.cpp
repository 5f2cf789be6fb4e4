// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/GoodsJson.h"
#include "tests/support/Shelf.h"

#include <QJsonArray>
#include <QTest>
#include <functional>
#include <memory>

/// Goods that exist are fine, and come over the wire as they are.
class GoodsTest : public QObject
{
    Q_OBJECT

    static void row(const char *name, const std::function<void(Goods::Fields &)> &change, bool fine)
    {
        auto fields = Shelf::latte();
        change(fields);
        QTest::newRow(name) << QVariant::fromValue(std::make_shared<Goods::Fields>(fields)) << fine;
    }

private slots:
    void onlyFineOnesAreMade_data()
    {
        QTest::addColumn<QVariant>("fields");
        QTest::addColumn<bool>("fine");
        using F = Goods::Fields;
        row(
            "as it is", [](F &) {}, true);
        row(
            "no barcode", [](F &f) { f.barcode.clear(); }, true);
        row(
            "the longest",
            [](F &f) {
                f.code = QString(32, u'c');
                f.barcode = QString(32, u'b');
                f.name = QString(64, u'n');
                f.category = QString(32, u'k');
                f.price = *Money::fromFen(9'999'999);
                f.position = 99'999;
            },
            true);
        row(
            "the shortest",
            [](F &f) {
                f.code = "-";
                f.barcode = "1_-z";
                f.name = "n";
                f.category = "k";
                f.price = *Money::fromFen(1);
                f.position = 0;
            },
            true);
        row(
            "no code", [](F &f) { f.code.clear(); }, false);
        row(
            "a long code", [](F &f) { f.code = QString(33, u'c'); }, false);
        row(
            "a blank in the code", [](F &f) { f.code = "A 04"; }, false);
        row(
            "a Chinese code", [](F &f) { f.code = QStringLiteral("拿铁"); }, false);
        row(
            "a digit that is none of ours", [](F &f) { f.code = QStringLiteral("٣"); }, false);
        row(
            "a short barcode", [](F &f) { f.barcode = "123"; }, false);
        row(
            "a long barcode", [](F &f) { f.barcode = QString(33, u'1'); }, false);
        row(
            "a barcode with a dot", [](F &f) { f.barcode = "6.90123E12"; }, false);
        row(
            "no name", [](F &f) { f.name.clear(); }, false);
        row(
            "a blank name", [](F &f) { f.name = " \t "; }, false);
        row(
            "a long name", [](F &f) { f.name = QString(65, u'n'); }, false);
        row(
            "two lines", [](F &f) { f.name = "a\nb"; }, false);
        row(
            "a line separator", [](F &f) { f.name = QStringLiteral("a\u2028b"); }, false);
        row(
            "turned round", [](F &f) { f.name = QStringLiteral("a\u202Eb"); }, false);
        row(
            "emoji", [](F &f) { f.name = QString::fromUtf8("\xF0\x9F\x8D\xB5"); }, false);
        row(
            "for nothing", [](F &f) { f.price = Money(); }, false);
        row(
            "too dear", [](F &f) { f.price = *Money::fromFen(10'000'000); }, false);
        row(
            "no category", [](F &f) { f.category.clear(); }, false);
        row(
            "a long category", [](F &f) { f.category = QString(33, u'k'); }, false);
        row(
            "before the first", [](F &f) { f.position = -1; }, false);
        row(
            "behind the last", [](F &f) { f.position = 100'000; }, false);
    }
    void onlyFineOnesAreMade()
    {
        QFETCH(QVariant, fields);
        QFETCH(bool, fine);
        const auto made = Goods::make(*fields.value<std::shared_ptr<Goods::Fields>>());
        QCOMPARE(made.has_value(), fine);
        if (!fine)
            QCOMPARE(made.error().code, ErrorCode::InvalidInput);
        if (fine)
            QCOMPARE(*Json::toGoods(Json::fromGoods(*made)), *made);
    }
    void blanksAroundANameDoNotCount()
    {
        auto fields = Shelf::latte();
        fields.name = QStringLiteral("\t拿铁 大杯 ");
        fields.category = QStringLiteral(" 咖啡\u3000");
        QCOMPARE(*Goods::make(fields), *Goods::make(Shelf::latte()));
    }
    void isWrittenAsTheContractSays()
    {
        QCOMPARE(Json::fromGoods(*Goods::make(Shelf::latte())), (QJsonObject{{"code", "A04"},
                                                                             {"barcode", "6901234567892"},
                                                                             {"name", QStringLiteral("拿铁 大杯")},
                                                                             {"price", 2200},
                                                                             {"category", QStringLiteral("咖啡")},
                                                                             {"position", 4},
                                                                             {"on_sale", true}}));
    }
    void nothingElseIsRead_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const QJsonValue left(QJsonValue::Undefined);
        for (const char *member : {"code", "barcode", "name", "price", "category", "position", "on_sale"}) {
            QTest::newRow(qPrintable(QString("no ") + member)) << QString(member) << left;
            QTest::newRow(qPrintable(QString("null for ") + member)) << QString(member) << QJsonValue();
        }
        QTest::newRow("a number for a code") << "code" << QJsonValue(4);
        QTest::newRow("half a fen") << "price" << QJsonValue(22.5);
        QTest::newRow("text for a price") << "price" << QJsonValue("22.00");
        QTest::newRow("half a position") << "position" << QJsonValue(1.5);
        QTest::newRow("a huge position") << "position" << QJsonValue(1e18);
        QTest::newRow("text for a truth") << "on_sale" << QJsonValue("true");
    }
    void nothingElseIsRead()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        auto json = Json::fromGoods(*Goods::make(Shelf::latte()));
        json[member] = value;
        QVERIFY(!Json::toGoods(json));
    }
    void aListComesBack()
    {
        const GoodsList list{{Shelf::goods("A"), Shelf::goods("B")}, 7};
        const auto read = Json::toGoodsList(Json::fromGoodsList(list));
        QCOMPARE(read->goods, list.goods);
        QCOMPARE(read->version, 7);
        QVERIFY(!Json::toGoodsList({{"goods", QJsonArray()}}));
        QVERIFY(!Json::toGoodsList({{"version", 1}}));
        QVERIFY(!Json::toGoodsList({{"version", 1}, {"goods", QJsonArray{QJsonObject()}}}));
    }
};

QTEST_GUILESS_MAIN(GoodsTest)
#include "tst_goods.moc"
