// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/FundFlowStatement.h"

#include <QTest>

namespace {

QByteArray csv()
{
    return "\xEF\xBB\xBF记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),"
           "资金变更提交申请人,备注,业务凭证号\r\n"
           "`2026-01-01 08:00:20,`4200002026010100000000000001,`7001,`交易,`交易,`收入,`19.90,`119.90,`system,"
           "`缴费, 一楼,`T20260101080000_000001\r\n"
           "`2026-01-01 09:00:00,`50300002026010100000000000001,`7002,`退款,`退款,`支出,`9.90,`-110.00,`1900000109API,"
           "`,`R20260101090000_000001\r\n"
           "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\r\n"
           "`2,`1,`19.90,`1,`9.90\r\n";
}

} // namespace

/// WeChat's list of what went in and out of the account on a day (reference 6.4).
class FundFlowStatementTest : public QObject
{
    Q_OBJECT
private slots:
    void rowsReadByName()
    {
        const auto bill = FundFlowStatement::read(csv());
        QVERIFY2(bill, bill ? "" : qPrintable(bill.error().message));
        QCOMPARE(bill->rows().size(), 2);
        const FundFlowStatementRow &in = bill->rows()[0];
        QVERIFY(in.isIncome);
        QCOMPARE(in.amount.fen(), 1990);
        QCOMPARE(in.balanceFen, 11990);
        QCOMPARE(in.remark, QStringLiteral("缴费, 一楼"));
        QCOMPARE(in.voucher, QStringLiteral("T20260101080000_000001"));
        QVERIFY(!bill->rows()[1].isIncome);
        QCOMPARE(bill->rows()[1].balanceFen, -11000);
    }
    void wideBracketsAreTheSameColumn()
    {
        const auto bill = FundFlowStatement::read(csv().replace("(元)", "（元）"));
        QVERIFY(bill);
        QCOMPARE(bill->rows()[0].amount.fen(), 1990);
    }
    void whatDoesNotAddUpIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("amount") << QByteArray("`收入,`19.90") << QByteArray("`收入,`19.91");
        QTest::newRow("direction") << QByteArray("`支出,`9.90") << QByteArray("`收入,`9.90");
        QTest::newRow("another word") << QByteArray("`支出,`9.90") << QByteArray("`转出,`9.90");
        QTest::newRow("count") << QByteArray("`2,`1,") << QByteArray("`2,`2,");
        QTest::newRow("half a fen left") << QByteArray("`119.90") << QByteArray("`119.905");
        QTest::newRow("no column") << QByteArray("收支类型") << QByteArray("类型");
    }
    void whatDoesNotAddUpIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QVERIFY(csv().contains(from));
        QCOMPARE(FundFlowStatement::read(csv().replace(from, to)).error().code, ErrorCode::InvalidInput);
    }
    void aDayWithoutMovementHasNoRows() { QCOMPARE(FundFlowStatement::read({})->rows().size(), 0); }
};

QTEST_GUILESS_MAIN(FundFlowStatementTest)
#include "tst_fund_flow_statement.moc"
