// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/BillTable.h"

namespace {

Error brokenBill(const QString &what)
{
    return {ErrorCode::InvalidInput, QStringLiteral("the bill cannot be read: %1").arg(what)};
}

/// Older and newer bills write the brackets of a name in two widths.
QStringList namesIn(const QString &line)
{
    QStringList names = QString(line).replace(u'（', u'(').replace(u'）', u')').split(u',');
    for (QString &name : names)
        name = name.trimmed();
    return names;
}

bool isData(QStringView line)
{
    return line.startsWith(u'`');
}

QStringList cellsIn(const QString &line)
{
    return line.sliced(1).split(QStringLiteral(",`"));
}

/// Text of a person's may hold what separates cells; what is too many is that.
QStringList fitted(QStringList cells, qsizetype wanted, qsizetype textAt)
{
    while (textAt >= 0 && cells.size() > wanted && textAt + 1 < cells.size()) {
        const QString rest = cells.takeAt(textAt + 1);
        cells[textAt] += QStringLiteral(",`") + rest;
    }
    return cells;
}

} // namespace

Result<BillTable> BillTable::read(const QByteArray &csv, const QString &textColumn)
{
    BillTable table;
    if (csv.isEmpty())
        return table;
    // A QString from UTF-8 begins without the byte order mark.
    QStringList lines = QString::fromUtf8(csv).split(u'\n');
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    while (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    if (lines.size() < 3)
        return brokenBill(QStringLiteral("it has no columns, or no sums"));
    if (lines.size() - 3 > maxRows)
        return brokenBill(QStringLiteral("it has too many rows"));

    const QStringList names = namesIn(lines.constFirst());
    if (names.size() > maxColumns || isData(lines.constFirst()))
        return brokenBill(QStringLiteral("its first line is not the names of columns"));
    for (qsizetype i = 0; i < names.size(); ++i)
        table.m_columns.insert(names[i], i);
    if (table.m_columns.size() != names.size())
        return brokenBill(QStringLiteral("a column is there twice"));
    const qsizetype textAt = table.m_columns.value(textColumn, -1);
    for (qsizetype i = 1; i < lines.size() - 2; ++i) {
        if (!isData(lines[i]))
            return brokenBill(QStringLiteral("line %1 is no data").arg(i + 1));
        table.m_rows.append(fitted(cellsIn(lines[i]), names.size(), textAt));
        if (table.m_rows.constLast().size() != names.size())
            return brokenBill(QStringLiteral("line %1 has another number of cells").arg(i + 1));
    }
    const auto sums = table.readSums(lines[lines.size() - 2], lines.constLast());
    if (!sums)
        return sums.error();
    return table;
}

Result<void> BillTable::readSums(const QString &names, const QString &values)
{
    const QStringList keys = namesIn(names);
    if (isData(names) || !isData(values) || keys.size() > maxColumns)
        return brokenBill(QStringLiteral("its last two lines are not the sums"));
    const QStringList cells = cellsIn(values);
    if (cells.size() != keys.size())
        return brokenBill(QStringLiteral("its sums have another number of cells"));
    for (qsizetype i = 0; i < keys.size(); ++i)
        m_sums.insert(keys[i], cells[i]);
    if (m_sums.size() != keys.size())
        return brokenBill(QStringLiteral("a sum is there twice"));
    return {};
}

QString BillTable::cell(qsizetype row, const QString &column) const
{
    const auto found = m_columns.constFind(column);
    return found == m_columns.constEnd() ? QString() : m_rows[row][*found];
}
