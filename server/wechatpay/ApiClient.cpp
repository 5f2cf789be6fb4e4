// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/ApiClient.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/wechatpay/ApiFault.h"
#include "server/wechatpay/PlatformCertificates.h"

/// One call with all its attempts.
struct ApiClient::Job
{
    GatewayRequest request;
    qint64 deadlineMs = 0;
    int tries = 0;
    bool mayHaveHappened = false;
    QPromise<Result<QByteArray>> promise;

    void finish(const Result<QByteArray> &result)
    {
        promise.addResult(result);
        promise.finish();
    }
};

ApiClient::ApiClient(Gateway &gateway, PlatformCertificates &certificates, Clock &clock, Random &random,
                     QObject *parent)
    : QObject(parent), m_gateway(gateway), m_certificates(certificates), m_clock(clock), m_random(random)
{
}

QFuture<Result<QByteArray>> ApiClient::call(const GatewayRequest &request)
{
    const auto job = std::make_shared<Job>();
    job->request = request;
    job->deadlineMs = m_clock.steadyMs() + totalTimeout.count();
    job->promise.start();
    const auto future = job->promise.future();
    attempt(job);
    return future;
}

void ApiClient::attempt(const JobPtr &job)
{
    ++job->tries;
    m_gateway.send(job->request, tryTimeout, job->deadlineMs).then(this, [this, job](const Result<HttpAnswer> &answer) {
        if (answer)
            judge(job, *answer);
        else
            repeatOrGiveUp(job, answer.error(), answer.error().code == ErrorCode::Unknown);
    });
}

void ApiClient::judge(const JobPtr &job, const HttpAnswer &answer)
{
    if (answer.status < 200 || answer.status >= 300) {
        const ApiFault fault = ApiFault::of(answer);
        if (fault.mayRetry)
            return repeatOrGiveUp(job, fault.error, fault.mayHaveHappened);
        return job->finish(fault.error);
    }
    if (answer.body.size() > maxReplyBytes)
        return repeatOrGiveUp(job, {ErrorCode::Unknown, QStringLiteral("the provider's reply is too long")}, true);
    m_certificates.check(answer.headers, answer.body).then(this, [this, job, body = answer.body](Verdict verdict) {
        judgeSigned(job, body, verdict);
    });
}

void ApiClient::judgeSigned(const JobPtr &job, const QByteArray &body, Verdict verdict)
{
    m_counts.add(verdict);
    if (verdict == Verdict::Valid)
        return job->finish(body);
    const QString message = QStringLiteral("the provider's reply was not believed: %1").arg(describe(verdict));
    repeatOrGiveUp(job, {ErrorCode::Unknown, message}, true);
}

void ApiClient::repeatOrGiveUp(const JobPtr &job, const Error &error, bool mayHaveHappened)
{
    job->mayHaveHappened |= mayHaveHappened;
    const auto pause = pauseAfter(job->tries);
    const bool inTime = m_clock.steadyMs() + pause.count() < job->deadlineMs;
    if (job->tries < maxTries && inTime && error.code != ErrorCode::Busy)
        return m_clock.callAfter(pause, this, [this, job] { attempt(job); });
    // An early attempt that may have got through is not undone by a later one that did not.
    job->finish(Error{job->mayHaveHappened ? ErrorCode::Unknown : error.code, error.message});
}

std::chrono::milliseconds ApiClient::pauseAfter(int tries)
{
    const auto pause = tries == 1 ? firstPause : 3 * firstPause;
    const int chance = uchar(m_random.bytes(1).at(0));
    return pause + pause * chance / 256;
}
