// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

/// A bill as a file (reference 6.4): UTF-8 with BOM, lines end CR LF, every cell of a data or summary line begins with
/// a back-tick.
namespace BillSheet {

constexpr char bom[] = "\xEF\xBB\xBF";

QByteArray written(const QStringList &header, const QList<QStringList> &rows, const QStringList &summaryHeader,
                   const QStringList &summary);

/// What a person wrote, without what would tear the lines apart.
QString text(QString written);
/// "-12.34"
QString yuan(qint64 fen);
/// A fee has five decimals: "-0.12000".
QString fee(qint64 fen);
/// "2026-01-01 08:00:20", in China's time.
QString time(const QDateTime &time);

} // namespace BillSheet

/// What a day's bill covers.
struct BillDay
{
    explicit BillDay(QDate day);
    bool holds(const QDateTime &time) const { return time >= from && time < until; }

    QDateTime from;
    QDateTime until;
    QDateTime madeAt; ///< 09:00 of the next day: what is known then stands in the bill (reference 6.1)
    QDateTime askAfter; ///< 10:00 of the next day
};

/// 0.60 %, to the fen, as it is taken off payments and given back with refunds.
qint64 feeFenOf(qint64 fen);
