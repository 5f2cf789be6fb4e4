// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/NewOrder.h"

#include "server/domain/Advance.h"

Result<void> NewOrder::check() const
{
    if (total.isZero())
        return wrongInput("the amount must be 1 fen or more");
    if (bill && bill->total() != total)
        return Error{
            ErrorCode::InvalidInput,
            QStringLiteral("the bill comes to %1 fen, the amount is %2").arg(bill->total().fen()).arg(total.fen())};
    if ((tender == Tender::Cash) != cashReceived.has_value())
        return wrongInput("received goes with the tender cash, and cash with what was received");
    if (cashReceived && *cashReceived < total)
        return wrongInput("received must be the amount or more");
    if ((tender == Tender::Other) == tenderName.isEmpty())
        return wrongInput("tender_name goes with the tender other, and other with its name");
    return {};
}

NewOrder::Beginning NewOrder::begin(const CheckoutSettings &settings, const QDateTime &now) const
{
    Beginning begun{.order = {.shopId = settings.shopId,
                              .outTradeNo = number,
                              .sale = sale.isEmpty() ? number.text() : sale,
                              .tender = tender,
                              .tenderName = tenderName,
                              .description = description,
                              .bill = bill,
                              .total = total,
                              .terminal = terminal,
                              .operatorId = operatorId,
                              .createdAt = now,
                              .expiresAt = now.addSecs(settings.orderLifetime.count()),
                              .cashReceived = cashReceived,
                              .training = settings.training,
                              .seq = 1},
                    .events = {{.seq = 1,
                                .at = now,
                                .type = EventType::Created,
                                .source = QStringLiteral("till"),
                                .operatorId = operatorId,
                                .detail = {}}}};
    if (tender != Tender::WeChatPay)
        begun.events.append(receiveAtTheTill(begun.order, now));
    return begun;
}

bool NewOrder::isFor(const Order &booked) const
{
    return booked.total == total && booked.description == description && booked.bill == bill && booked.tender == tender
           && booked.tenderName == tenderName && booked.cashReceived == cashReceived;
}
