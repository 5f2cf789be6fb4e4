// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Which of the gateway's keys signs where the request does not say (notifications, requests without Wechatpay-Serial).
enum class GatewayKeyMode {
    PublicKey, ///< PUB_KEY_ID_…, the newer way (reference 1.6)
    Certificate, ///< the platform certificate (reference 1.5)
    Mixed, ///< either by chance, as during a merchant's migration
};

/// What the sources leave open or contradict ("[U]" in the reference), each as a setting, so that a client can be run
/// against both values. The defaults are the reading we hold most likely.
struct SimulatorSwitches
{
    GatewayKeyMode keyMode = GatewayKeyMode::PublicKey;
    bool newMerchant = false; ///< no platform certificate: 404 on /v3/certificates (reference 1.5)
    int missingAcceptStatus = 406; ///< reference 1.1
    int missingUserAgentStatus = 403; ///< reference 1.1
    int wrongContentTypeStatus = 415; ///< reference 1.1
    int reusedNumberStatus = 403; ///< same number, other parameters (reference 2.2)
    QString reusedNumberCode = QStringLiteral("OUT_TRADE_NO_USED");
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
};
