// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QHash>
#include <QStringList>

/// The lines of any bill (reference 6.4): columns by name, data, and the one line of sums. Blocks for long bills.
class BillTable
{
public:
    static constexpr qsizetype maxRows = 200'000;
    static constexpr int maxColumns = 64;

    /// textColumn: whose text is a person's, and may hold what separates cells.
    static Result<BillTable> read(const QByteArray &csv, const QString &textColumn);

    qsizetype rowCount() const { return m_rows.size(); }
    bool has(const QString &column) const { return m_columns.contains(column); }
    /// The cell of that row; empty where the bill has no such column.
    QString cell(qsizetype row, const QString &column) const;
    bool hasSum(const QString &name) const { return m_sums.contains(name); }
    QString sum(const QString &name) const { return m_sums.value(name); }

private:
    BillTable() = default;
    Result<void> readSums(const QString &names, const QString &values);

    QHash<QString, qsizetype> m_columns;
    QList<QStringList> m_rows;
    QHash<QString, QString> m_sums;
};
