// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/FundFlowBill.h"

#include "server/simulator/Books.h"
#include "server/simulator/TradeBill.h"

namespace {

using BillSheet::yuan;

constexpr char payment[] = "交易";
constexpr char feeTaken[] = "扣除交易手续费";
constexpr char moneyBack[] = "退款";
constexpr char feeBack[] = "退还交易手续费";

QStringList header()
{
    return {QStringLiteral("记账时间"),     QStringLiteral("微信支付业务单号"), QStringLiteral("资金流水单号"),
            QStringLiteral("业务名称"),     QStringLiteral("业务类型"),         QStringLiteral("收支类型"),
            QStringLiteral("收支金额(元)"), QStringLiteral("账户结余(元)"),     QStringLiteral("资金变更提交申请人"),
            QStringLiteral("备注"),         QStringLiteral("业务凭证号")};
}

QStringList flowSummaryHeader()
{
    return {QStringLiteral("资金流水总笔数"), QStringLiteral("收入笔数"), QStringLiteral("收入金额"),
            QStringLiteral("支出笔数"), QStringLiteral("支出金额")};
}

} // namespace

QList<FundFlowBill::Flow> FundFlowBill::flowsUntil(const BillDay &day) const
{
    QList<Flow> flows;
    const auto add = [&](Flow flow) {
        if (flow.fen != 0 && flow.at < day.until)
            flows.append(std::move(flow));
    };
    for (const auto &order : m_books.all()) {
        if (!order.isPaid() || order.mchid != m_mchid)
            continue;
        const qint64 totalFen = order.total.fen();
        const QString remark =
            QStringLiteral("结算总金额%1元,含手续费%2元").arg(yuan(totalFen), yuan(feeFenOf(totalFen)));
        add({order.successTime, order.transactionId, order.outTradeNo, payment, remark, totalFen});
        add({order.successTime, order.transactionId, order.outTradeNo, feeTaken, remark, -feeFenOf(totalFen)});
    }
    for (const auto &refund : m_books.refunds().all()) {
        if (refund.outcome == RefundStatus::Closed && refund.endsAt <= day.madeAt)
            continue;
        const QString remark = BillSheet::text(refund.reason);
        add({refund.createdAt, refund.refundId, refund.outRefundNo, moneyBack, remark, -refund.amount.fen()});
        add({refund.createdAt, refund.refundId, refund.outRefundNo, feeBack, remark, feeFenBack(refund, m_books)});
    }
    std::stable_sort(flows.begin(), flows.end(), [](const Flow &a, const Flow &b) { return a.at < b.at; });
    return flows;
}

QByteArray FundFlowBill::fileOf(const BillDay &day) const
{
    qint64 balanceFen = openingFen;
    qint64 number = 0;
    qint64 inFen = 0;
    qint64 outFen = 0;
    int inCount = 0;
    QList<QStringList> rows;
    for (const auto &flow : flowsUntil(day)) {
        balanceFen += flow.fen;
        ++number;
        if (!day.holds(flow.at))
            continue;
        (flow.fen > 0 ? inFen : outFen) += qAbs(flow.fen);
        inCount += flow.fen > 0 ? 1 : 0;
        const QString kind = QString::fromUtf8(flow.kind);
        rows.append({BillSheet::time(flow.at), flow.businessNo,
                     QStringLiteral("1%1").arg(number, 27, 10, QLatin1Char('0')), kind, kind,
                     flow.fen > 0 ? QStringLiteral("收入") : QStringLiteral("支出"), yuan(qAbs(flow.fen)),
                     yuan(balanceFen), QStringLiteral("system"), flow.remark, flow.voucher});
    }
    if (rows.isEmpty())
        return {};
    return BillSheet::written(header(), rows, flowSummaryHeader(),
                              {QString::number(rows.size()), QString::number(inCount), yuan(inFen),
                               QString::number(rows.size() - inCount), yuan(outFen)});
}
