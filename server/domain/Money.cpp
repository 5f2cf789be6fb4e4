// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Money.h"

Result<Money> Money::fromFen(qint64 fen)
{
    if (fen < 0 || fen > maxFen)
        return Error{ErrorCode::InvalidInput, QStringLiteral("amount out of range: %1 fen").arg(fen)};
    return Money(fen);
}

QString Money::yuan() const
{
    return QStringLiteral("%1.%2").arg(m_fen / 100).arg(m_fen % 100, 2, 10, QLatin1Char('0'));
}

QString Money::yuanGrouped() const
{
    QString text = yuan();
    for (auto at = text.size() - 6; at > 0; at -= 3)
        text.insert(at, QLatin1Char(','));
    return text;
}
