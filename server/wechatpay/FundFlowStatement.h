// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

#include <QDateTime>
#include <QList>

/// One movement of the merchant's account.
struct FundFlowStatementRow
{
    QDateTime time; ///< of the booking
    QString wechatNumber; ///< of what moved the money: a transaction's or a refund's
    QString flowNumber;
    QString businessName, businessType;
    bool isIncome = false;
    Money amount;
    qint64 balanceFen = 0; ///< of the account after it
    QString applicant, remark;
    QString voucher; ///< the merchant's own number
};

/// A fund-flow bill, read: WeChat's own list of what went in and out of an account on a day (reference 6.4); it agrees
/// with its sums.
class FundFlowStatement
{
public:
    /// As TradeStatement::read.
    static Result<FundFlowStatement> read(const QByteArray &csv);

    const QList<FundFlowStatementRow> &rows() const { return m_rows; }

private:
    explicit FundFlowStatement(QList<FundFlowStatementRow> rows) : m_rows(std::move(rows)) {}
    QList<FundFlowStatementRow> m_rows;
};
