// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/GoodsCsv.h"
#include "tests/support/Shelf.h"

#include <QRegularExpression>
#include <QTest>

/// A list of goods goes through a spreadsheet and comes back; a file with faults says all of them and is not taken.
class GoodsCsvTest : public QObject
{
    Q_OBJECT

    static QByteArray sheet(const QByteArray &lines)
    {
        return "code,barcode,name,price,category,position,on_sale\r\n" + lines;
    }
    static QStringList faults(const QByteArray &file)
    {
        QStringList said;
        for (const auto &[line, message] : GoodsCsv::read(file).wrong)
            said << QStringLiteral("%1: %2").arg(line).arg(message);
        return said;
    }
    static Goods named(const QString &name, const QString &category = QStringLiteral("茶"))
    {
        auto fields = Shelf::latte();
        fields.name = name;
        fields.category = category;
        return *Goods::make(fields);
    }

private slots:
    void isWrittenAsTheContractSays()
    {
        QCOMPARE(GoodsCsv::write({*Goods::make(Shelf::latte())}),
                 QByteArray("\xEF\xBB\xBF"
                            "code,barcode,name,price,category,position,on_sale\r\n"
                            "A04,6901234567892,拿铁 大杯,22.00,咖啡,4,1\r\n"));
    }
    void comesBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a,b", "\"a\"", "a \"b\", c", "=1+1", "+1", "-1", "@SUM(A1)", "'", "''", "'=1", "''=1",
                                 "'a", "'@", "=", ";", "1.50", "拿铁, \"大杯\""})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void comesBack()
    {
        QFETCH(QString, name);
        auto fields = named(name, name.left(32)).fields();
        fields.code = "-1_";
        fields.barcode = "-690";
        fields.onSale = false;
        const auto goods = *Goods::make(fields);
        const auto read = GoodsCsv::read(GoodsCsv::write({goods}));
        QVERIFY(read.wrong.isEmpty());
        QCOMPARE(read.goods, QList<Goods>{goods});
    }
    void noCellIsAFormula()
    {
        for (const char *name : {"=HYPERLINK(\"x\")", "+1", "-1", "@A1", "'=1"}) {
            const auto written = GoodsCsv::write({named(QString::fromUtf8(name), "-x")});
            const auto line = written.split('\n')[1];
            QVERIFY2(!QRegularExpression("(^|,|,\")[-=+@]").match(QString::fromUtf8(line)).hasMatch(),
                     line.constData());
        }
    }
    void readsWhatSpreadsheetsSave_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray head = "code,barcode,name,price,category,position,on_sale";
        const QByteArray body = "A04,6901234567892,拿铁 大杯,22.00,咖啡,4,1";
        QTest::newRow("CRLF") << head + "\r\n" + body + "\r\n";
        QTest::newRow("LF") << head + "\n" + body + "\n";
        QTest::newRow("CR") << head + "\r" + body;
        QTest::newRow("BOM") << "\xEF\xBB\xBF" + head + "\r\n" + body + "\r\n";
        QTest::newRow("no end of the last line") << head + "\n" + body;
        QTest::newRow("GB18030") << head + "\r\n"
                                        + QByteArray::fromHex(
                                            "4130342c363930313233343536373839322cc4c3ccfa20b4f3b1ad2c32322e3"
                                            "0302cbfa7b7c82c342c310d0a");
        QTest::newRow("quotes everywhere")
            << QByteArray("\"code\",\"barcode\",name,price,category,position,on_sale\n"
                          "\"A04\",\"6901234567892\",\"拿铁 大杯\",\"22.00\",\"咖啡\",\"4\",\"1\"\n");
        QTest::newRow("blanks") << head + "\n A04 , 6901234567892,拿铁 大杯 ,22.00 , 咖啡,4 ,1 \n";
        QTest::newRow("a short price") << sheet("A04,6901234567892,拿铁 大杯,22,咖啡,4,TRUE\r\n");
        QTest::newRow("one decimal") << sheet("A04,6901234567892,拿铁 大杯,22.0,咖啡,4,是\r\n");
        QTest::newRow("empty rows and columns")
            << QByteArray("Code,Barcode,Name,Price,Category,Position,On_Sale,,\r\n,,,,,,,,\r\n\r\n") + body
                   + ",,\r\n,,,,,,,,\r\n";
    }
    void readsWhatSpreadsheetsSave()
    {
        QFETCH(QByteArray, file);
        const auto read = GoodsCsv::read(file);
        QVERIFY2(read.wrong.isEmpty(), qPrintable(faults(file).join('\n')));
        QCOMPARE(read.goods, QList<Goods>{*Goods::make(Shelf::latte())});
    }
    void aPriceIsReadToTheFen()
    {
        const auto read =
            GoodsCsv::read(sheet("A,,a,0.01,k,0,1\nB,,b,8.25,k,0,1\nC,,c,8.5,k,0,0\nD,,d,99999.99,k,0,1\n"));
        QCOMPARE(read.goods.size(), 4);
        QCOMPARE(read.goods[0].price().fen(), 1);
        QCOMPARE(read.goods[1].price().fen(), 825);
        QCOMPARE(read.goods[2].price().fen(), 850);
        QCOMPARE(read.goods[3].price().fen(), 9'999'999);
        QVERIFY(!read.goods[2].isOnSale());
    }
    void aWrongLineIsSaid_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *line, const char *says) {
            QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(says);
        };
        row("too few", "A,,a,1.00,k,0", "6 cells where 7");
        row("too many", "A,,a,1.00,k,0,1,x", "8 cells where 7");
        row("no code", ",,a,1.00,k,0,1", "code");
        row("no name", "A,,,1.00,k,0,1", "name");
        row("no price", "A,,a,,k,0,1", "price");
        row("free", "A,,a,0.00,k,0,1", "price");
        row("below nothing", "A,,a,-1.00,k,0,1", "price");
        row("three decimals", "A,,a,1.005,k,0,1", "price");
        row("an exponent", "A,,a,1E2,k,0,1", "price");
        row("grouped", "A,,a,\"1,000.00\",k,0,1", "price");
        row("only decimals", "A,,a,.50,k,0,1", "price");
        row("a bare dot", "A,,a,1.,k,0,1", "price");
        row("huge", "A,,a,99999999999999999999,k,0,1", "price");
        row("too dear", "A,,a,100000.00,k,0,1", "price");
        row("no position", "A,,a,1.00,k,,1", "position");
        row("a far position", "A,,a,1.00,k,100000,1", "position");
        row("a position with a sign", "A,,a,1.00,k,-1,1", "position");
        row("a doubtful truth", "A,,a,1.00,k,0,maybe", "on_sale");
        row("rounded by the spreadsheet", "A,6.90123E+12,a,1.00,k,0,1", "rounded");
        row("two lines in a cell", "A,,\"a\nb\",1.00,k,0,1", "name");
        row("an open quote", "A,,\"a,1.00,k,0,1", "not closed");
        row("a stray quote", "A,,a\"b,1.00,k,0,1", "quote");
        row("behind a quote", "A,,\"a\"b,1.00,k,0,1", "closing quote");
    }
    void aWrongLineIsSaid()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, says);
        const auto said = faults(sheet("Z,,z,1.00,k,0,1\r\n" + line));
        QCOMPARE(said.size(), 1);
        QVERIFY2(said[0].startsWith("3: ") && said[0].contains(says), qPrintable(said[0]));
        QVERIFY(GoodsCsv::read(sheet("Z,,z,1.00,k,0,1\r\n" + line)).goods.isEmpty());
    }
    void allWrongLinesAreSaidTogether()
    {
        QCOMPARE(faults(sheet("A,,a,x,k,0,1\nB,,b,1.00,k,0,1\n\nC,,\"c\nc\",1.00,k,0,1\nD,,d,1.00,k,0\n")),
                 (QStringList{"2: price must be yuan like 22.00", "5: name must be 1 to 64 plain characters",
                              "7: there are 6 cells where 7 belong"}));
    }
    void atMostTwentyAreSaid() { QCOMPARE(faults(sheet(QByteArray("A,,a,x,k,0,1\n").repeated(50))).size(), 20); }
    void nothingStandsThereTwice()
    {
        QCOMPARE(faults(sheet("A,1234,a,1.00,k,0,1\nA,,b,1.00,k,0,1\nB,1234,b,1.00,k,0,1\nC,,c,1.00,k,0,1\n"
                              "a,,c,1.00,k,0,1\n")),
                 (QStringList{"3: the code A is on line 2 already", "4: the barcode 1234 is on line 2 already"}));
    }
    void aShopHasAnEnd()
    {
        QByteArray lines;
        for (int i = 0; i < Goods::mostInAShop; ++i)
            lines += QByteArray::number(i) + ",,a,1.00,k,0,1\n";
        QCOMPARE(GoodsCsv::read(sheet(lines)).goods.size(), Goods::mostInAShop);
        QCOMPARE(faults(sheet(lines + "X,,a,1.00,k,0,1\nY,,a,1.00,k,0,1\n")),
                 QStringList{"10002: there are more than 10000 goods"});
    }
    void theHeaderMustBeThere_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a BOM alone") << QByteArray("\xEF\xBB\xBF");
        QTest::newRow("no header") << QByteArray("A,,a,1.00,k,0,1\n");
        QTest::newRow("another order") << QByteArray("barcode,code,name,price,category,position,on_sale\n");
        QTest::newRow("semicolons") << QByteArray("code;barcode;name;price;category;position;on_sale\n");
        QTest::newRow("UTF-16") << QByteArray::fromHex("fffe63006f0064006500");
    }
    void theHeaderMustBeThere()
    {
        QFETCH(QByteArray, file);
        const auto read = GoodsCsv::read(file);
        QCOMPARE(read.wrong.size(), 1);
        QCOMPARE(read.wrong[0].line, 1);
    }
    void anEmptyListIsOne()
    {
        const auto read = GoodsCsv::read(sheet({}));
        QVERIFY(read.wrong.isEmpty() && read.goods.isEmpty());
    }
    void halfACharacterIsNotSwallowed()
    {
        // Neither UTF-8 nor GB18030: the file was cut inside the last character.
        QCOMPARE(faults(sheet(QByteArray::fromHex("412c2cc4c3cc"))),
                 QStringList{"1: the file is neither UTF-8 nor GB18030 text"});
    }
};

QTEST_GUILESS_MAIN(GoodsCsvTest)
#include "tst_goods_csv.moc"
