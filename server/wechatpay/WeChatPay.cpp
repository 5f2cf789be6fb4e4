// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/WeChatPay.h"

WeChatPay::WeChatPay(const MerchantProfile &profile, HttpTransport &transport, Clock &clock, Random &random,
                     QObject *parent)
    : QObject(parent), m_profile(profile), m_keys(profile), m_verifier(m_keys, clock),
      m_gateway(profile, m_keys, transport, clock, random), m_certificates(profile, m_keys, m_gateway, clock),
      m_api(m_gateway, m_certificates, clock, random), m_notify(profile, m_verifier), m_client(profile, m_api),
      m_bills(profile, m_api, m_gateway, clock)
{
}

QFuture<Result<Notification>> WeChatPay::receive(const HttpHeaders &headers, const QByteArray &body,
                                                 Freshness freshness)
{
    if (body.size() > NotifyVerifier::maxBodyBytes)
        return ready(m_notify.verify(headers, body)); // refuses it unread
    return m_certificates.check(headers, body, freshness).then(this, [this, body](Verdict verdict) {
        return m_notify.read(verdict, body);
    });
}
