// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selling/ShelfGoods.h"

#include "server/domain/Json.h"
#include "ui/selling/SaleBill.h"

QJsonObject ShelfGoods::toJson() const
{
    return {{"code", code},         {"barcode", barcode},   {"name", name},
            {"price", price.fen()}, {"category", category}, {"on_sale", onSale}};
}

Result<ShelfGoods> ShelfGoods::fromJson(const QJsonObject &json)
{
    const auto price = Json::toMoney(json["price"]);
    const ShelfGoods goods{json["code"].toString(),  json["barcode"].toString(),  json["name"].toString(),
                           price ? *price : Money(), json["category"].toString(), json["on_sale"].toBool(true)};
    const bool priced = price && !price->isZero() && price->fen() <= SaleBill::maxPriceFen;
    const bool named = !goods.code.isEmpty() && goods.code.size() <= 32 && !goods.name.isEmpty()
                       && goods.name.size() <= 64 && goods.category.size() <= 32 && goods.barcode.size() <= 32;
    if (!priced || !named)
        return Error{ErrorCode::InvalidInput, QStringLiteral("goods: ") + goods.code.left(32)};
    return goods;
}
