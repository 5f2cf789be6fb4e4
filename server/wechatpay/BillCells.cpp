// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/BillCells.h"

#include "server/wechatpay/ApiText.h"
#include "server/wechatpay/BillAmount.h"

void BillCells::fault(const QString &column)
{
    if (m_fault.isEmpty())
        m_fault = QStringLiteral("the bill cannot be read: row %1, %2").arg(m_row + 1).arg(column);
}

void BillCells::require(const QStringList &columns)
{
    for (const QString &column : columns) {
        if (!m_table.has(column) && m_fault.isEmpty())
            m_fault = QStringLiteral("the bill cannot be read: it has no column %1").arg(column);
    }
}

QString BillCells::number(const QString &column) const
{
    const QString found = text(column);
    return found == QLatin1String("0") ? QString() : found;
}

Money BillCells::money(const QString &column)
{
    if (!m_table.has(column))
        return {};
    const auto amount = BillAmount::money(text(column));
    if (!amount)
        fault(column);
    return amount ? *amount : Money();
}

qint64 BillCells::thousandthsOfFen(const QString &column)
{
    if (!m_table.has(column))
        return 0;
    const auto amount = BillAmount::thousandthsOfFen(text(column));
    if (!amount || qAbs(*amount) > Money::maxFen * perFen) {
        fault(column);
        return 0;
    }
    return *amount;
}

qint64 BillCells::signedFen(const QString &column)
{
    const qint64 amount = thousandthsOfFen(column);
    if (amount % perFen != 0)
        fault(column);
    return amount / perFen;
}

QDateTime BillCells::time(const QString &column)
{
    QDateTime time = QDateTime::fromString(text(column), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (!time.isValid())
        fault(column);
    time.setOffsetFromUtc(ApiText::beijingOffsetSeconds); // the same digits, read where they were written
    return time;
}

bool BillCells::oneOf(const QString &column, const QString &first, const QString &second)
{
    const QString found = text(column);
    if (found != first && found != second)
        fault(column);
    return found == first;
}

void BillCells::compare(const QString &sum, qint64 expected)
{
    if (!m_table.hasSum(sum) || !isFine())
        return;
    const auto said = BillAmount::thousandthsOfFen(m_table.sum(sum));
    if (!said || *said != expected)
        m_fault = QStringLiteral("the bill does not agree with itself: %1").arg(sum);
}

void BillCells::compareCount(const QString &sum, qsizetype count)
{
    if (m_table.hasSum(sum) && isFine() && m_table.sum(sum) != QString::number(count))
        m_fault = QStringLiteral("the bill does not agree with itself: %1").arg(sum);
}
