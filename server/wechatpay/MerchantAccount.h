// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wechatpay/ApiClient.h"
#include "server/wechatpay/BillClient.h"
#include "server/wechatpay/MerchantProfile.h"
#include "server/wechatpay/NotifyVerifier.h"
#include "server/wechatpay/PlatformCertificates.h"
#include "server/wechatpay/WeChatPayClient.h"

/// All that speaks for one merchant by one profile, put together in the right order.
class MerchantAccount : public QObject
{
    Q_OBJECT
public:
    /// transport, clock and random must outlive this.
    MerchantAccount(const MerchantProfile &profile, HttpTransport &transport, Clock &clock, Random &random);

    const MerchantProfile &profile() const { return m_profile; }
    PlatformCertificates &certificates() { return m_certificates; }
    const ApiClient &api() const { return m_api; }
    NotifyVerifier &notifications() { return m_notify; }
    WeChatPayClient &client() { return m_client; }
    BillClient &bills() { return m_bills; }

private:
    MerchantProfile m_profile;
    PlatformKeys m_keys;
    SignatureVerifier m_verifier;
    Gateway m_gateway;
    PlatformCertificates m_certificates;
    ApiClient m_api;
    NotifyVerifier m_notify;
    WeChatPayClient m_client;
    BillClient m_bills;
};
