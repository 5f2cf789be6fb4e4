// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/BillSheet.h"

class Books;
struct BookOrder;
struct BookRefund;

/// A day's trade bill of reference 6.4, from the books.
class TradeBill
{
public:
    enum class Kind {
        All,
        Success, ///< payments, without the columns of refunds
        Refund, ///< refunds, with their times
    };

    TradeBill(const Books &books, const QString &mchid, Kind kind) : m_books(books), m_mchid(mchid), m_kind(kind) {}

    /// Empty when there was nothing on that day.
    QByteArray fileOf(const BillDay &day) const;

private:
    struct Row
    {
        QDateTime at;
        QStringList cells; ///< of all columns there are
        qint64 settledFen = 0;
        qint64 refundFen = 0;
        qint64 couponRefundFen = 0;
        qint64 feeFen = 0;
        qint64 orderFen = 0;
    };
    void addPayment(const BookOrder &order, QList<Row> &rows) const;
    void addRefund(const BookRefund &refund, const BillDay &day, QList<Row> &rows) const;
    /// The columns this kind has.
    QStringList chosen(const QStringList &cells) const;

    const Books &m_books;
    QString m_mchid;
    Kind m_kind;
};

/// What a refund gives back of the fee, so that the parts add up to the whole.
qint64 feeFenBack(const BookRefund &refund, const Books &books);
