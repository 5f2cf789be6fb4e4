// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Await.h"
#include "tests/support/LoopbackServer.h"
#include "tests/support/VirtualClock.h"
#include "ui/selling/GoodsApi.h"
#include "ui/selling/GoodsShelf.h"

#include <QJsonArray>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

/// The till's copy of the shop's goods: over HTTP, over a restart without the server, and what is found in it.
class GoodsShelfTest : public QObject
{
    Q_OBJECT

    struct Desk final : GoodsDesk
    {
        QFuture<Result<List>> goods(qint64 version) override
        {
            asked.append(version);
            return ready(answer);
        }
        Result<List> answer = Error{ErrorCode::ProviderUnavailable, "SERVER_GONE"};
        QList<qint64> asked;
    };
    static ShelfGoods goods(const char *code, const char *barcode, const char *category, bool onSale = true)
    {
        return {code, barcode, QString::fromUtf8("货 ") + code, *Money::fromFen(825), category, onSale};
    }
    static GoodsDesk::List list(qint64 version)
    {
        return {true,
                version,
                {goods("A", "6901234567892", "coffee"), goods("B", "012345678905", "bread"),
                 goods("C", "0123456789012", "coffee"), goods("D", "", "gone", false), goods("E", "AB-1", "bread")}};
    }
    QTemporaryDir m_folder;
    QString file() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

private slots:
    void barcodesAreFoundExactlyOrWithTheirZero()
    {
        Desk desk;
        desk.answer = list(7);
        VirtualClock clock;
        GoodsShelf shelf(desk, clock, file());
        shelf.start();
        const auto code = [&shelf](const char *barcode) {
            const auto *found = shelf.byBarcode(QLatin1String(barcode));
            return found ? found->code : QString();
        };
        QCOMPARE(code("6901234567892"), QString("A"));
        QCOMPARE(code("012345678905"), QString("B"));
        QCOMPARE(code("0012345678905"), QString("B")); // the scanner says EAN-13, the list UPC-A
        QCOMPARE(code("0123456789012"), QString("C"));
        QCOMPARE(code("123456789012"), QString("C")); // and the other way round
        QCOMPARE(code("AB-1"), QString("E"));
        for (const char *none : {"", "901234567892", "69012345678920", "06901234567892", "ab-1", "A"})
            QVERIFY2(code(none).isEmpty(), none);
        QCOMPARE(shelf.categories(), QStringList({"coffee", "bread"}));
        QCOMPARE(shelf.in("coffee").size(), 2);
        QVERIFY(!shelf.byCode("D") && shelf.byCode("E"));
        QCOMPARE(shelf.first(2).size(), 2);
    }
    void isThereWithoutTheServerAfterARestart()
    {
        VirtualClock clock;
        Desk desk;
        desk.answer = list(7);
        {
            GoodsShelf shelf(desk, clock, file());
            shelf.start();
        }
        Desk gone;
        GoodsShelf shelf(gone, clock, file());
        shelf.start();
        QCOMPARE(gone.asked, QList<qint64>({7}));
        QVERIFY(shelf.byBarcode("6901234567892"));
        QCOMPARE(shelf.byCode("A")->price.fen(), 825);
    }
    void isAskedForAnewEveryFewMinutes()
    {
        VirtualClock clock;
        Desk desk;
        GoodsShelf shelf(desk, clock, file());
        QSignalSpy changed(&shelf, &GoodsShelf::changed);
        shelf.start();
        QVERIFY(shelf.isEmpty());
        desk.answer = list(3);
        clock.advance(GoodsShelf::freshFor);
        QCOMPARE(changed.size(), 1);
        desk.answer = GoodsDesk::List{false, 3, {}};
        clock.advance(GoodsShelf::freshFor);
        QCOMPARE(desk.asked, QList<qint64>({0, 0, 3}));
        QCOMPARE(changed.size(), 2); // when they were last asked for is shown
        QVERIFY(!shelf.isEmpty()); // nothing new is not nothing
        desk.answer = Error{ErrorCode::Unknown, "NO_ANSWER"};
        clock.advance(GoodsShelf::freshFor);
        QVERIFY(!shelf.isEmpty());
        desk.answer = GoodsDesk::List{true, 4, {goods("Z", "", "new")}};
        clock.advance(GoodsShelf::freshFor);
        QVERIFY(shelf.byCode("Z") && !shelf.byCode("A") && !shelf.byBarcode("6901234567892"));
    }
    void aSpoiltFileIsNone()
    {
        QFile spoilt(file());
        QVERIFY(spoilt.open(QIODevice::WriteOnly));
        spoilt.write("{\"goods\":[{\"code\":\"A\"}],\"version\":9}");
        spoilt.close();
        VirtualClock clock;
        Desk desk;
        GoodsShelf shelf(desk, clock, file());
        shelf.start();
        QVERIFY(shelf.isEmpty());
        QCOMPARE(desk.asked, QList<qint64>({0}));
    }
    void theServerIsAskedInItsWords()
    {
        LoopbackServer server;
        GoodsApi api(server.url(), "terminal-token");
        server.answer = [](const LoopbackServer::Request &request) -> LoopbackServer::Reply {
            if (request.path.endsWith("version=7"))
                return {304, {}};
            return {200, R"({"goods":[{"code":"A1","barcode":"69012345","name":"拿铁","price":2200,"category":"咖啡",
                             "position":1,"on_sale":true}],"version":7})"};
        };
        const auto first = await(api.goods(0));
        QVERIFY(first && first->changed);
        QCOMPARE(first->version, 7);
        QCOMPARE(first->goods[0].name, QString("拿铁"));
        QCOMPARE(first->goods[0].price.fen(), 2200);
        const auto &asked = server.requests.back();
        QVERIFY(asked.head.startsWith("GET /api/v1/goods HTTP"));
        QVERIFY(asked.head.contains("Authorization: Bearer terminal-token"));
        const auto second = await(api.goods(7));
        QVERIFY(second && !second->changed);
        QCOMPARE(second->version, 7);
    }
    void whatCannotBeReadIsNoList_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no list") << 200 << QByteArray("{\"version\":1}");
        QTest::newRow("no version") << 200 << QByteArray("{\"goods\":[]}");
        QTest::newRow("no price") << 200 << QByteArray(R"({"goods":[{"code":"A","name":"a"}],"version":1})");
        QTest::newRow("refused") << 401 << QByteArray("{\"code\":\"SIGN_ERROR\"}");
        QTest::newRow("not there") << 404 << QByteArray();
    }
    void whatCannotBeReadIsNoList()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        LoopbackServer server;
        GoodsApi api(server.url(), "terminal-token");
        server.answer = [&](const LoopbackServer::Request &) { return LoopbackServer::Reply{status, body}; };
        QVERIFY(!await(api.goods(0)));
    }
    void tenThousandGoodsFit()
    {
        QJsonArray rows;
        for (int i = 0; i < GoodsDesk::mostGoods; ++i) {
            ShelfGoods each = goods("A", "", "c");
            each.code = QString::number(i).rightJustified(32, u'0');
            each.barcode = each.code;
            each.name = QString(64, u'货');
            each.category = QString(32, u'类');
            rows.append(each.toJson());
        }
        LoopbackServer server;
        GoodsApi api(server.url(), "terminal-token");
        const QByteArray body = QJsonDocument(QJsonObject{{"goods", rows}, {"version", 1}}).toJson();
        server.answer = [&](const LoopbackServer::Request &) { return LoopbackServer::Reply{200, body}; };
        const auto list = await(api.goods(0));
        QVERIFY(list);
        QCOMPARE(list->goods.size(), GoodsDesk::mostGoods);
    }
};

QTEST_GUILESS_MAIN(GoodsShelfTest)
#include "tst_goods_shelf.moc"
