// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/NewSale.h"

#include "server/domain/Json.h"

QJsonObject SaleTerms::toJson() const
{
    QJsonObject json;
    if (!bill.isEmpty())
        json["bill"] = bill;
    if (pickup)
        json["pickup"] = true;
    if (isByHand())
        json["tender"] = toText(tender);
    if (tender == Tender::Cash)
        json["received"] = received.fen();
    if (tender == Tender::Other)
        json["tender_name"] = tenderName;
    return json;
}

SaleTerms SaleTerms::fromJson(const QJsonObject &json)
{
    const auto tender = tenderFrom(json["tender"].toString());
    const auto received = Json::toMoney(json["received"]);
    return {json["bill"].toObject(), json["pickup"].toBool(), tender ? *tender : Tender::WeChatPay,
            received ? *received : Money(), json["tender_name"].toString()};
}
