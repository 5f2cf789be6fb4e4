// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/Receipt.h"

/// Receipts as a café hands them out.
namespace Receipts {

inline Money fen(qint64 amount)
{
    return *Money::fromFen(amount);
}

inline QDateTime at()
{
    return QDateTime(QDate(2026, 11, 22), QTime(10, 42, 13));
}

inline Receipt sale()
{
    return {.shop = QStringLiteral("晨光咖啡"),
            .address = QStringLiteral("上海市静安区愚园路 88 号\n021-5555 0188"),
            .footer = QStringLiteral("谢谢光临，愿你今天好心情"),
            .till = QStringLiteral("1 号收银台"),
            .cashier = QStringLiteral("小林"),
            .orderNumber = QStringLiteral("01JD9KX3M2Q7W5R8T6Y1Z0A4821"),
            .pickupNo = QStringLiteral("087"),
            .at = at(),
            .lines = {{QStringLiteral("冰拿铁 大杯"), fen(2200), 2},
                      {QStringLiteral("燕麦奶桂花拿铁 少冰 加一份浓缩"), fen(2800), 1},
                      {QStringLiteral("可颂"), fen(1250), 1}},
            .discounts = {{ReceiptDiscount::Kind::Rate, fen(1014), 88}, {ReceiptDiscount::Kind::Round, fen(36), 0}},
            .total = fen(7400),
            .tender = Tender::WeChatPay};
}

inline Receipt withCoupon()
{
    Receipt receipt = sale();
    receipt.payerTotal = fen(7200);
    return receipt;
}

inline Receipt inCash()
{
    Receipt receipt = sale();
    receipt.tender = Tender::Cash;
    receipt.cash = ReceiptCash{fen(10000), fen(2600)};
    return receipt;
}

inline Receipt refund()
{
    Receipt receipt = sale();
    receipt.refund = ReceiptRefund{QStringLiteral("R01JD9M22222222222222222220007"), fen(800), QStringLiteral("做错了"),
                                   at().addSecs(600)};
    return receipt;
}

inline Receipt training()
{
    Receipt receipt = sale();
    receipt.training = true;
    return receipt;
}

inline Receipt copy()
{
    Receipt receipt = withCoupon();
    receipt.reprint = ReceiptReprint{2, at().addSecs(480)};
    return receipt;
}

inline QList<std::pair<const char *, Receipt>> all()
{
    return {{"sale", sale()},     {"coupon", withCoupon()}, {"cash", inCash()},
            {"refund", refund()}, {"training", training()}, {"copy", copy()}};
}

} // namespace Receipts
