// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

#include <QJsonObject>
#include <QString>

/// One of the shop's goods, as the server hands it out (API.md, "Goods").
struct ShelfGoods
{
    QString code;
    QString barcode; ///< empty: it is not scanned
    QString name;
    Money price; ///< of one
    QString category;
    bool onSale = true;

    QJsonObject toJson() const;
    /// InvalidInput where it is none.
    static Result<ShelfGoods> fromJson(const QJsonObject &json);
};
