// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"
#include "server/wechatpay/BillTable.h"

#include <QDateTime>

/// Reads typed cells of one row after the other and remembers the first that is wrong, so that whoever fills a row
/// asks once at its end. Columns that are not there read as nothing.
class BillCells
{
public:
    static constexpr qint64 perFen = 1000; ///< sums are compared in thousandths of a fen

    explicit BillCells(const BillTable &table) : m_table(table) {}

    /// Columns without which the bill says nothing to us.
    void require(const QStringList &columns);
    void startRow(qsizetype row) { m_row = row; }

    QString text(const QString &column) const { return m_table.cell(m_row, column); }
    /// A number of WeChat's or the shop's; "0" stands for none.
    QString number(const QString &column) const;
    Money money(const QString &column);
    qint64 thousandthsOfFen(const QString &column); ///< with a sign, of an amount in Money's range
    qint64 signedFen(const QString &column);
    QDateTime time(const QString &column); ///< in Beijing's time
    /// Whether the cell is the first of the two words it may be.
    bool oneOf(const QString &column, const QString &first, const QString &second);

    /// Compares what the rows gave with the bill's own sum, where it has that one; in thousandths of a fen.
    void compare(const QString &sum, qint64 expected);
    void compareCount(const QString &sum, qsizetype count);

    bool isFine() const { return m_fault.isEmpty(); }
    Error error() const { return {ErrorCode::InvalidInput, m_fault}; }

private:
    void fault(const QString &column);

    const BillTable &m_table;
    qsizetype m_row = 0;
    QString m_fault;
};
