// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

#include <QDateTime>
#include <QList>

/// One payment or refund of a trade bill.
struct TradeStatementRow
{
    QDateTime time; ///< of the payment, or of the refund
    QString appid, mchid;
    QString transactionId, outTradeNo;
    QString tradeType;
    QString tradeState; ///< SUCCESS, REFUND, REVOKED
    QString currency;
    Money settlementTotal; ///< 0 on a refund's row, as all that is about the payment
    Money couponTotal;
    Money orderTotal; ///< 0 in bills that have no such column
    QString refundId, outRefundNo; ///< empty on a payment's row
    QString refundStatus;
    Money refund; ///< 0 on a payment's row, as all that is about the refund
    Money couponRefund;
    Money requestedRefund; ///< 0 in bills that have no such column
    qint64 feeThousandthsOfFen = 0; ///< negative on a refund's row
    QString description;

    bool isRefund() const { return !outRefundNo.isEmpty(); }
};

/// A trade bill, read: WeChat's own list of a day's payments and refunds (reference 6.4), which agrees with its sums to
/// the fen.
class TradeStatement
{
public:
    /// Of unpacked text; empty text is a day without trade. InvalidInput when a needed column is missing, a cell is
    /// wrong, or the sums are others than the rows give. Blocks for long bills.
    static Result<TradeStatement> read(const QByteArray &csv);

    const QList<TradeStatementRow> &rows() const { return m_rows; }

private:
    explicit TradeStatement(QList<TradeStatementRow> rows) : m_rows(std::move(rows)) {}
    QList<TradeStatementRow> m_rows;
};
