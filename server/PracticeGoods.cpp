// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/PracticeGoods.h"

namespace {

struct Line
{
    const char *code;
    const char *barcode; ///< EAN-13
    const char *name;
    qint64 priceFen;
    const char *category;
};

constexpr Line lines[] = {
    {"A01", "", "美式", 1800, "咖啡"},
    {"A02", "", "美式 大杯", 2000, "咖啡"},
    {"A03", "", "拿铁", 2000, "咖啡"},
    {"A04", "", "拿铁 大杯", 2200, "咖啡"},
    {"A05", "", "燕麦拿铁", 2400, "咖啡"},
    {"A06", "", "卡布奇诺", 2000, "咖啡"},
    {"A07", "", "摩卡", 2300, "咖啡"},
    {"A08", "", "冷萃", 2500, "咖啡"},
    {"T01", "", "茉莉绿茶", 1500, "茶饮"},
    {"T02", "", "桂花乌龙", 1600, "茶饮"},
    {"T03", "", "柠檬红茶", 1700, "茶饮"},
    {"T04", "", "抹茶拿铁", 2300, "茶饮"},
    {"T05", "", "热巧克力", 2100, "茶饮"},
    {"B01", "", "可颂", 825, "烘焙"},
    {"B02", "", "司康", 1200, "烘焙"},
    {"B03", "", "巴斯克蛋糕", 2800, "烘焙"},
    {"B04", "", "提拉米苏", 2600, "烘焙"},
    {"B05", "", "蓝莓马芬", 1350, "烘焙"},
    {"B06", "", "肉松贝果", 1490, "烘焙"},
    {"R01", "6901234567892", "挂耳咖啡 10 包", 5900, "零售"},
    {"R02", "6901234560121", "意式拼配豆 250g", 7800, "零售"},
    {"R03", "6901234560015", "气泡水 330ml", 650, "零售"},
    {"R04", "6901234560022", "矿泉水 550ml", 300, "零售"},
    {"R05", "6901234560039", "随行杯 350ml", 12800, "零售"},
};

} // namespace

QList<Goods> practiceGoods()
{
    QList<Goods> goods;
    for (const auto &line : lines) {
        const auto one = Goods::make({.code = QString::fromLatin1(line.code),
                                      .barcode = QString::fromLatin1(line.barcode),
                                      .name = QString::fromUtf8(line.name),
                                      .price = Money::fromFen(line.priceFen).value(),
                                      .category = QString::fromUtf8(line.category),
                                      .position = int(goods.size()) + 1});
        goods.append(one.value());
    }
    return goods;
}
