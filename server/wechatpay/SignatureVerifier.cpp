// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/SignatureVerifier.h"

#include "server/domain/Clock.h"
#include "server/net/HttpHeaders.h"
#include "server/wechatpay/PlatformKeys.h"

#include <algorithm>

namespace {

constexpr char timestampName[] = "Wechatpay-Timestamp";
constexpr char nonceName[] = "Wechatpay-Nonce";
constexpr char signatureName[] = "Wechatpay-Signature";
constexpr char serialName[] = "Wechatpay-Serial";
constexpr char typeName[] = "Wechatpay-Signature-Type";
constexpr qsizetype maxTimestampDigits = 11; // until the year 5138, and no overflow

bool isOnce(const HttpHeaders &headers, const char *name)
{
    return headers.count(name) == 1 && !headers.value(name).isEmpty();
}

bool isTime(const QByteArray &timestamp)
{
    return timestamp.size() <= maxTimestampDigits
           && std::all_of(timestamp.begin(), timestamp.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool hasOurType(const HttpHeaders &headers)
{
    return !headers.has(typeName) || headers.value(typeName) == "WECHATPAY2-SHA256-RSA2048";
}

} // namespace

QString describe(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return QStringLiteral("the signature holds");
    case Verdict::MissingHeaders:
        return QStringLiteral("the signature headers are missing, doubled or of another kind");
    case Verdict::Stale:
        return QStringLiteral("it was signed too long ago, or a clock is wrong");
    case Verdict::UnknownSerial:
        return QStringLiteral("it is signed with a key we do not have");
    case Verdict::Probe:
        return QStringLiteral("it is a signature probe");
    case Verdict::Forged:
        break;
    }
    return QStringLiteral("the signature does not hold");
}

void SignatureCounts::add(Verdict verdict)
{
    ++(verdict == Verdict::Valid ? valid : verdict == Verdict::Probe ? probes : refused);
}

Verdict SignatureVerifier::check(const HttpHeaders &headers, const QByteArray &body, Freshness freshness) const
{
    for (const char *name : {timestampName, nonceName, signatureName, serialName}) {
        if (!isOnce(headers, name))
            return Verdict::MissingHeaders;
    }
    if (!hasOurType(headers))
        return Verdict::MissingHeaders;
    const QByteArray timestamp = headers.value(timestampName);
    if (!isTime(timestamp) || (freshness == Freshness::Enforced && !isFresh(timestamp)))
        return Verdict::Stale;
    const RsaPublicKey *key = m_keys.find(headers.value(serialName), m_clock.now());
    if (!key)
        return Verdict::UnknownSerial;
    const QByteArray signature = headers.value(signatureName);
    if (key->verifiesBase64(timestamp + '\n' + headers.value(nonceName) + '\n' + body + '\n', signature))
        return Verdict::Valid;
    return signature.startsWith("WECHATPAY/SIGNTEST/") ? Verdict::Probe : Verdict::Forged;
}

bool SignatureVerifier::isFresh(const QByteArray &timestamp) const
{
    return qAbs(m_clock.nowMs() - timestamp.toLongLong() * 1000) < windowMs;
}
