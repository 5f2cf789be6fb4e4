// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Receipts.h"
#include "ui/receipt/ReceiptJson.h"

#include <QJsonArray>
#include <QTest>
#include <functional>

/// What a receipt may say, and that it is the same after it was written down.
class ReceiptValueTest : public QObject
{
    Q_OBJECT

    static void spoil(const char *name, const std::function<void(Receipt &)> &change)
    {
        Receipt receipt = Receipts::sale();
        change(receipt);
        QTest::newRow(name) << receipt;
    }

private slots:
    void itComesBackAsItWas()
    {
        for (const auto &[name, receipt] : Receipts::all()) {
            const auto json = ReceiptJson::from(receipt);
            const auto back = ReceiptJson::to(json);
            QVERIFY2(back, name);
            QCOMPARE(ReceiptJson::from(*back), json);
            QCOMPARE(back->id(), receipt.id());
            QCOMPARE(back->at, receipt.at);
            QCOMPARE(back->lines.size(), receipt.lines.size());
            QCOMPARE(back->training, receipt.training);
        }
    }
    void whatItIsOfIsItsName()
    {
        const QString number = Receipts::sale().orderNumber;
        QCOMPARE(Receipts::sale().id(), number + "/sale/0");
        QCOMPARE(Receipts::copy().id(), number + "/sale/2");
        QCOMPARE(Receipts::refund().id(), number + "/R01JD9M22222222222222222220007/0");
        QCOMPARE(Receipts::sale().tail(), QString("4821"));
    }
    void whatDoesNotAddUpIsNone_data()
    {
        QTest::addColumn<Receipt>("receipt");
        spoil("total", [](Receipt &r) { r.total = Receipts::fen(7401); });
        spoil("a number", [](Receipt &r) { r.orderNumber = "12"; });
        spoil("time", [](Receipt &r) { r.at = QDateTime(); });
        spoil("quantity", [](Receipt &r) { r.lines[0].quantity = 0; });
        spoil("name", [](Receipt &r) { r.lines[0].name.clear(); });
        spoil("rate", [](Receipt &r) { r.discounts[0].rate = 100; });
        spoil("paid more", [](Receipt &r) { r.payerTotal = Receipts::fen(7401); });
        spoil("change", [](Receipt &r) { r.cash = ReceiptCash{Receipts::fen(8000), Receipts::fen(599)}; });
        spoil("refund of more", [](Receipt &r) {
            r.refund = Receipts::refund().refund;
            r.refund->amount = Receipts::fen(7401);
        });
        spoil("a copy before the first", [](Receipt &r) { r.reprint = ReceiptReprint{0, Receipts::at()}; });
        spoil("too many lines", [](Receipt &r) {
            r.lines = QList<ReceiptLine>(201, {"a", Receipts::fen(1), 1});
            r.discounts.clear();
            r.total = Receipts::fen(201);
        });
    }
    void whatDoesNotAddUpIsNone()
    {
        QFETCH(Receipt, receipt);
        QVERIFY(!receipt.check());
        QVERIFY(!ReceiptJson::to(ReceiptJson::from(receipt)));
    }
    void anOrdersBillGoesIn()
    {
        Receipt receipt = Receipts::sale();
        const auto bill = ReceiptJson::billOf(receipt);
        receipt.lines.clear();
        receipt.discounts.clear();
        QVERIFY(receipt.check()); // an amount that was typed
        QVERIFY(ReceiptJson::takeBill(bill, receipt));
        QCOMPARE(ReceiptJson::billOf(receipt), bill);
        QJsonObject bad = bill;
        bad["discounts"] = QJsonArray{QJsonObject{{"kind", "gift"}, {"amount", 1}}};
        QVERIFY(!ReceiptJson::takeBill(bad, receipt));
        QCOMPARE(ReceiptJson::billOf(receipt), bill);
    }
};

QTEST_GUILESS_MAIN(ReceiptValueTest)
#include "tst_receipt_value.moc"
