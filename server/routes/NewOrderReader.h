// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/Checkout.h"
#include "server/http/HttpMessage.h"

class Random;

/// Where and by whom an order is placed.
struct OrderPlace
{
    QString terminal;
    QString operatorId;
};

/// The body of POST /api/v1/orders: amount (fen, 1 or more), description (1 to 127 characters, as WeChat takes them),
/// out_trade_no and sale where the asker names them, and what SaleReader.h reads. InvalidInput says which member is at
/// fault.
Result<NewOrder> readNewOrder(const HttpRequest &request, const OrderPlace &place, const Clock &clock, Random &random);

/// The query of GET /api/v1/orders.
Result<OrderFilter> readOrderFilter(const QUrlQuery &query);
