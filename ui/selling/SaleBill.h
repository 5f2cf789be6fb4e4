// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/selling/Discount.h"

#include <QJsonObject>
#include <QList>
#include <QString>

/// What was sold, as it goes with the order (API.md, "bill"): nothing of it changes any more.
struct SaleBill
{
    static constexpr qsizetype maxLines = 200;
    static constexpr int maxQuantity = 999;
    static constexpr qint64 maxPriceFen = 9'999'999;

    struct Line
    {
        QString goods; ///< the goods' code; empty: the amount was typed
        QString name;
        Money price; ///< of one
        int quantity = 1;
        qint64 fen() const { return price.fen() * quantity; } ///< at most 10^10
    };
    struct Off
    {
        Discount::Kind kind = Discount::Kind::Rate;
        int rate = 0; ///< of Rate
        Money amount; ///< what it took off, ¥0.01 or more
    };
    QList<Line> lines;
    QList<Off> discounts; ///< by kind, each once

    bool isEmpty() const { return lines.isEmpty(); }
    int pieces() const;
    Money saved() const;
    Money total() const;

    QJsonObject toJson() const;
    /// InvalidInput where it is none.
    static Result<SaleBill> fromJson(const QJsonObject &json);
};
