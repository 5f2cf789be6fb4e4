// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Goods.h"

/// Goods that tests of many folders begin with.
namespace Shelf {

inline Goods::Fields latte()
{
    return {.code = "A04",
            .barcode = "6901234567892",
            .name = QStringLiteral("拿铁 大杯"),
            .price = *Money::fromFen(2200),
            .category = QStringLiteral("咖啡"),
            .position = 4};
}

inline Goods goods(const char *code, const char *category = "coffee", int position = 0, const char *barcode = "",
                   qint64 price = 1800)
{
    return *Goods::make({.code = QString::fromUtf8(code),
                         .barcode = QString::fromUtf8(barcode),
                         .name = QString::fromUtf8(code),
                         .price = *Money::fromFen(price),
                         .category = QString::fromUtf8(category),
                         .position = position});
}

} // namespace Shelf
