// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/TradeStatement.h"

#include "server/wechatpay/BillCells.h"

namespace {

TradeStatementRow tradeIn(BillCells &cells)
{
    return {.time = cells.time(QStringLiteral("交易时间")),
            .appid = cells.text(QStringLiteral("公众账号ID")),
            .mchid = cells.text(QStringLiteral("商户号")),
            .transactionId = cells.number(QStringLiteral("微信订单号")),
            .outTradeNo = cells.text(QStringLiteral("商户订单号")),
            .tradeType = cells.text(QStringLiteral("交易类型")),
            .tradeState = cells.text(QStringLiteral("交易状态")),
            .currency = cells.text(QStringLiteral("货币种类")),
            .settlementTotal = cells.money(QStringLiteral("应结订单金额")),
            .couponTotal = cells.money(QStringLiteral("代金券金额")),
            .orderTotal = cells.money(QStringLiteral("订单金额")),
            .refundId = cells.number(QStringLiteral("微信退款单号")),
            .outRefundNo = cells.number(QStringLiteral("商户退款单号")),
            .refundStatus = cells.text(QStringLiteral("退款状态")),
            .refund = cells.money(QStringLiteral("退款金额")),
            .couponRefund = cells.money(QStringLiteral("充值券退款金额")),
            .requestedRefund = cells.money(QStringLiteral("申请退款金额")),
            .feeThousandthsOfFen = cells.thousandthsOfFen(QStringLiteral("手续费")),
            .description = cells.text(QStringLiteral("商品名称"))};
}

/// What the last line of a bill says, from the rows. Cannot overflow: a bill has too few rows for that.
struct Sums
{
    qint64 settlement = 0, refund = 0, couponRefund = 0, fee = 0, order = 0, requestedRefund = 0;

    void add(const TradeStatementRow &row)
    {
        settlement += row.settlementTotal.fen() * BillCells::perFen;
        refund += row.refund.fen() * BillCells::perFen;
        couponRefund += row.couponRefund.fen() * BillCells::perFen;
        fee += row.feeThousandthsOfFen;
        order += row.orderTotal.fen() * BillCells::perFen;
        requestedRefund += row.requestedRefund.fen() * BillCells::perFen;
    }
    void compare(BillCells &cells, qsizetype rows) const
    {
        cells.compareCount(QStringLiteral("总交易单数"), rows);
        cells.compare(QStringLiteral("应结订单总金额"), settlement);
        cells.compare(QStringLiteral("退款总金额"), refund);
        cells.compare(QStringLiteral("充值券退款总金额"), couponRefund);
        cells.compare(QStringLiteral("手续费总金额"), fee);
        cells.compare(QStringLiteral("订单总金额"), order);
        cells.compare(QStringLiteral("申请退款总金额"), requestedRefund);
    }
};

} // namespace

Result<TradeStatement> TradeStatement::read(const QByteArray &csv)
{
    const auto table = BillTable::read(csv, QStringLiteral("商品名称"));
    if (!table)
        return table.error();
    if (csv.isEmpty())
        return TradeStatement({});
    BillCells cells(*table);
    cells.require({QStringLiteral("交易时间"), QStringLiteral("商户号"), QStringLiteral("微信订单号"),
                   QStringLiteral("商户订单号"), QStringLiteral("交易状态"), QStringLiteral("货币种类"),
                   QStringLiteral("应结订单金额"), QStringLiteral("商户退款单号"), QStringLiteral("退款金额"),
                   QStringLiteral("退款状态")});
    QList<TradeStatementRow> rows;
    Sums sums;
    for (qsizetype i = 0; i < table->rowCount() && cells.isFine(); ++i) {
        cells.startRow(i);
        rows.append(tradeIn(cells));
        sums.add(rows.constLast());
    }
    sums.compare(cells, rows.size());
    if (!cells.isFine())
        return cells.error();
    return TradeStatement(std::move(rows));
}
