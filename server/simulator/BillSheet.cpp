// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/BillSheet.h"

#include "server/simulator/SimulatorClock.h"

namespace {

QByteArray line(const QStringList &cells, const char *before)
{
    const QString mark = QLatin1String(before);
    return (mark + cells.join(QLatin1Char(',') + mark)).toUtf8() + "\r\n";
}

} // namespace

QByteArray BillSheet::written(const QStringList &header, const QList<QStringList> &rows,
                              const QStringList &summaryHeader, const QStringList &summary)
{
    QByteArray file = bom + line(header, "");
    for (const auto &row : rows)
        file += line(row, "`");
    return file + line(summaryHeader, "") + line(summary, "`");
}

QString BillSheet::text(QString written)
{
    return written.replace(QChar(1), QLatin1Char(' '))
        .replace(QLatin1Char('\r'), QLatin1String("\\r"))
        .replace(QLatin1Char('\n'), QLatin1String("\\n"))
        .replace(QLatin1Char('`'), QLatin1Char('\'')); // a comma and a back-tick would read as a cell's end
}

QString BillSheet::yuan(qint64 fen)
{
    const qint64 size = qAbs(fen);
    return QStringLiteral("%1%2.%3")
        .arg(fen < 0 ? QStringLiteral("-") : QString())
        .arg(size / 100)
        .arg(size % 100, 2, 10, QLatin1Char('0'));
}

QString BillSheet::fee(qint64 fen)
{
    return yuan(fen) + QStringLiteral("000");
}

QString BillSheet::time(const QDateTime &time)
{
    return time.toOffsetFromUtc(SimulatorClock::chinaOffsetS).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

BillDay::BillDay(QDate day)
    : from(day, QTime(0, 0), Qt::OffsetFromUTC, SimulatorClock::chinaOffsetS), until(from.addDays(1)),
      madeAt(until.addSecs(9 * 3600)), askAfter(until.addSecs(10 * 3600))
{
}

qint64 feeFenOf(qint64 fen)
{
    return (fen * 60 + 5000) / 10'000;
}
