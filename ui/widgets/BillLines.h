// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

#include <QList>
#include <QString>
#include <optional>

/// The sum line "6 + 2 × 8.5 + 3" taken apart for showing. AmountEntry's grammar: of two factors the first is the
/// quantity when it is a whole number from 1 to 999, else the second.
class BillLines
{
public:
    struct Line
    {
        QString quantity = QStringLiteral("1");
        QString price; ///< as typed, "8.5"; empty while it is still to come
        std::optional<Money> amount; ///< nothing while it is still being typed
    };
    static constexpr int maxLines = 200;

    static QList<Line> of(const QString &sum);

private:
    static bool isQuantity(const QString &typed);
    static std::optional<qint64> fen(const QString &typed);
};
