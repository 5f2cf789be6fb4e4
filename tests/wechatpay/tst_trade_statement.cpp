// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/TradeStatement.h"
#include "tests/wechatpay/Vectors.h"

#include <QTest>

namespace {

QByteArray csv()
{
    return Vectors::file("21_tradebill_ALL_2026-01-01.csv");
}

QByteArray changed(const char *from, const char *to)
{
    QByteArray text = csv();
    const qsizetype at = text.indexOf(from);
    return at < 0 ? QByteArray("?") : text.replace(at, qstrlen(from), to);
}

} // namespace

/// WeChat's list of a day, by the names of its columns, and to the fen (reference 6.4).
class TradeStatementTest : public QObject
{
    Q_OBJECT
private slots:
    void theVectorReads()
    {
        const auto bill = TradeStatement::read(csv());
        QVERIFY2(bill, bill ? "" : qPrintable(bill.error().message));
        QCOMPARE(bill->rows().size(), 2);
        const TradeStatementRow &payment = bill->rows()[0];
        QCOMPARE(payment.time, QDateTime::fromString("2026-01-01T08:00:20+08:00", Qt::ISODate));
        QCOMPARE(payment.mchid, QStringLiteral("1900000109"));
        QCOMPARE(payment.outTradeNo, QStringLiteral("T20260101080000_000001"));
        QCOMPARE(payment.transactionId, QStringLiteral("4200002026010100000000000001"));
        QCOMPARE(payment.tradeState, QStringLiteral("SUCCESS"));
        QCOMPARE(payment.settlementTotal.fen(), 1990);
        QCOMPARE(payment.orderTotal.fen(), 1990);
        QCOMPARE(payment.feeThousandthsOfFen, 12'000);
        QCOMPARE(payment.description, QStringLiteral("测试商品-二维码收款"));
        QVERIFY(!payment.isRefund());
        const TradeStatementRow &refund = bill->rows()[1];
        QVERIFY(refund.isRefund());
        QCOMPARE(refund.outRefundNo, QStringLiteral("R20260101090000_000001"));
        QCOMPARE(refund.refundId, QStringLiteral("50300002026010100000000000001"));
        QCOMPARE(refund.refund.fen(), 990);
        QCOMPARE(refund.requestedRefund.fen(), 990);
        QCOMPARE(refund.refundStatus, QStringLiteral("SUCCESS"));
        QCOMPARE(refund.feeThousandthsOfFen, -6'000);
    }
    void otherLineEndsAndNoMarkReadTheSame()
    {
        const auto bill = TradeStatement::read(csv().sliced(3).replace("\r\n", "\n"));
        QVERIFY(bill);
        QCOMPARE(bill->rows().size(), 2);
    }
    void aDayWithoutTradeHasNoRows() { QCOMPARE(TradeStatement::read({})->rows().size(), 0); }
    void columnsAreFoundByName()
    {
        const QByteArray text =
            "商户号,交易时间,微信订单号,商户订单号,交易状态,货币种类,退款状态,商户退款单号,退款金额,新,"
            "应结订单金额\r\n"
            "`19,`2026-01-01 08:00:20,`42,`T1,`SUCCESS,`CNY,`,`0,`0.00,`x,`1.00\r\n"
            "总交易单数,新总\r\n`1,`7\r\n";
        const auto bill = TradeStatement::read(text);
        QVERIFY2(bill, bill ? "" : qPrintable(bill.error().message));
        QCOMPARE(bill->rows()[0].settlementTotal.fen(), 100);
        QCOMPARE(bill->rows()[0].orderTotal.fen(), 0);
        QVERIFY(!bill->rows()[0].isRefund());
    }
    void aDescriptionMayHoldWhatSeparates()
    {
        const auto bill = TradeStatement::read(changed("测试商品-二维码收款", "茶,`杯, 大"));
        QVERIFY2(bill, bill ? "" : qPrintable(bill.error().message));
        QCOMPARE(bill->rows()[0].description, QStringLiteral("茶,`杯, 大"));
        QCOMPARE(bill->rows()[0].orderTotal.fen(), 1990);
    }
    void whatDoesNotAddUpIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a row's amount") << changed("`19.90,`0.00,`0,`0,", "`19.91,`0.00,`0,`0,");
        QTest::newRow("a refund's amount") << changed("`9.90,`0.00,`ORIGINAL", "`9.91,`0.00,`ORIGINAL");
        QTest::newRow("the number of rows") << changed("`2,`19.90", "`3,`19.90");
        QTest::newRow("the sum of fees") << changed("`0.06000,`19.90", "`0.06001,`19.90");
        QTest::newRow("half a fen") << changed("`19.90,`0.00,`0,`0,", "`19.905,`0.00,`0,`0,");
        QTest::newRow("no amount") << changed("`19.90,`0.00,`0,`0,", "`,`0.00,`0,`0,");
        QTest::newRow("no time") << changed("`2026-01-01 08:00:20", "`yesterday");
        QTest::newRow("a missing column") << changed("应结订单金额", "应结金额");
        QTest::newRow("a missing number") << changed("商户退款单号", "退款单号");
        QTest::newRow("a doubled column") << changed("设备号", "商户号");
        QTest::newRow("too few cells") << changed("`POS-01,", "");
        QTest::newRow("too many cells and no text") << changed("商品名称", "名称").replace("`POS-01", "`POS-01,`x");
        QTest::newRow("no sums") << csv().first(csv().indexOf("总交易单数"));
        QTest::newRow("a line that is no data") << changed("`2026-01-01 09:00:00", "2026-01-01 09:00:00");
        QTest::newRow("rubbish") << QByteArray("\x1F\x8B rubbish");
    }
    void whatDoesNotAddUpIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(text != "?");
        QCOMPARE(TradeStatement::read(text).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TradeStatementTest)
#include "tst_trade_statement.moc"
