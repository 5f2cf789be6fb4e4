// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/TradeBill.h"

#include "server/simulator/Books.h"

namespace {

using BillSheet::fee;
using BillSheet::text;
using BillSheet::yuan;

struct Column
{
    const char *name;
    bool inPayments; ///< of a bill of payments alone
    bool inAll;
};

/// The order of all columns; a bill of one kind leaves some out (reference 6.4).
constexpr std::array columns{
    Column{"交易时间", true, true},       Column{"公众账号ID", true, true},
    Column{"商户号", true, true},         Column{"特约商户号", true, true},
    Column{"设备号", true, true},         Column{"微信订单号", true, true},
    Column{"商户订单号", true, true},     Column{"用户标识", true, true},
    Column{"交易类型", true, true},       Column{"交易状态", true, true},
    Column{"付款银行", true, true},       Column{"货币种类", true, true},
    Column{"应结订单金额", true, true},   Column{"代金券金额", true, true},
    Column{"退款申请时间", false, false}, Column{"退款成功时间", false, false},
    Column{"微信退款单号", false, true},  Column{"商户退款单号", false, true},
    Column{"退款金额", false, true},      Column{"充值券退款金额", false, true},
    Column{"退款类型", false, true},      Column{"退款状态", false, true},
    Column{"商品名称", true, true},       Column{"商户数据包", true, true},
    Column{"手续费", true, true},         Column{"费率", true, true},
    Column{"订单金额", true, true},       Column{"申请退款金额", false, true},
    Column{"费率备注", true, true},
};

const QString zero = QStringLiteral("0.00");
const QString rate = QStringLiteral("0.60%");

QStringList tradeSummaryHeader()
{
    return {QStringLiteral("总交易单数"),       QStringLiteral("应结订单总金额"), QStringLiteral("退款总金额"),
            QStringLiteral("充值券退款总金额"), QStringLiteral("手续费总金额"),   QStringLiteral("订单总金额"),
            QStringLiteral("申请退款总金额")};
}

QStringList beginning(const QDateTime &at, const BookOrder &order, const QString &state)
{
    return {BillSheet::time(at),      order.appid,      order.mchid,  QStringLiteral("0"),      order.deviceId,
            order.transactionId,      order.outTradeNo, order.openid, QStringLiteral("NATIVE"), state,
            QStringLiteral("OTHERS"), order.currency};
}

} // namespace

qint64 feeFenBack(const BookRefund &refund, const Books &books)
{
    qint64 beforeFen = 0;
    for (const auto &other : books.refunds().ofPayment(refund.transactionId)) {
        if (other.outRefundNo == refund.outRefundNo)
            break;
        beforeFen += other.outcome == RefundStatus::Closed ? 0 : other.amount.fen();
    }
    return feeFenOf(beforeFen + refund.amount.fen()) - feeFenOf(beforeFen);
}

QByteArray TradeBill::fileOf(const BillDay &day) const
{
    QList<Row> rows;
    for (const auto &order : m_books.all()) {
        if (m_kind != Kind::Refund && order.isPaid() && order.mchid == m_mchid && day.holds(order.successTime))
            addPayment(order, rows);
    }
    for (const auto &refund : m_books.refunds().all()) {
        if (m_kind != Kind::Success && day.holds(refund.createdAt))
            addRefund(refund, day, rows);
    }
    if (rows.isEmpty())
        return {};
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.at < b.at; });
    Row sum;
    QList<QStringList> lines;
    for (const auto &row : rows) {
        lines.append(chosen(row.cells));
        sum.settledFen += row.settledFen;
        sum.refundFen += row.refundFen;
        sum.couponRefundFen += row.couponRefundFen;
        sum.feeFen += row.feeFen;
        sum.orderFen += row.orderFen;
    }
    QStringList names;
    for (const auto &column : columns)
        names.append(QString::fromUtf8(column.name));
    return BillSheet::written(chosen(names), lines, tradeSummaryHeader(),
                              {QString::number(rows.size()), yuan(sum.settledFen), yuan(sum.refundFen),
                               yuan(sum.couponRefundFen), fee(sum.feeFen), yuan(sum.orderFen), yuan(sum.refundFen)});
}

void TradeBill::addPayment(const BookOrder &order, QList<Row> &rows) const
{
    const qint64 totalFen = order.total.fen();
    const qint64 feeFen = feeFenOf(totalFen);
    const QString none = QStringLiteral("0");
    const QStringList cells =
        beginning(order.successTime, order, QStringLiteral("SUCCESS"))
        + QStringList{yuan(totalFen), yuan(totalFen - order.payerTotal.fen()),
                      QString(),      QString(),
                      none,           none,
                      zero,           zero,
                      QString(),      QString()}
        + QStringList{text(order.description), text(order.attach), fee(feeFen), rate, yuan(totalFen), zero, QString()};
    rows.append(
        {.at = order.successTime, .cells = cells, .settledFen = totalFen, .feeFen = feeFen, .orderFen = totalFen});
}

void TradeBill::addRefund(const BookRefund &refund, const BillDay &day, QList<Row> &rows) const
{
    const auto *order = m_books.findByTransactionId(refund.transactionId);
    const bool ended = refund.endsAt <= day.madeAt;
    if (!order || (ended && refund.outcome == RefundStatus::Closed))
        return; // no money moved
    const RefundStatus status = ended ? refund.outcome : RefundStatus::Processing;
    const QString endedAt = status == RefundStatus::Success ? BillSheet::time(refund.endsAt) : QString();
    const qint64 couponFen = refund.amount.fen() - refund.payerAmount.fen();
    const qint64 feeFen = -feeFenBack(refund, m_books);
    const QStringList cells = beginning(refund.createdAt, *order, QStringLiteral("REFUND"))
                              + QStringList{zero,
                                            zero,
                                            BillSheet::time(refund.createdAt),
                                            endedAt,
                                            refund.refundId,
                                            refund.outRefundNo,
                                            yuan(refund.amount.fen()),
                                            yuan(couponFen),
                                            refund.channel(),
                                            toText(status)}
                              + QStringList{text(order->description),
                                            text(order->attach),
                                            fee(feeFen),
                                            rate,
                                            zero,
                                            yuan(refund.amount.fen()),
                                            QString()};
    rows.append({.at = refund.createdAt,
                 .cells = cells,
                 .refundFen = refund.amount.fen(),
                 .couponRefundFen = couponFen,
                 .feeFen = feeFen});
}

QStringList TradeBill::chosen(const QStringList &cells) const
{
    QStringList kept;
    for (size_t i = 0; i < columns.size(); ++i) {
        const bool keep = m_kind == Kind::Refund || (m_kind == Kind::All ? columns[i].inAll : columns[i].inPayments);
        if (keep)
            kept.append(cells[qsizetype(i)]);
    }
    return kept;
}
