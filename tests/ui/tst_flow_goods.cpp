// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

/// Goods scanned, touched and mended on the way to Pay, and while another sale is on the screen.
class FlowGoodsTest : public QObject
{
    Q_OBJECT

    static QList<ShelfGoods> shop()
    {
        return {{"A1", "6901234567892", "拿铁", *Money::fromFen(2200), "咖啡"},
                {"A2", "", "美式", *Money::fromFen(1800), "咖啡"},
                {"B1", "012345678905", "可颂", *Money::fromFen(825), "面包"},
                {"B2", "69012346", "下架", *Money::fromFen(100), "面包", false}};
    }
    static void scan(TillRig &till, const QString &code) { till.wish(Wish::Kind::Scanned, code); }

private slots:
    void aKnownScanIsALineAndNoPay()
    {
        TillRig till({}, shop());
        scan(till, "6901234567892");
        scan(till, "6901234567892");
        QCOMPARE(till.view().selling.lines.size(), 1);
        QCOMPARE(till.view().selling.lines[0].quantity, QString("2"));
        QCOMPARE(till.view().entry.total.fen(), 4400);
        QCOMPARE(till.view().selling.pieces, 2);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.notice(), Notice::Kind::None);
    }
    void anUnknownOneSaysSoAsBefore()
    {
        TillRig till({}, shop());
        till.type("5");
        for (const char *code :
             {"6901234567893", "69012346", "134567890123456789"}) { // unknown, not sold, a payment code
            scan(till, code);
            QVERIFY(till.notice() == Notice::Kind::GoodsScanned || till.notice() == Notice::Kind::PaymentCodeScanned);
        }
        QCOMPARE(till.view().entry.total.fen(), 500);
    }
    void aPaymentCodeIsNeverGoods()
    {
        auto goods = shop();
        goods[0].barcode = QStringLiteral("134567890123456789");
        TillRig till({}, goods);
        scan(till, "134567890123456789");
        QCOMPARE(till.notice(), Notice::Kind::PaymentCodeScanned);
        QVERIFY(till.view().selling.lines.isEmpty());
    }
    void aBottleScannedWhileWaitingGoesWholeIntoTheNextSale()
    {
        TillRig till({}, shop());
        till.bringUpCode("36.5");
        till.type("12");
        scan(till, "6901234567892");
        QCOMPARE(till.view().next.total.fen(), 3400);
        QCOMPARE(till.view().amount.fen(), 3650);
        QCOMPARE(till.view().selling.lines.size(), 1); // of the sale that is being paid
        till.desk->push(till.order(TradeState::Success, 3));
        scan(till, "012345678905");
        QCOMPARE(till.state(), PayState::Paid);
        till.pass(5s);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.total.fen(), 2200 + 1200 + 825);
        QCOMPARE(till.view().selling.lines.size(), 3);
    }
    void aScanEndsPaidAfterItsTimeAsADigitDoes()
    {
        TillRig till({}, shop());
        till.bringUpCode();
        till.desk->push(till.order(TradeState::Success, 3));
        till.pass(1500ms);
        scan(till, "0000000000000"); // unknown: it changes nothing
        QCOMPARE(till.state(), PayState::Paid);
        scan(till, "6901234567892");
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.total.fen(), 2200);
    }
    void theGoodsComeBackAfterACancel()
    {
        TillRig till({}, shop());
        scan(till, "6901234567892");
        till.pay();
        till.desk->answer("place", till.order());
        till.cancelTwice();
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        QCOMPARE(till.state(), PayState::Cancelled);
        scan(till, "6901234567892");
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.total.fen(), 4400);
    }
    void theBigAmountIsAskedAboutAnewWhenALineComes()
    {
        TillRig till({}, shop());
        till.type("490+");
        scan(till, "6901234567892");
        till.pay();
        QCOMPARE(till.notice(), Notice::Kind::SecondPressForBigAmount);
        scan(till, "012345678905");
        QVERIFY(!till.view().confirmBigAmount);
        till.pass(1s);
        till.pay();
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().notice.amount.fen(), 49000 + 2200 + 825);
    }
    void quickGoodsAndTilesByNumber()
    {
        TillRig till({}, shop());
        QCOMPARE(till.view().selling.quick.size(), 3);
        till.flow->wish({.kind = Wish::Kind::Tile, .count = 1});
        till.wish(Wish::Kind::Goods, "B1");
        QCOMPARE(till.view().entry.total.fen(), 1800 + 825);
        till.flow->wish({.kind = Wish::Kind::Tile, .count = 7});
        till.wish(Wish::Kind::Goods, "B2");
        QCOMPARE(till.refusals, 2);
        till.wish(Wish::Kind::Layout);
        QCOMPARE(till.view().selling.layout, SellingView::Layout::Goods);
        QCOMPARE(till.view().selling.categories, QStringList({"咖啡", "面包"}));
        QCOMPARE(till.view().selling.tiles.size(), 2);
        till.flow->wish({.kind = Wish::Kind::Category, .count = 1});
        QCOMPARE(till.view().selling.tiles.size(), 1);
        till.flow->wish({.kind = Wish::Kind::Tile, .count = 0});
        QCOMPARE(till.view().entry.total.fen(), 1800 + 825 * 2);
        till.wish(Wish::Kind::Category, "咖啡");
        QCOMPARE(till.view().selling.category, QString("咖啡"));
    }
    void pagesTurnRoundAndRound()
    {
        QList<ShelfGoods> many;
        for (int i = 0; i < 45; ++i)
            many.append({QString::number(i), "", QString::number(i), *Money::fromFen(100), "x"});
        TillRig till({}, many);
        till.wish(Wish::Kind::Layout);
        QCOMPARE(till.view().selling.pages, 3);
        till.flow->wish({.kind = Wish::Kind::MoreGoods, .count = -1});
        QCOMPARE(till.view().selling.tiles.size(), 5);
        QCOMPARE(till.view().selling.tiles[0].name, QString("40"));
        till.flow->wish({.kind = Wish::Kind::MoreGoods, .count = 1});
        QCOMPARE(till.view().selling.tiles.size(), 20);
    }
    void aLineIsMendedInPlace()
    {
        TillRig till({}, shop());
        scan(till, "6901234567892");
        till.type("6");
        till.wish(Wish::Kind::Pick, "gA1");
        QCOMPARE(till.view().selling.chosen, QString("gA1"));
        till.wish(Wish::Kind::LineMore);
        till.wish(Wish::Kind::LineMore, "gA1");
        QCOMPARE(till.view().entry.total.fen(), 6600 + 600);
        till.wish(Wish::Kind::LineLess);
        QCOMPARE(till.view().entry.total.fen(), 4400 + 600);
        till.wish(Wish::Kind::RowDown);
        QCOMPARE(till.view().selling.chosen, QString("t0"));
        till.wish(Wish::Kind::LineRemove);
        QCOMPARE(till.view().entry.total.fen(), 4400);
        QVERIFY(till.view().selling.chosen.isEmpty());
        till.wish(Wish::Kind::LineMore); // none is chosen: the newest
        QCOMPARE(till.view().entry.total.fen(), 6600);
        till.bringUpCode("1");
        till.wish(Wish::Kind::LineMore); // and nothing of a sale that is being paid
        QCOMPARE(till.view().selling.pieces, 4);
    }
};

QTEST_GUILESS_MAIN(FlowGoodsTest)
#include "tst_flow_goods.moc"
