// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/RequestSigner.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/wechatpay/MerchantProfile.h"

RequestSigner::RequestSigner(const MerchantProfile &profile, const Clock &clock, Random &random)
    : m_mchid(profile.mchid().toLatin1()), m_serial(profile.merchantSerial()), m_key(profile.merchantKey()),
      m_clock(clock), m_random(random)
{
}

QByteArray RequestSigner::authorization(const QByteArray &method, const QByteArray &target,
                                        const QByteArray &body) const
{
    const QByteArray nonce =
        m_random.text(nonceLength, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    return authorization(method, target, body, m_clock.nowMs() / 1000, nonce);
}

QByteArray RequestSigner::authorization(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                                        qint64 timestamp, const QByteArray &nonce) const
{
    const QByteArray signature = m_key.signBase64(stringToSign(method, target, body, timestamp, nonce));
    return "WECHATPAY2-SHA256-RSA2048 mchid=\"" + m_mchid + "\",nonce_str=\"" + nonce + "\",signature=\"" + signature
           + "\",timestamp=\"" + QByteArray::number(timestamp) + "\",serial_no=\"" + m_serial + '"';
}

QByteArray RequestSigner::stringToSign(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                                       qint64 timestamp, const QByteArray &nonce)
{
    return method + '\n' + target + '\n' + QByteArray::number(timestamp) + '\n' + nonce + '\n' + body + '\n';
}
