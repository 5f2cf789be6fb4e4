// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/OfficialAccountToken.h"

#include "server/domain/Clock.h"
#include "server/login/OfficialAccountReply.h"

namespace {

constexpr qsizetype maxTokenLength = 1024;
constexpr qint64 longestLifeS = 24 * 3600;

} // namespace

OfficialAccountToken::OfficialAccountToken(const Account &account, HttpTransport &transport, Clock &clock,
                                           QObject *parent)
    : QObject(parent), m_account(account), m_transport(transport), m_clock(clock)
{
}

QFuture<Result<QByteArray>> OfficialAccountToken::get()
{
    if (!m_token.isEmpty() && m_clock.steadyMs() < m_goodUntilMs)
        return ready(Result<QByteArray>(m_token));
    if (qsizetype(m_waiting.size()) >= maxWaiting)
        return ready(
            Result<QByteArray>(Error{ErrorCode::Busy, QStringLiteral("too many wait for the Official Account")}));
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    m_waiting.push_back(promise);
    if (m_waiting.size() == 1)
        fetch();
    return promise->future();
}

void OfficialAccountToken::drop(const QByteArray &token)
{
    if (m_token == token)
        m_token.clear();
}

void OfficialAccountToken::fetch()
{
    const QByteArray target =
        "/cgi-bin/token?grant_type=client_credential&appid=" + m_account.appid.toUtf8().toPercentEncoding()
        + "&secret=" + m_account.appSecret.toPercentEncoding();
    const HttpCall call{.method = "GET",
                        .url = QUrl::fromEncoded(m_account.apiBase.toEncoded() + target, QUrl::StrictMode),
                        .headers = {{"Accept", "application/json"}, {"User-Agent", "ScanTill/" SCANTILL_VERSION}},
                        .body = {},
                        .timeout = timeout};
    m_transport.send(call).then(this, [this](const Result<HttpAnswer> &answer) { tellAll(keep(answer)); });
}

Result<QByteArray> OfficialAccountToken::keep(const Result<HttpAnswer> &answer)
{
    const auto reply = OfficialAccountReply::read(answer);
    if (!reply) {
        // Here 40001 is about the account's own secret: another try would not help.
        const bool secret = reply.error().code == ErrorCode::Unauthorized;
        return Error{secret ? ErrorCode::ProviderRefused : reply.error().code, reply.error().message};
    }
    const QByteArray token = (*reply)[QLatin1String("access_token")].toString().toUtf8();
    const qint64 lifeS = (*reply)[QLatin1String("expires_in")].toInteger(0);
    if (token.isEmpty() || token.size() > maxTokenLength || lifeS < 1 || lifeS > longestLifeS)
        return Error{ErrorCode::Unknown, QStringLiteral("WeChat's Official Account interface: no access token")};
    m_token = token;
    m_goodUntilMs = m_clock.steadyMs() + 1000 * std::max(lifeS - qint64(spare.count()), lifeS / 2);
    return token;
}

void OfficialAccountToken::tellAll(const Result<QByteArray> &token)
{
    for (const auto &promise : std::exchange(m_waiting, {})) {
        promise->addResult(token);
        promise->finish();
    }
}
