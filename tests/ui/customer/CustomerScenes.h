// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/customer/CustomerView.h"

/// Every face of the customer's screen.
struct CustomerScene
{
    QString name;
    CustomerView view;

    static QList<CustomerScene> all(bool training)
    {
        using Face = CustomerView::Face;
        const Money amount = *Money::fromFen(3650);
        const Money largest = *Money::fromFen(9'999'999);
        const auto line = [](const char *name, int quantity, qint64 fen) {
            return CustomerLine{QString::fromUtf8(name), quantity, *Money::fromFen(fen)};
        };
        const QList<CustomerLine> lines{line("燕麦拿铁（大杯）", 1, 2200), line("可颂", 2, 1700)};
        QList<CustomerLine> many;
        for (int i = 0; i < 40; ++i)
            many.append(
                line("一份名字特别特别特别特别特别特别特别特别长的点心 Extraordinarily long name", i + 1, 9'999'900));
        const QString code = QStringLiteral("weixin://wxpay/bizpayurl?pr=p4lpSuKzz");
        QList<CustomerScene> scenes{
            {"shop", {.face = Face::Shop}},
            {"ringing", {.face = Face::Ringing, .amount = amount}},
            {"ringing-largest", {.face = Face::Ringing, .amount = largest}},
            {"lines", {.face = Face::Ringing, .amount = amount, .saved = *Money::fromFen(250), .lines = lines}},
            {"lines-many", {.face = Face::Ringing, .amount = largest, .saved = largest, .lines = many}},
            {"making", {.face = Face::Making}},
            {"code", {.face = Face::Code, .amount = amount, .codeUrl = code, .secondsLeft = 278}},
            {"code-last", {.face = Face::Code, .amount = amount, .codeUrl = code, .secondsLeft = 9}},
            {"code-largest", {.face = Face::Code, .amount = largest, .codeUrl = code, .secondsLeft = 278}},
            {"checking", {.face = Face::Checking}},
            {"not-paid", {.face = Face::NotPaid}},
            {"expired", {.face = Face::Expired}},
            {"ask-cashier", {.face = Face::AskCashier}},
            {"paid", {.face = Face::Paid, .amount = amount, .pickupNo = QStringLiteral("087")}},
            {"paid-largest", {.face = Face::Paid, .amount = largest}},
            {"thanks", {.face = Face::Thanks}},
            {"away", {.face = Face::Away}},
        };
        for (CustomerScene &scene : scenes)
            scene.view.training = training;
        return scenes;
    }
};
