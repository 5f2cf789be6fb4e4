// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/BillJson.h"
#include "server/domain/Json.h"
#include "tests/support/Sales.h"

#include <QJsonArray>
#include <QTest>

/// A bill adds up or does not exist, and says what is at fault.
class BillTest : public QObject
{
    Q_OBJECT

    using Kind = Bill::Discount::Kind;
    static Bill::Line line(qint64 price, int quantity = 1, const QString &name = "tea", const QString &goods = {})
    {
        return {name, Orders::fen(price), quantity, goods};
    }
    static Bill::Discount minus(qint64 amount) { return {Kind::Minus, Orders::fen(amount)}; }
    static Result<Bill> read(const QByteArray &json) { return Json::toBill(*Json::parseObject(json)); }

private slots:
    void addsUp()
    {
        const auto bill = Orders::bill();
        QCOMPARE(bill.subtotal().fen(), 2250);
        QCOMPARE(bill.total().fen(), 1990);
        QCOMPARE(Bill::of({line(9'999'999, 999)}, {})->total().fen(), 9'989'999'001);
        QCOMPARE(Bill::of({line(0), line(5, 3)}, {minus(15)})->total().fen(), 0);
    }
    void aDifferenceIsADifferentBill()
    {
        const auto bill = Bill::of({line(100, 2)}, {minus(50)});
        QVERIFY(*bill == *Bill::of({line(100, 2)}, {minus(50)}));
        QVERIFY(!(*bill == *Bill::of({line(200)}, {minus(50)}))); // comes to the same
        QVERIFY(!(*bill == *Bill::of({line(100, 2, "coffee")}, {minus(50)})));
        QVERIFY(!(*bill == *Bill::of({line(100, 2)}, {{Kind::Round, Orders::fen(50)}})));
    }
    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QList<Bill::Line>>("lines");
        QTest::addColumn<QList<Bill::Discount>>("discounts");
        QTest::addColumn<QString>("why");
        using Lines = QList<Bill::Line>;
        using Less = QList<Bill::Discount>;
        const auto row = [](const char *name, const Lines &lines, const Less &less, const char *why) {
            QTest::newRow(name) << lines << less << QString(why);
        };
        row("nothing", {}, {}, "bill: it must have 1 to 200 lines");
        row("201 lines", Lines(201, line(1)), {}, "bill: it must have 1 to 200 lines");
        row("no name", {line(1), line(1, 1, " ")}, {}, "bill line 2: name must be");
        row("long name", {line(1, 1, QString(65, u'x'))}, {}, "bill line 1: name must be");
        row("a name of two lines", {line(1, 1, "a\nb")}, {}, "bill line 1: name must be");
        row("a line separator", {line(1, 1, QString(QChar(0x2028)))}, {}, "bill line 1: name must be");
        row("half a character", {line(1, 1, QString(QChar(0xD83D)))}, {}, "bill line 1: name must be");
        row("dear", {line(10'000'000)}, {}, "bill line 1: price must be");
        row("none of it", {line(1, 0)}, {}, "bill line 1: quantity must be");
        row("a thousand", {line(1, 1000)}, {}, "bill line 1: quantity must be");
        row("odd code", {line(1, 1, "tea", "a b")}, {}, "bill line 1: goods must be");
        row("long code", {line(1, 1, "tea", QString(33, u'a'))}, {}, "bill line 1: goods must be");
        row("more than money holds", Lines(2, line(9'999'999, 999)), {}, "bill line 2: the sum is more");
        row("more off than there is", {line(10)}, {minus(11)}, "bill discount 1: more comes off");
        row("nothing off", {line(10)}, {minus(0)}, "bill discount 1: amount must be");
        row("twice", {line(10)}, {minus(1), {Kind::Round, Orders::fen(1)}, minus(1)}, "bill discount 3: each kind");
        row("four", {line(10)}, Less(4, minus(1)), "bill: it may have at most 3");
        row("no rate", {line(10)}, {{Kind::Rate, Orders::fen(1)}}, "bill discount 1: rate must be");
        row("rate of 100", {line(10)}, {{Kind::Rate, Orders::fen(1), 100}}, "bill discount 1: rate must be");
        row("a rate for nothing", {line(10)}, {{Kind::Minus, Orders::fen(1), 5}}, "bill discount 1: only the kind");
    }
    void refusesWhatIsNone()
    {
        QFETCH(QList<Bill::Line>, lines);
        QFETCH(QList<Bill::Discount>, discounts);
        QFETCH(QString, why);
        const auto bill = Bill::of(lines, discounts);
        QVERIFY(!bill);
        QCOMPARE(bill.error().code, ErrorCode::InvalidInput);
        QVERIFY2(bill.error().message.startsWith(why), qPrintable(bill.error().message));
    }
    void goesOverTheWire()
    {
        const auto json = Json::fromBill(Orders::bill());
        QCOMPARE(*Json::toBill(json), Orders::bill());
        const auto second = json["lines"].toArray()[1].toObject();
        QVERIFY(!second.contains("goods"));
        const auto discounts = json["discounts"].toArray();
        QCOMPARE(discounts[0].toObject(), (QJsonObject{{"kind", "rate"}, {"rate", 90}, {"amount", 225}}));
        QCOMPARE(discounts[1].toObject(), (QJsonObject{{"kind", "round"}, {"amount", 35}}));
        QVERIFY(read(R"({"lines":[{"name":"tea","price":1,"quantity":1}]})"));
        const auto longNames = Bill::of({line(1, 1, QStringLiteral("🍵").repeated(32))}, {}); // no WeChat call has it
        QCOMPARE(*Json::toBill(Json::fromBill(*longNames)), *longNames);
    }
    void readsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const char *json, const char *why) {
            QTest::newRow(name) << QByteArray(json) << QString(why);
        };
        row("no lists", R"({"lines":{}})", "bill: lines and discounts");
        row("a line that is none", R"({"lines":[7]})", "bill line 1: price must be");
        row("half a fen", R"({"lines":[{"name":"a","price":1.5,"quantity":1}]})", "bill line 1: price must be");
        row("a price as text", R"({"lines":[{"name":"a","price":"1","quantity":1}]})", "bill line 1: price must be");
        row("less than nothing", R"({"lines":[{"name":"a","price":-1,"quantity":1}]})", "bill line 1: price must be");
        row("half a cake", R"({"lines":[{"name":"a","price":1,"quantity":0.5}]})", "bill line 1: quantity must be");
        row("too many for an int", R"({"lines":[{"name":"a","price":1,"quantity":4294967297}]})",
            "bill line 1: quantity must be");
        row("no quantity", R"({"lines":[{"name":"a","price":1}]})", "bill line 1: quantity must be");
        row("empty goods", R"({"lines":[{"name":"a","price":1,"quantity":1,"goods":""}]})", "bill line 1: goods");
        row("no goods", R"({"lines":[{"name":"a","price":1,"quantity":1,"goods":null}]})", "bill line 1: goods");
        row("odd kind", R"({"lines":[{"name":"a","price":9,"quantity":1}],"discounts":[{"kind":"vip","amount":1}]})",
            "bill discount 1: kind must be");
        row("odd amount", R"({"lines":[{"name":"a","price":9,"quantity":1}],"discounts":[{"kind":"round"}]})",
            "bill discount 1: amount must be");
        row("null rate",
            R"({"lines":[{"name":"a","price":9,"quantity":1}],"discounts":[{"kind":"round","amount":1,"rate":null}]})",
            "bill discount 1: only the kind");
    }
    void readsNothingElse()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, why);
        const auto bill = read(json);
        QVERIFY(!bill);
        QVERIFY2(bill.error().message.startsWith(why), qPrintable(bill.error().message));
    }
};

QTEST_GUILESS_MAIN(BillTest)
#include "tst_bill.moc"
