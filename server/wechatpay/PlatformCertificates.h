// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/AesGcm.h"
#include "server/wechatpay/PlatformKeys.h"
#include "server/wechatpay/SignatureVerifier.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <chrono>
#include <memory>
#include <optional>

class Clock;
class Gateway;
class HttpHeaders;
class MerchantProfile;
struct HttpAnswer;

/// Keeps the platform certificates fresh (reference 1.5) and checks signatures with what there is. Without certificates
/// in the profile it never asks for any.
class PlatformCertificates : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::hours refreshInterval{11}; ///< must stay below 12 hours
    static constexpr std::chrono::minutes retryInterval{10};
    /// Unknown serials within this time after a refresh decide without another: a flood of forgeries must not become
    /// a flood of questions.
    static constexpr std::chrono::seconds quietTime{60};
    static constexpr std::chrono::milliseconds timeout{5000};

    /// All must outlive this.
    PlatformCertificates(const MerchantProfile &profile, PlatformKeys &keys, Gateway &gateway, Clock &clock,
                         QObject *parent = nullptr);

    /// Asks now, then every refreshInterval.
    void start();
    /// One look at the provider's list; those who ask meanwhile get the same answer.
    QFuture<Result<void>> refresh();
    /// As SignatureVerifier::check, but an unknown serial number is looked up in a fresh list once before it decides.
    QFuture<Verdict> check(const HttpHeaders &headers, const QByteArray &body,
                           Freshness freshness = Freshness::Enforced);

private:
    void refreshAndRepeat();
    bool mayLearnFrom(const QByteArray &serial) const;
    Result<void> take(const HttpAnswer &answer);

    PlatformKeys &m_keys;
    Gateway &m_gateway;
    Clock &m_clock;
    SignatureVerifier m_verifier;
    AesGcm m_cipher;
    QList<std::shared_ptr<QPromise<Result<void>>>> m_asking; ///< not empty: a look is on its way
    std::optional<qint64> m_lastAskedMs;
    bool m_started = false;
};
