// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QJsonObject>

/// Which of the gateway's keys signs where the request does not say (notifications, requests without Wechatpay-Serial).
enum class GatewayKeyMode {
    PublicKey, ///< PUB_KEY_ID_…, the newer way (reference 1.6)
    Certificate, ///< the platform certificate (reference 1.5)
    Mixed, ///< either by chance, as during a merchant's migration
};

/// What the sources leave open or contradict ("[U]" in the reference), each as a setting, so that a client can be run
/// against both values. The defaults are the reading we hold most likely. Their names outside are in API.md, "The
/// simulator".
struct SimulatorSwitches
{
    GatewayKeyMode keyMode = GatewayKeyMode::PublicKey;
    bool newMerchant = false; ///< no platform certificate: 404 on /v3/certificates (reference 1.5)
    int missingAcceptStatus = 406; ///< reference 1.1
    int missingUserAgentStatus = 403; ///< reference 1.1
    int wrongContentTypeStatus = 415; ///< reference 1.1
    bool unknownSerialRefused = true; ///< 400 for a Wechatpay-Serial that is not ours; else signed as if none (1.6)
    int requestsPerSecond = 0; ///< more are 429; 0: no limit (reference 2.1)
    QString tooFastCode = QStringLiteral("FREQUENCY_LIMITED"); ///< reference 8.2
    bool httpNotifyUrlAccepted = true; ///< reference 2.1
    int codeUrlLength = 0; ///< a weixin:// code_url is filled up to this; 0: as short as it is (reference 2.1)
    int reusedNumberStatus = 403; ///< same number, other parameters (reference 2.2)
    QString reusedNumberCode = QStringLiteral("OUT_TRADE_NO_USED");
    QString unknownOrderCode = QStringLiteral("ORDER_NOT_EXIST"); ///< reference 2.4
    int paidOnCloseStatus = 400; ///< close of a paid order (reference 2.5)
    QString paidOnCloseCode = QStringLiteral("ORDERPAID");
    bool closeUnknownAccepted = false; ///< 204 for a number that was never used (reference 2.5, community report)
    qint64 expiredReadsNotPayS = 0; ///< how long past its expiry an order still reads NOTPAY (reference 2.6)
    bool timeExpireCappedAt90Days = true; ///< reference 2.3
    bool limitPayAccepted = true; ///< reference 2.1
    bool unpaidQueryHasAmount = true; ///< reference 2.4
    qint64 maxTotalFen = 1'000'000'000; ///< reference 2.1
    bool resendKeepsId = true; ///< a notification sent again keeps its id (reference 3.1)
    bool resendKeepsCiphertext = false; ///< … and its encrypted content (reference 3.6)
    qint64 refundSpacingS = 50; ///< "about 1 minute" between two refunds of an order (reference 4.6); 0: none
    int reusedRefundStatus = 400; ///< same refund number, other parameters (reference 4.6)
    QString reusedRefundCode = QStringLiteral("INVALID_REQUEST");
    QString refundPromotionType = QStringLiteral("CASH"); ///< or COUPON, as the SDK models say (reference 4.2)
    bool abnormalNeedsBankData = true; ///< to the payer's card: account and name must be there (reference 4.3)
    qint64 billUrlLifeS = 300; ///< or 30 (reference 6.1)
    bool billHashWithBom = true; ///< reference 6.2

    /// All of them by their names.
    QJsonObject toJson() const;
    /// Sets those that are named, all or none. InvalidInput names the first that is unknown or impossible.
    Result<void> set(const QJsonObject &json);
    /// One as `--switch NAME=VALUE` has it.
    Result<void> setFromText(const QString &pair);
};
