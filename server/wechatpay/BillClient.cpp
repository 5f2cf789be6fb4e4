// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/BillClient.h"

#include "server/domain/Clock.h"
#include "server/domain/Json.h"
#include "server/wechatpay/ApiClient.h"
#include "server/wechatpay/ApiText.h"
#include "server/wechatpay/MerchantProfile.h"

#include <QRegularExpression>

/// One bill on its way.
struct BillClient::Job
{
    QByteArray target;
    int asks = 0;
    QPromise<Result<PackedBill>> promise;

    void finish(const Result<PackedBill> &result)
    {
        promise.addResult(result);
        promise.finish();
    }
};

namespace {

constexpr char noTrade[] = "NO_STATEMENT_EXIST"; // reference 6.1: not a fault

bool isSha1(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9A-Fa-f]{40}\\z"));
    return pattern.match(text).hasMatch();
}

bool isSameServer(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host()
           && one.port(one.scheme() == QLatin1String("https") ? 443 : 80)
                  == other.port(other.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

BillClient::BillClient(const MerchantProfile &profile, ApiClient &api, Gateway &gateway, const Clock &clock,
                       QObject *parent)
    : QObject(parent), m_apiBase(profile.apiBase()), m_api(api), m_gateway(gateway), m_clock(clock)
{
}

QFuture<Result<PackedBill>> BillClient::trade(const QDate &day)
{
    return fetch("/v3/bill/tradebill", "&bill_type=ALL", day);
}

QFuture<Result<PackedBill>> BillClient::fundFlow(const QDate &day)
{
    return fetch("/v3/bill/fundflowbill", "&account_type=BASIC", day);
}

QFuture<Result<PackedBill>> BillClient::fetch(const QByteArray &path, const QByteArray &kind, const QDate &day)
{
    if (!day.isValid())
        return ready(Result<PackedBill>(Error{ErrorCode::InvalidInput, QStringLiteral("a bill is of a day")}));
    const auto job = std::make_shared<Job>();
    job->target = path + "?bill_date=" + day.toString(Qt::ISODate).toLatin1() + kind + "&tar_type=GZIP";
    job->promise.start();
    const auto future = job->promise.future();
    ask(job);
    return future;
}

void BillClient::ask(const JobPtr &job)
{
    ++job->asks;
    const GatewayRequest request{.method = "GET", .target = job->target, .body = {}};
    m_api.call(request).then(this, [this, job](const Result<QByteArray> &reply) {
        if (reply)
            return download(job, *reply);
        if (reply.error().message.startsWith(QLatin1String(noTrade)))
            return job->finish(PackedBill{});
        job->finish(reply.error());
    });
}

void BillClient::download(const JobPtr &job, const QByteArray &reply)
{
    const auto json = Json::parseObject(reply);
    const QString type = json ? (*json)[QLatin1String("hash_type")].toString() : QString();
    const QString sha1 = json ? (*json)[QLatin1String("hash_value")].toString() : QString();
    const QString address = json ? (*json)[QLatin1String("download_url")].toString() : QString();
    if (type != QLatin1String("SHA1") || !isSha1(sha1) || address.isEmpty() || address.size() > maxUrlLength)
        return job->finish(ApiText::notTheAnswer());
    const QUrl url = QUrl::fromEncoded(address.toUtf8(), QUrl::StrictMode);
    if (!isAllowed(url)) // the request is signed in the merchant's name: it goes to nobody else
        return job->finish(
            Error{ErrorCode::Unverified, QStringLiteral("the bill would have to be fetched from another's server")});
    const GatewayRequest request{.method = "GET",
                                 .target =
                                     url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment),
                                 .body = {},
                                 .host = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)};
    m_gateway.send(request, downloadTimeout, m_clock.steadyMs() + downloadTimeout.count())
        .then(this,
              [this, job, sha1](const Result<HttpAnswer> &answer) { take(job, sha1.toLower().toLatin1(), answer); });
}

void BillClient::take(const JobPtr &job, const QByteArray &sha1, const Result<HttpAnswer> &answer)
{
    const bool came = answer && answer->status == 200 && !answer->body.isEmpty();
    if (came && answer->body.size() <= Bills::maxPackedBytes)
        return job->finish(PackedBill{.bytes = answer->body, .sha1 = sha1});
    if (!came && job->asks < maxAsks)
        return ask(job);
    const QString why = came     ? QStringLiteral("it is too long")
                        : answer ? QStringLiteral("HTTP %1").arg(answer->status)
                                 : answer.error().message;
    job->finish(Error{ErrorCode::ProviderUnavailable, QStringLiteral("the bill could not be downloaded: %1").arg(why)});
}

bool BillClient::isAllowed(const QUrl &address) const
{
    return address.isValid() && address.userInfo().isEmpty()
           && (isSameServer(address, m_apiBase) || isSameServer(address, MerchantProfile::mainHost())
               || isSameServer(address, MerchantProfile::backupHost()));
}
