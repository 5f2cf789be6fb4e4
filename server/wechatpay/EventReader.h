// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentEvent.h"
#include "server/domain/Refund.h"

#include <QJsonObject>

class MerchantProfile;

/// Reads WeChat Pay's transaction and refund objects (reference 2.4, 4.2, 4.5, 7), and says whether they are ours.
/// Unknown members are ignored; InvalidInput when a needed one is missing or wrong.
class EventReader
{
public:
    explicit EventReader(const MerchantProfile &profile);

    Result<PaymentEvent> payment(const QJsonObject &json, Witness witness) const;
    /// Notify: what was posted, with the merchant's number in it. Query: a reply, which has another name for the
    /// status, and is about ours because it answers what we signed.
    Result<RefundEvent> refund(const QJsonObject &json, Witness witness) const;

private:
    bool isOurMerchant(const QJsonObject &json) const;
    bool isOurApp(const QJsonObject &json) const;

    QString m_mchid, m_appid, m_spMchid, m_spAppid, m_subMchid, m_subAppid;
};
