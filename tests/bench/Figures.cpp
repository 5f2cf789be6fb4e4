// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Figures.h"

#include <algorithm>
#include <cmath>

double Figures::ms(double share) const
{
    QList<qint64> sorted = m_ns;
    std::sort(sorted.begin(), sorted.end());
    const auto at = qsizetype(std::ceil(share * double(sorted.size()))) - 1;
    return sorted.isEmpty() ? 0 : double(sorted[std::clamp<qsizetype>(at, 0, sorted.size() - 1)]) / 1e6;
}

QString Figures::line(const QString &name, int targetMs) const
{
    const auto number = [](double ms) { return QStringLiteral("%1").arg(ms, 9, 'f', 1); };
    QString text = name.leftJustified(32) + number(ms(0.5)) + number(ms(0.95)) + number(ms(1))
                   + QStringLiteral("%1").arg(count(), 8);
    if (targetMs > 0)
        text += QStringLiteral("%1  %2").arg(targetMs, 9).arg(meets(targetMs) ? "pass" : "MISS");
    return text;
}

QString Figures::heading()
{
    return QStringLiteral("milliseconds").leftJustified(32)
           + QStringLiteral("      p50      p95      max  rounds   target");
}
