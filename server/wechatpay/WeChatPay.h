// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wechatpay/ApiClient.h"
#include "server/wechatpay/BillClient.h"
#include "server/wechatpay/MerchantProfile.h"
#include "server/wechatpay/NotifyVerifier.h"
#include "server/wechatpay/PlatformCertificates.h"
#include "server/wechatpay/WeChatPayClient.h"

/// All that speaks for one merchant, put together in the right order: what the server owns.
class WeChatPay : public QObject
{
    Q_OBJECT
public:
    /// transport, clock and random must outlive this.
    WeChatPay(const MerchantProfile &profile, HttpTransport &transport, Clock &clock, Random &random,
              QObject *parent = nullptr);

    /// Begins to keep platform certificates fresh, where the profile has any.
    void start() { m_certificates.start(); }

    PaymentProvider &provider() { return m_client; }
    BillClient &bills() { return m_bills; }
    const MerchantProfile &profile() const { return m_profile; }

    /// What was posted to notify_url: headers and the raw body. As NotifyVerifier, and an unknown certificate is
    /// looked up once.
    QFuture<Result<Notification>> receive(const HttpHeaders &headers, const QByteArray &body,
                                          Freshness freshness = Freshness::Enforced);

    const SignatureCounts &replyCounts() const { return m_api.counts(); }
    const SignatureCounts &notifyCounts() const { return m_notify.counts(); }

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
