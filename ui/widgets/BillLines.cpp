// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BillLines.h"

#include <QStringList>

bool BillLines::isQuantity(const QString &typed)
{
    bool whole = false;
    const int number = typed.toInt(&whole);
    return whole && number >= 1 && number <= 999;
}

std::optional<qint64> BillLines::fen(const QString &typed)
{
    const QStringList parts = typed.split(QLatin1Char('.'));
    if (typed.isEmpty() || parts.size() > 2 || typed.size() > 12 || parts.value(1).size() > 2)
        return std::nullopt;
    bool ok = true;
    const qint64 yuan = parts.first().isEmpty() ? 0 : parts.first().toLongLong(&ok);
    bool cents = true;
    const QString decimals = parts.value(1).leftJustified(2, QLatin1Char('0'));
    const qint64 rest = decimals.toLongLong(&cents);
    if (!ok || !cents || yuan < 0 || rest < 0)
        return std::nullopt;
    return yuan * 100 + rest;
}

QList<BillLines::Line> BillLines::of(const QString &sum)
{
    QList<Line> lines;
    for (const QString &part : sum.split(QLatin1Char('+'))) {
        QString term = part;
        const QStringList factors = term.remove(QLatin1Char(' ')).split(QChar(0x00D7)); // ×
        if (factors.first().isEmpty() || lines.size() == maxLines)
            continue;
        Line line{.price = factors.first(), .amount = {}};
        if (factors.size() == 2) {
            const bool quantityFirst = isQuantity(factors.first());
            line.quantity = quantityFirst ? factors.first() : factors.last();
            line.price = quantityFirst ? factors.last() : factors.first();
        }
        const auto price = fen(line.price);
        if (price && isQuantity(line.quantity))
            if (const auto amount = Money::fromFen(*price * line.quantity.toLongLong()))
                line.amount = *amount;
        lines.append(line);
    }
    return lines;
}
