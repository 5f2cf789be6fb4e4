// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QJsonObject>

/// What this shop's receipts say beside the sale, and when one comes out. A JSON object, every member optional:
/// {"address","footer","print":"always"|"ask"|"never","refunds":bool}; address and footer may have several lines.
struct ReceiptSettings
{
    static constexpr qsizetype longestText = 200;

    enum class Print {
        Always, ///< of each sale by itself
        Ask, ///< when somebody presses F10 on the Paid screen
        Never, ///< the Paid screen does not offer it; F10 still prints
    };
    QString address;
    QString footer;
    Print print = Print::Always;
    bool refunds = true; ///< of each refund that is done

    /// Configuration, naming the member, for whatever is unknown there or wrong.
    static Result<ReceiptSettings> from(const QJsonObject &json);
};
