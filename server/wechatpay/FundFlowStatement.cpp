// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/FundFlowStatement.h"

#include "server/wechatpay/BillCells.h"

namespace {

FundFlowStatementRow flowIn(BillCells &cells)
{
    return {.time = cells.time(QStringLiteral("记账时间")),
            .wechatNumber = cells.number(QStringLiteral("微信支付业务单号")),
            .flowNumber = cells.number(QStringLiteral("资金流水单号")),
            .businessName = cells.text(QStringLiteral("业务名称")),
            .businessType = cells.text(QStringLiteral("业务类型")),
            .isIncome = cells.oneOf(QStringLiteral("收支类型"), QStringLiteral("收入"), QStringLiteral("支出")),
            .amount = cells.money(QStringLiteral("收支金额(元)")),
            .balanceFen = cells.signedFen(QStringLiteral("账户结余(元)")),
            .applicant = cells.text(QStringLiteral("资金变更提交申请人")),
            .remark = cells.text(QStringLiteral("备注")),
            .voucher = cells.number(QStringLiteral("业务凭证号"))};
}

/// Fen and rows that went one way.
struct Flow
{
    qsizetype rows = 0;
    qint64 fen = 0;
};

} // namespace

Result<FundFlowStatement> FundFlowStatement::read(const QByteArray &csv)
{
    const auto table = BillTable::read(csv, QStringLiteral("备注"));
    if (!table)
        return table.error();
    if (csv.isEmpty())
        return FundFlowStatement({});
    BillCells cells(*table);
    cells.require({QStringLiteral("记账时间"), QStringLiteral("微信支付业务单号"), QStringLiteral("收支类型"),
                   QStringLiteral("收支金额(元)")});
    QList<FundFlowStatementRow> rows;
    Flow in, out;
    for (qsizetype i = 0; i < table->rowCount() && cells.isFine(); ++i) {
        cells.startRow(i);
        rows.append(flowIn(cells));
        Flow &flow = rows.constLast().isIncome ? in : out;
        ++flow.rows;
        flow.fen += rows.constLast().amount.fen();
    }
    cells.compareCount(QStringLiteral("资金流水总笔数"), rows.size());
    cells.compareCount(QStringLiteral("收入笔数"), in.rows);
    cells.compareCount(QStringLiteral("支出笔数"), out.rows);
    cells.compare(QStringLiteral("收入金额"), in.fen * BillCells::perFen);
    cells.compare(QStringLiteral("支出金额"), out.fen * BillCells::perFen);
    if (!cells.isFine())
        return cells.error();
    return FundFlowStatement(std::move(rows));
}
