// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/GoodsJson.h"

#include "server/domain/Json.h"

#include <QJsonArray>

QJsonObject Json::fromGoods(const Goods &goods)
{
    return {{"code", goods.code()},         {"barcode", goods.barcode()},   {"name", goods.name()},
            {"price", goods.price().fen()}, {"category", goods.category()}, {"position", goods.position()},
            {"on_sale", goods.isOnSale()}};
}

Result<Goods> Json::toGoods(const QJsonObject &json)
{
    for (const auto *member : {"code", "barcode", "name", "category"}) {
        if (!json[QLatin1String(member)].isString())
            return Json::missing(member);
    }
    const auto price = toMoney(json["price"]);
    if (!price)
        return Json::missing("price");
    const qint64 position = json["position"].toInteger(-1); // the default stands for text and fractions
    if (position < 0 || position > Goods::maxPosition)
        return Json::missing("position");
    if (!json["on_sale"].isBool())
        return Json::missing("on_sale");
    return Goods::make({.code = json["code"].toString(),
                        .barcode = json["barcode"].toString(),
                        .name = json["name"].toString(),
                        .price = *price,
                        .category = json["category"].toString(),
                        .position = int(position),
                        .onSale = json["on_sale"].toBool()});
}

QJsonObject Json::fromGoodsList(const GoodsList &list)
{
    QJsonArray goods;
    for (const auto &one : list.goods)
        goods.append(fromGoods(one));
    return {{"goods", goods}, {"version", list.version}};
}

Result<GoodsList> Json::toGoodsList(const QJsonObject &json)
{
    const qint64 version = json["version"].toInteger(-1);
    if (version < 0)
        return Json::missing("version");
    const QJsonArray listed = json["goods"].toArray();
    if (!json["goods"].isArray() || listed.size() > Goods::mostInAShop)
        return Json::missing("goods");
    GoodsList list{.version = version};
    for (const QJsonValue one : listed) {
        const auto goods = toGoods(one.toObject());
        if (!goods)
            return goods.error();
        list.goods.append(*goods);
    }
    return list;
}
