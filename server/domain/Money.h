// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <compare>

/// An amount of Chinese yuan, kept as whole fen. Floating point has no way in and no way out.
class Money
{
public:
    static constexpr qint64 maxFen = 10'000'000'000; ///< 100 million yuan; sums cannot overflow

    /// 0 to maxFen, else InvalidInput.
    static Result<Money> fromFen(qint64 fen);

    constexpr Money() = default;
    constexpr qint64 fen() const { return m_fen; }
    constexpr bool isZero() const { return m_fen == 0; }
    Result<Money> plus(Money other) const { return fromFen(m_fen + other.m_fen); }
    Result<Money> minus(Money other) const { return fromFen(m_fen - other.m_fen); } ///< never below zero

    /// Yuan with two decimals and no sign, "36.50"; grouped is "1,036.50".
    QString yuan() const;
    QString yuanGrouped() const;

    friend constexpr auto operator<=>(Money, Money) = default;

private:
    constexpr explicit Money(qint64 fen) : m_fen(fen) {}
    qint64 m_fen = 0;
};
