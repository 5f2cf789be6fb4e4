// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/BillSheet.h"

class Books;

/// A day's fund-flow bill of the basic account (reference 6.4), from the books: payments in, their fees out, refunds
/// out, their fees back in, and the balance after each.
class FundFlowBill
{
public:
    static constexpr qint64 openingFen = 1'000'000; ///< what the account held before the first payment

    FundFlowBill(const Books &books, const QString &mchid) : m_books(books), m_mchid(mchid) {}

    /// Empty when there was nothing on that day.
    QByteArray fileOf(const BillDay &day) const;

private:
    struct Flow
    {
        QDateTime at;
        QString businessNo; ///< WeChat's
        QString voucher; ///< the merchant's
        const char *kind = nullptr; ///< of business
        QString remark;
        qint64 fen = 0; ///< negative: out
    };
    QList<Flow> flowsUntil(const BillDay &day) const;

    const Books &m_books;
    QString m_mchid;
};
