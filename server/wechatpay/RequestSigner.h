// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/Rsa.h"

class Clock;
class MerchantProfile;
class Random;

/// Signs what we send (reference 1.2, 1.3). A signature is for one attempt only.
class RequestSigner
{
public:
    static constexpr int nonceLength = 32;

    RequestSigner(const MerchantProfile &profile, const Clock &clock, Random &random);

    /// The value of the Authorization header, with the time of now and a nonce of its own. target is path and query
    /// exactly as on the request line; body the exact bytes that are sent.
    QByteArray authorization(const QByteArray &method, const QByteArray &target, const QByteArray &body) const;
    /// The same with both given, as a test vector gives them.
    QByteArray authorization(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                             qint64 timestamp, const QByteArray &nonce) const;

    static QByteArray stringToSign(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                                   qint64 timestamp, const QByteArray &nonce);

private:
    QByteArray m_mchid;
    QByteArray m_serial;
    RsaPrivateKey m_key;
    const Clock &m_clock;
    Random &m_random;
};
