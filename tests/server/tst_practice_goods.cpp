// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/PracticeGoods.h"
#include "tests/server/RunningServer.h"

#include <QJsonArray>
#include <QSet>

/// A shop that practises has something to sell, once.
class PracticeGoodsTest : public QObject
{
    Q_OBJECT

    /// The check digit of EAN-13: the digits' sum, every second one three times, ends in 0.
    static bool isEan13(const QString &barcode)
    {
        int sum = 0;
        for (int i = 0; i < barcode.size(); ++i)
            sum += barcode[i].digitValue() * (i % 2 == 0 ? 1 : 3);
        return barcode.size() == 13 && sum % 10 == 0;
    }

private slots:
    void aCoffeeShopHasItsGoods()
    {
        QSet<QString> codes, barcodes, categories;
        int withBarcode = 0;
        const auto goods = practiceGoods();
        for (const auto &one : goods) {
            codes << one.code();
            categories << one.category();
            if (one.barcode().isEmpty())
                continue;
            ++withBarcode;
            barcodes << one.barcode();
            QVERIFY2(isEan13(one.barcode()), qPrintable(one.barcode()));
        }
        QCOMPARE(goods.size(), 24);
        QCOMPARE(codes.size(), 24);
        QCOMPARE(categories.size(), 4);
        QVERIFY(withBarcode >= 3);
        QCOMPARE(barcodes.size(), withBarcode);
    }
    void trainingBeginsWithThem()
    {
        RunningServer server;
        const auto list = [&server] { return RunningServer::json(server.get("/api/v1/goods")); };
        QCOMPARE(list()["goods"].toArray().size(), 24);
        QCOMPARE(list()["goods"][0]["name"].toString(), QStringLiteral("美式"));
        QCOMPARE(list()["goods"][0]["price"].toInt(), 1800);
        const auto removed = server.send("DELETE", server.at().http + "/api/v1/goods/A01", {}, server.terminal());
        QCOMPARE(removed.status, 204); // in training the terminal is the owner
        server.stop();
        server.start();
        QCOMPARE(list()["goods"].toArray().size(), 23);
        QCOMPARE(list()["version"].toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(PracticeGoodsTest)
#include "tst_practice_goods.moc"
