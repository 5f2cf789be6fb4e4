// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/PlatformCertificates.h"

#include "server/domain/Clock.h"
#include "server/wechatpay/CertificateList.h"
#include "server/wechatpay/Gateway.h"
#include "server/wechatpay/MerchantProfile.h"

PlatformCertificates::PlatformCertificates(const MerchantProfile &profile, PlatformKeys &keys, Gateway &gateway,
                                           Clock &clock, QObject *parent)
    : QObject(parent), m_keys(keys), m_gateway(gateway), m_clock(clock), m_verifier(keys, clock),
      m_cipher(profile.apiV3Cipher())
{
}

void PlatformCertificates::start()
{
    if (m_started || !m_keys.usesCertificates())
        return;
    m_started = true;
    refreshAndRepeat();
}

void PlatformCertificates::refreshAndRepeat()
{
    refresh().then(this, [this](const Result<void> &done) {
        const std::chrono::milliseconds pause =
            done ? std::chrono::milliseconds(refreshInterval) : std::chrono::milliseconds(retryInterval);
        m_clock.callAfter(pause, this, [this] { refreshAndRepeat(); });
    });
}

QFuture<Result<void>> PlatformCertificates::refresh()
{
    // A promise for each who asks: a QFuture has room for one continuation only.
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto future = promise->future();
    m_asking.append(std::move(promise));
    if (m_asking.size() > 1)
        return future;
    m_lastAskedMs = m_clock.steadyMs();
    const GatewayRequest request{.method = "GET", .target = "/v3/certificates", .body = {}};
    m_gateway.send(request, timeout, *m_lastAskedMs + 2 * timeout.count())
        .then(this, [this](const Result<HttpAnswer> &answer) {
            const Result<void> done = answer ? take(*answer) : Result<void>(answer.error());
            const auto asking = std::exchange(m_asking, {});
            for (const auto &waiting : asking) {
                waiting->addResult(done);
                waiting->finish();
            }
        });
    return future;
}

QFuture<Verdict> PlatformCertificates::check(const HttpHeaders &headers, const QByteArray &body, Freshness freshness)
{
    const Verdict verdict = m_verifier.check(headers, body, freshness);
    if (verdict != Verdict::UnknownSerial || !mayLearnFrom(headers.value("Wechatpay-Serial")))
        return ready(verdict);
    return refresh().then(this, [this, headers, body, freshness](const Result<void> &) {
        return m_verifier.check(headers, body, freshness);
    });
}

bool PlatformCertificates::mayLearnFrom(const QByteArray &serial) const
{
    if (!m_keys.usesCertificates() || serial.startsWith("PUB_KEY_ID_"))
        return false;
    return !m_asking.isEmpty() || !m_lastAskedMs
           || m_clock.steadyMs() - *m_lastAskedMs >= std::chrono::milliseconds(quietTime).count();
}

Result<void> PlatformCertificates::take(const HttpAnswer &answer)
{
    if (answer.status != 200)
        return Error{ErrorCode::ProviderUnavailable,
                     QStringLiteral("no platform certificates, HTTP %1").arg(answer.status)};
    const auto certificates = openCertificateList(answer.body, m_cipher);
    if (!certificates)
        return certificates.error();
    // The reply may be signed by a certificate that is only in it (reference 1.5, bootstrap): try on a copy first, so
    // that nothing is learned from a reply that does not verify.
    PlatformKeys learned = m_keys;
    learned.learn(*certificates, m_clock.now());
    const Verdict verdict = SignatureVerifier(learned, m_clock).check(answer.headers, answer.body);
    if (verdict != Verdict::Valid)
        return Error{ErrorCode::Unverified,
                     QStringLiteral("the list of certificates was refused: %1").arg(describe(verdict))};
    m_keys = std::move(learned);
    return {};
}
