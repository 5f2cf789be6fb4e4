// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpTransport.h"
#include "server/wechatpay/RequestSigner.h"

#include <QObject>
#include <QPromise>
#include <deque>
#include <memory>

class Clock;
class MerchantProfile;
class PlatformKeys;

/// What is asked of the provider, before it is signed.
struct GatewayRequest
{
    QByteArray method; ///< GET or POST
    QByteArray target; ///< path and query, percent-encoded
    QByteArray body; ///< serialised once; these bytes are signed and sent
    QUrl host; ///< for what is fetched from where it was said to lie; empty: the provider's host of the moment
};

/// Sends single signed attempts to the provider's hosts (reference 1.1). Knows nothing of replies.
class Gateway : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxInFlightPerHost = 6; ///< what QNetworkAccessManager opens at once, too
    static constexpr int maxWaitingPerHost = 256;
    /// After connect trouble the other of WeChat Pay's hosts is used for so long.
    static constexpr std::chrono::milliseconds detour{60'000};

    /// All must outlive the gateway.
    Gateway(const MerchantProfile &profile, const PlatformKeys &keys, HttpTransport &transport, const Clock &clock,
            Random &random, QObject *parent = nullptr);

    /// Signed at the moment it leaves, with a fresh nonce. Waits while the host has its fill of calls; Busy when too
    /// many wait, ProviderUnavailable when it has waited past giveUpAtMs (of Clock::steadyMs). Else what the transport
    /// says.
    QFuture<Result<HttpAnswer>> send(const GatewayRequest &request, std::chrono::milliseconds timeout,
                                     qint64 giveUpAtMs);

private:
    struct Attempt
    {
        GatewayRequest request;
        std::chrono::milliseconds timeout;
        qint64 giveUpAtMs;
        QPromise<Result<HttpAnswer>> promise;
    };
    struct Host
    {
        QUrl base;
        int inFlight = 0;
        std::deque<std::shared_ptr<Attempt>> waiting;
    };

    Host &currentHost();
    void startWaiting(Host &host);
    void start(Host &host, const std::shared_ptr<Attempt> &attempt);
    void finish(Host &host, const std::shared_ptr<Attempt> &attempt, const Result<HttpAnswer> &answer);
    HttpCall signedCall(const Host &host, const Attempt &attempt) const;

    const PlatformKeys &m_keys;
    HttpTransport &m_transport;
    const Clock &m_clock;
    RequestSigner m_signer;
    Host m_main;
    Host m_backup; ///< only used when the main one is WeChat Pay's main host
    bool m_hasBackup;
    qint64 m_detourUntilMs = 0;
};
