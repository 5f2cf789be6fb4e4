// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/NotifyDelivery.h"

#include "server/simulator/BookOrder.h"

namespace {

const char *nameOf(NotifyDelivery::Outcome outcome)
{
    static constexpr std::array names{"under_way", "accepted",    "failed",    "dropped",
                                      "lost",      "not_allowed", "queue_full"};
    return names[size_t(outcome)];
}

} // namespace

QJsonObject NotifyDelivery::toJson() const
{
    QJsonObject json{
        {"id", id},
        {"out_trade_no", outTradeNo},
        {"event_type", eventType},
        {"attempt", attempt},
        {"at", gatewayTime(at)},
        {"status", status},
        {"outcome", QLatin1String(nameOf(outcome))},
        {"corruption", QLatin1String(toText(corruption))},
        {"duplicate", duplicate},
    };
    if (!outRefundNo.isEmpty())
        json["out_refund_no"] = outRefundNo;
    return json;
}
