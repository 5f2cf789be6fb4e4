// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"
#include "server/domain/PaymentCase.h"
#include "server/domain/Refund.h"
#include "server/store/SqlConnection.h"

/// A case with what WeChat said about its payment.
struct CaseRow
{
    PaymentCase value;
    std::optional<Money> payerTotal;
    QString payerOpenid;
    QDateTime successTime; ///< invalid where it was not kept
};

/// Rows of the table cases as values, inside a job of Database.
class CaseRows
{
public:
    CaseRows(SqlConnection &database, const QString &shopId) : m_database(database), m_shopId(shopId) {}

    Result<QList<PaymentCase>> list(const QString &state); ///< newest first, at most 500; an empty state: all
    Result<CaseRow> get(qint64 id); ///< NotFound
    /// The case about a refund that went wrong.
    Result<std::optional<PaymentCase>> aboutRefund(const OutRefundNo &number);
    /// Opens it, again where somebody had decided about the same refund before.
    Result<void> openAbnormal(const Refund &refund, const QDateTime &now);
    /// Writes what was decided: state, outRefundNo, decidedBy, decidedAt, reason.
    Result<void> update(const PaymentCase &decided);
    /// The order's openCase and caseAmount as the open cases say: the newest one, or none.
    Result<void> mark(Order &order);
    /// The late payments of the sale's other attempts are second ones from now on, and are told so to who decides.
    Result<void> saleIsPaidBy(const Order &order);

private:
    Result<QList<CaseRow>> select(const QString &where, const QVariantList &values);

    SqlConnection &m_database;
    const QString &m_shopId;
};
