// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentEvent.h"

/// Values that tests of many folders begin with.
namespace Orders {

inline const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'767'225'600'000, Qt::UTC);

inline OutTradeNo number(const char *text = "T00001")
{
    return *OutTradeNo::parse(QString::fromLatin1(text));
}

inline Money fen(qint64 amount)
{
    return *Money::fromFen(amount);
}

inline Order fresh(const char *text = "T00001", qint64 amount = 1990)
{
    return {.shopId = "1900000001",
            .outTradeNo = number(text),
            .sale = QString::fromLatin1(text),
            .description = "tea",
            .total = fen(amount),
            .createdAt = start,
            .expiresAt = start.addSecs(300),
            .training = true,
            .seq = 1};
}

inline OrderEvent created()
{
    return {.seq = 1, .at = start, .type = EventType::Created, .source = "till"};
}

inline PaymentEvent payment(const char *text = "T00001", qint64 amount = 1990, const char *transaction = "420001")
{
    return {.witness = Witness::Notify,
            .outTradeNo = QString::fromLatin1(text),
            .state = TradeState::Success,
            .transactionId = QString::fromLatin1(transaction),
            .total = fen(amount),
            .payerTotal = fen(amount),
            .payerOpenid = "o1",
            .successTime = start.addSecs(5)};
}

} // namespace Orders
