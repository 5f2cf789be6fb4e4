// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wechatpay/Gateway.h"
#include "server/wechatpay/SignatureVerifier.h"

class PlatformCertificates;

/// Calls of the provider's API: signed, answered by a verified 2xx or else explained, and repeated where reference 8.3
/// allows: 429, 5xx, no answer, or one that did not verify (1.7). Each attempt is signed anew; the bytes of the body
/// are the same each time.
class ApiClient : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxTries = 3;
    static constexpr std::chrono::milliseconds tryTimeout{5000};
    static constexpr std::chrono::milliseconds totalTimeout{20'000}; ///< no try begins after that
    static constexpr std::chrono::milliseconds firstPause{
        400}; ///< threefold before the third try; up to twice as long by chance
    static constexpr qsizetype maxReplyBytes = 1024 * 1024;

    /// All must outlive the client.
    ApiClient(Gateway &gateway, PlatformCertificates &certificates, Clock &clock, Random &random,
              QObject *parent = nullptr);

    /// Answers the body of a verified 2xx (empty for 204). Unknown when an attempt may have been carried out and none
    /// was answered; else the errors of PaymentProvider, or Busy when nothing was sent.
    QFuture<Result<QByteArray>> call(const GatewayRequest &request);
    /// Of replies with a 2xx.
    const SignatureCounts &counts() const { return m_counts; }

private:
    struct Job;
    using JobPtr = std::shared_ptr<Job>;

    void attempt(const JobPtr &job);
    void judge(const JobPtr &job, const HttpAnswer &answer);
    void judgeSigned(const JobPtr &job, const QByteArray &body, Verdict verdict);
    void repeatOrGiveUp(const JobPtr &job, const Error &error, bool mayHaveHappened);
    std::chrono::milliseconds pauseAfter(int tries);

    Gateway &m_gateway;
    PlatformCertificates &m_certificates;
    Clock &m_clock;
    Random &m_random;
    SignatureCounts m_counts;
};
