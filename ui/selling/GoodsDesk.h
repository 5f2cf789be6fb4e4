// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/selling/ShelfGoods.h"

#include <QFuture>
#include <QList>
#include <QObject>

/// Where the till gets the shop's goods from. GoodsApi is the real one; tests script their own.
class GoodsDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    static constexpr qsizetype mostGoods = 10'000; ///< more is unreadable

    struct List
    {
        bool changed = true; ///< else the known version is the newest, and goods are not sent again
        qint64 version = 0;
        QList<ShelfGoods> goods; ///< in the shop's order
    };
    /// version: of the list that is known; 0: none is.
    virtual QFuture<Result<List>> goods(qint64 version) = 0;
};
