// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/MerchantAccount.h"

MerchantAccount::MerchantAccount(const MerchantProfile &profile, HttpTransport &transport, Clock &clock, Random &random)
    : m_profile(profile), m_keys(profile), m_verifier(m_keys, clock),
      m_gateway(profile, m_keys, transport, clock, random), m_certificates(profile, m_keys, m_gateway, clock),
      m_api(m_gateway, m_certificates, clock, random), m_notify(profile, m_verifier), m_client(profile, m_api),
      m_bills(profile, m_api, m_gateway, clock)
{
}
