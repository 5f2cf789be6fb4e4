// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/Gateway.h"

#include "server/domain/Clock.h"
#include "server/wechatpay/MerchantProfile.h"
#include "server/wechatpay/PlatformKeys.h"

Gateway::Gateway(const MerchantProfile &profile, const PlatformKeys &keys, HttpTransport &transport, const Clock &clock,
                 Random &random, QObject *parent)
    : QObject(parent), m_keys(keys), m_transport(transport), m_clock(clock),
      m_signer(profile, clock, random), m_main{profile.apiBase(), 0, {}}, m_backup{MerchantProfile::backupHost(),
                                                                                   0,
                                                                                   {}},
      m_hasBackup(MerchantProfile::isWeChatPay(profile.apiBase())
                  && profile.apiBase().host() == MerchantProfile::mainHost().host())
{
}

QFuture<Result<HttpAnswer>> Gateway::send(const GatewayRequest &request, std::chrono::milliseconds timeout,
                                          qint64 giveUpAtMs)
{
    Host &host = currentHost();
    if (host.waiting.size() >= size_t(maxWaitingPerHost))
        return ready(Result<HttpAnswer>(Error{ErrorCode::Busy, QStringLiteral("too many calls to the provider wait")}));
    auto attempt = std::make_shared<Attempt>();
    attempt->request = request;
    attempt->timeout = timeout;
    attempt->giveUpAtMs = giveUpAtMs;
    attempt->promise.start();
    const auto future = attempt->promise.future();
    host.waiting.push_back(std::move(attempt));
    startWaiting(host);
    return future;
}

Gateway::Host &Gateway::currentHost()
{
    return m_hasBackup && m_clock.steadyMs() < m_detourUntilMs ? m_backup : m_main;
}

void Gateway::startWaiting(Host &host)
{
    while (host.inFlight < maxInFlightPerHost && !host.waiting.empty()) {
        const auto attempt = std::move(host.waiting.front());
        host.waiting.pop_front();
        ++host.inFlight;
        if (m_clock.steadyMs() < attempt->giveUpAtMs)
            start(host, attempt);
        else
            finish(host, attempt,
                   Error{ErrorCode::ProviderUnavailable, QStringLiteral("it waited too long to be sent")});
    }
}

void Gateway::start(Host &host, const std::shared_ptr<Attempt> &attempt)
{
    m_transport.send(signedCall(host, *attempt)).then(this, [this, &host, attempt](const Result<HttpAnswer> &answer) {
        // Only what certainly was not sent may go the other way: reference 1.1, "switch on connect trouble only".
        const bool elsewhere = !attempt->request.host.isEmpty();
        if (!answer && answer.error().code == ErrorCode::ProviderUnavailable && !elsewhere)
            m_detourUntilMs = &host == &m_main ? m_clock.steadyMs() + detour.count() : 0;
        finish(host, attempt, answer);
    });
}

void Gateway::finish(Host &host, const std::shared_ptr<Attempt> &attempt, const Result<HttpAnswer> &answer)
{
    --host.inFlight;
    attempt->promise.addResult(answer);
    attempt->promise.finish();
    startWaiting(host);
}

HttpCall Gateway::signedCall(const Host &host, const Attempt &attempt) const
{
    const GatewayRequest &request = attempt.request;
    const QUrl &base = request.host.isEmpty() ? host.base : request.host;
    HttpCall call{.method = request.method,
                  .url = QUrl::fromEncoded(base.toEncoded() + request.target, QUrl::StrictMode),
                  .headers = {},
                  .body = request.body,
                  .timeout = attempt.timeout};
    // What is signed is what the URL will be sent as, should QUrl ever spell it otherwise.
    const QByteArray target = call.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    call.headers.set("Authorization", m_signer.authorization(request.method, target, request.body));
    call.headers.set("Accept", request.host.isEmpty() ? "application/json" : "*/*"); // such a thing is a file
    call.headers.set("User-Agent", "ScanTill/" SCANTILL_VERSION);
    if (!request.body.isEmpty())
        call.headers.set("Content-Type", "application/json");
    if (const QByteArray serial = m_keys.announced(m_clock.now()); !serial.isEmpty())
        call.headers.set("Wechatpay-Serial", serial);
    return call;
}
