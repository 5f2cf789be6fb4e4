// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

#include <QList>

/// What was sold, and what came off its sum: the lines of a receipt. A bill that exists adds up.
class Bill
{
public:
    static constexpr qsizetype mostLines = 200;
    static constexpr qsizetype mostDiscounts = 3; ///< each kind once
    static constexpr qint64 mostFen = 9'999'999; ///< of one piece
    static constexpr int mostPieces = 999; ///< of one line
    static constexpr qsizetype longestName = 64;
    static constexpr qsizetype longestGoods = 32;

    struct Line
    {
        QString name;
        Money price; ///< of one piece
        int quantity = 1;
        QString goods = {}; ///< the goods' code; empty: typed by hand

        friend bool operator==(const Line &, const Line &) = default;
    };

    struct Discount
    {
        /// So many tenths of the price (8.8 折), so many yuan less, or the odd fen left out (抹零).
        enum class Kind { Rate, Minus, Round };

        Kind kind = Kind::Minus;
        Money amount; ///< what it took off
        int rate = 0; ///< in hundredths, 88 is 8.8 折; of Rate only

        friend bool operator==(const Discount &, const Discount &) = default;
    };

    /// InvalidInput says which line or discount is at fault; no more can come off than there is.
    static Result<Bill> of(const QList<Line> &lines, const QList<Discount> &discounts);

    const QList<Line> &lines() const { return m_lines; }
    const QList<Discount> &discounts() const { return m_discounts; } ///< in the order they were given
    Money subtotal() const { return m_subtotal; } ///< of the lines
    Money total() const { return m_total; } ///< what is left to pay

    friend bool operator==(const Bill &, const Bill &) = default;

private:
    Bill(QList<Line> lines, QList<Discount> discounts, Money subtotal, Money total)
        : m_lines(std::move(lines)), m_discounts(std::move(discounts)), m_subtotal(subtotal), m_total(total)
    {
    }

    QList<Line> m_lines;
    QList<Discount> m_discounts;
    Money m_subtotal;
    Money m_total;
};

QString toText(Bill::Discount::Kind kind);
Result<Bill::Discount::Kind> discountKindFrom(const QString &text);
