// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Receipts.h"
#include "ui/Language.h"
#include "ui/receipt/PaperText.h"
#include "ui/receipt/ReceiptLayout.h"

#include <QTest>

/// How a receipt lies on paper.
class ReceiptLayoutTest : public QObject
{
    Q_OBJECT

    static QStringList texts(const ReceiptLayout &layout)
    {
        QStringList texts;
        for (const ReceiptRow &row : layout.rows())
            texts << row.text;
        return texts;
    }
    static ReceiptRow rowOf(const ReceiptLayout &layout, const QString &words)
    {
        for (const ReceiptRow &row : layout.rows()) {
            if (row.text.contains(words))
                return row;
        }
        return {};
    }
    static bool says(const ReceiptLayout &layout, const QString &words) { return !rowOf(layout, words).text.isEmpty(); }

    Language m_language;

private slots:
    void init() { m_language.use(Language::Tongue::Chinese); }

    void everyRowFits_data()
    {
        QTest::addColumn<bool>("english");
        QTest::addColumn<PaperWidth>("paper");
        for (const bool english : {false, true}) {
            for (const auto paper : {PaperWidth::Mm58, PaperWidth::Mm80})
                QTest::addRow("%s, %d columns", english ? "en" : "zh", int(paper)) << english << paper;
        }
    }
    void everyRowFits()
    {
        QFETCH(bool, english);
        QFETCH(PaperWidth, paper);
        m_language.use(english ? Language::Tongue::English : Language::Tongue::Chinese);
        auto receipts = Receipts::all();
        Receipt monstrous = Receipts::copy();
        monstrous.shop = QString("很长的店名").repeated(12);
        monstrous.cashier = QString("Maximilian ").repeated(8);
        monstrous.lines = {{QString("长").repeated(64), Receipts::fen(9'999'999), 999}};
        monstrous.discounts = {{ReceiptDiscount::Kind::Minus, Receipts::fen(1), 0}};
        monstrous.total = Receipts::fen(9'999'999LL * 999 - 1);
        monstrous.payerTotal.reset();
        monstrous.tender = Tender::Other;
        monstrous.tenderName = QString("银行卡").repeated(10);
        receipts.append({"monstrous", monstrous});
        for (const auto &[name, receipt] : receipts) {
            const ReceiptLayout layout(receipt, paper);
            for (const ReceiptRow &row : layout.rows()) {
                const int used = PaperText::columns(row.text) * row.widthFactor();
                QVERIFY2(used <= layout.columns(), qPrintable(QString("%1: %2").arg(name, row.text)));
                QCOMPARE(PaperText::from(row.text), row.text);
            }
        }
    }
    void amountsEndAtTheRightEdge()
    {
        for (const auto paper : {PaperWidth::Mm58, PaperWidth::Mm80}) {
            const ReceiptLayout layout(Receipts::withCoupon(), paper);
            for (const char *words : {"数量", "44.00", "28.00", "12.50", "小计", "8.8 折", "抹零", "合计", "微信支付",
                                      "微信优惠", "顾客实付", "10:42:13"}) {
                const ReceiptRow row = rowOf(layout, words);
                QVERIFY2(!row.text.isEmpty(), words);
                QCOMPARE(PaperText::columns(row.text) * row.widthFactor(), layout.columns());
                QVERIFY2(!row.text.endsWith(' '), words);
            }
        }
    }
    void aLongNameWrapsBesideItsAmount()
    {
        const auto rows = texts(ReceiptLayout(Receipts::sale(), PaperWidth::Mm58));
        const auto at = rows.indexOf("燕麦奶桂花拿铁" + QString(8, u' ') + "1    28.00");
        QVERIFY2(at >= 0, qPrintable(rows.join('\n')));
        QCOMPARE(rows[at + 1], QString("少冰 加一份浓缩"));
        QCOMPARE(rows[at + 2], QString(QString("可颂") + QString(18, u' ') + "1    12.50"));
    }
    void theNarrowPaperSaysThePriceOfOneBelow()
    {
        const auto narrow = texts(ReceiptLayout(Receipts::sale(), PaperWidth::Mm58));
        QCOMPARE(narrow[narrow.indexOf("冰拿铁 大杯" + QString(11, u' ') + "2    44.00") + 1], QString("  单价 22.00"));
        const auto wide = texts(ReceiptLayout(Receipts::sale(), PaperWidth::Mm80));
        QVERIFY2(wide.contains("冰拿铁 大杯" + QString(17, u' ') + "2    22.00     44.00"),
                 qPrintable(wide.join('\n')));
    }
    void theNumberToCallIsTheLargest()
    {
        const ReceiptLayout layout(Receipts::sale(), PaperWidth::Mm58);
        QCOMPARE(rowOf(layout, "087").size, ReceiptRow::Size::Huge);
        QVERIFY(rowOf(layout, "087").centred && rowOf(layout, "087").bold);
        QCOMPARE(rowOf(layout, "晨光咖啡").size, ReceiptRow::Size::Double);
        QCOMPARE(rowOf(layout, "合计").size, ReceiptRow::Size::Double);
        QVERIFY(says(layout, "小计 共 4 件") && says(layout, "￥74.00"));
        QVERIFY(says(layout, "尾号 4821") && says(layout, "单号 01JD9KX3M2Q7W5R8T6Y1Z0A4821"));
    }
    void whatTheCustomerReallyPaidIsSaid()
    {
        const ReceiptLayout layout(Receipts::withCoupon(), PaperWidth::Mm80);
        QVERIFY(rowOf(layout, "微信优惠").text.endsWith(" -2.00"));
        QVERIFY(rowOf(layout, "顾客实付").text.endsWith(" 72.00"));
        QVERIFY(!says(ReceiptLayout(Receipts::sale(), PaperWidth::Mm80), "顾客实付"));
    }
    void cashSaysWhatCameAndWentBack()
    {
        const ReceiptLayout layout(Receipts::inCash(), PaperWidth::Mm80);
        QVERIFY(rowOf(layout, "实收现金").text.endsWith(" 100.00"));
        QVERIFY(rowOf(layout, "找零").text.endsWith(" 26.00"));
        QVERIFY(!says(layout, "微信"));
    }
    void trainingBeginsWithTheWord()
    {
        const ReceiptLayout layout(Receipts::training(), PaperWidth::Mm58);
        QVERIFY(layout.rows().first().text.startsWith("练习"));
        QVERIFY(layout.rows().last().text.startsWith("练习"));
        for (const auto &[name, receipt] : Receipts::all()) {
            Receipt training = receipt;
            training.training = true;
            QVERIFY2(ReceiptLayout(training, PaperWidth::Mm80).rows().first().text.startsWith("练习"), name);
            QVERIFY2(receipt.training || !says(ReceiptLayout(receipt, PaperWidth::Mm80), "练习"), name);
        }
    }
    void aCopySaysSo()
    {
        const auto first = ReceiptLayout(Receipts::copy(), PaperWidth::Mm58).rows().first();
        QCOMPARE(first.text, QString("补打 第2次 2026-11-22 10:50:13"));
        QVERIFY(says(ReceiptLayout(Receipts::copy(), PaperWidth::Mm80), "补打 第2次 2026-11-22 10:50:13"));
        QVERIFY(!says(ReceiptLayout(Receipts::sale(), PaperWidth::Mm80), "补打"));
    }
    void aRefundSaysWhatWentBack()
    {
        const ReceiptLayout layout(Receipts::refund(), PaperWidth::Mm80);
        QVERIFY(says(layout, "退款"));
        QVERIFY(rowOf(layout, "退款金额").text.endsWith("￥8.00"));
        QCOMPARE(rowOf(layout, "退款金额").size, ReceiptRow::Size::Double);
        QVERIFY(rowOf(layout, "原单金额").text.endsWith(" 74.00"));
        QVERIFY(says(layout, "做错了") && says(layout, "2026-11-22 10:52:13"));
        QVERIFY(says(layout, "退款单号 R01JD9M22222222222222222220007"));
        QVERIFY(!says(layout, "拿铁") && !says(layout, "087"));
    }
    void anAmountWithoutGoodsIsJustItsTotal()
    {
        Receipt receipt = Receipts::sale();
        receipt.lines.clear();
        receipt.discounts.clear();
        const ReceiptLayout layout(receipt, PaperWidth::Mm80);
        QVERIFY(!says(layout, "品名") && !says(layout, "件"));
        QVERIFY(rowOf(layout, "合计").text.endsWith("￥74.00"));
    }
    void itSpeaksEnglish()
    {
        m_language.use(Language::Tongue::English);
        const ReceiptLayout layout(Receipts::copy(), PaperWidth::Mm80);
        for (const char *words : {"COPY 2", "Item", "Subtotal", "8.8/10 of the price", "Subtotal 4 pcs", "WeChat Pay",
                                  "Customer paid", "Cashier 小林"})
            QVERIFY2(says(layout, words), words);
    }
};

QTEST_MAIN(ReceiptLayoutTest)
#include "tst_receipt_layout.moc"
