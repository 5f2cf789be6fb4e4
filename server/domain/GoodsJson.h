// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Goods.h"

#include <QJsonObject>

/// The wire format of goods (server/http/API.md, "Goods"), for both ends of it.
namespace Json {

QJsonObject fromGoods(const Goods &goods);
/// Unknown members are ignored; a missing or wrong one is InvalidInput.
Result<Goods> toGoods(const QJsonObject &json);

QJsonObject fromGoodsList(const GoodsList &list);
Result<GoodsList> toGoodsList(const QJsonObject &json);

} // namespace Json
