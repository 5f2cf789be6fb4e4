// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ServerHttp.h"

#include "server/domain/Json.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace {

ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::Unauthorized;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 408:
    case 504:
        return ErrorCode::Unknown;
    case 409:
        return ErrorCode::Conflict;
    case 429:
        return ErrorCode::RateLimited;
    case 502:
    case 503:
        return ErrorCode::ProviderUnavailable;
    default:
        return status >= 500 ? ErrorCode::Unknown : ErrorCode::InvalidInput;
    }
}

/// Some of the server's codes say more than the status they come with.
ErrorCode errorCodeOf(int status, const QString &name)
{
    if (name == QLatin1String("ORDER_PAID") || name == QLatin1String("ORDERPAID"))
        return ErrorCode::OrderPaid;
    if (name == QLatin1String("ORDER_CLOSED") || name == QLatin1String("ORDERCLOSED"))
        return ErrorCode::OrderClosed;
    if (name == QLatin1String("ATTEMPT_OPEN"))
        return ErrorCode::AttemptOpen;
    if (name == QLatin1String("PROVIDER_REFUSED"))
        return ErrorCode::ProviderRefused;
    if (name == QLatin1String("SIGN_ERROR"))
        return ErrorCode::Unverified; // WeChat's signature, not our token
    return codeOfStatus(status);
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

bool refusesSession(const ServerHttp::Answer &answer)
{
    if (answer.status != 401 && answer.status != 403)
        return false;
    const QString name = answer.json()["code"].toString();
    return name == QLatin1String("SESSION_INVALID") || name == QLatin1String("OPERATOR_NEEDED");
}

} // namespace

QJsonObject ServerHttp::Answer::json() const
{
    const auto parsed = Json::parseObject(body);
    return parsed ? *parsed : QJsonObject();
}

Error ServerHttp::Answer::error() const
{
    const QJsonObject said = json();
    const QString name = said["code"].toString();
    const QString shown = name.isEmpty() ? QStringLiteral("HTTP_%1").arg(status) : name.left(64);
    return {errorCodeOf(status, name), shown + u' ' + said["message"].toString().left(200)};
}

ServerHttp::ServerHttp(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent)
    : QObject(parent), m_server(server.url), m_pin(server.pin), m_token(terminalToken)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setAutoDeleteReplies(true);
    if (isLoopback(m_server))
        m_manager.setProxy(QNetworkProxy::NoProxy);
    connect(&m_manager, &QNetworkAccessManager::sslErrors, this, &ServerHttp::believe);
    connect(&m_manager, &QNetworkAccessManager::encrypted, this, [this](QNetworkReply *reply) {
        if (m_pin.isSet() && !m_pin.fits(reply->sslConfiguration().peerCertificate()))
            reply->abort(); // nothing has been sent yet
    });
}

void ServerHttp::believe(QNetworkReply *reply) const
{
    if (m_pin.fits(reply->sslConfiguration().peerCertificate()))
        reply->ignoreSslErrors();
}

QNetworkRequest ServerHttp::requestOf(const Call &call) const
{
    QUrl url = m_server;
    url.setPath(m_server.path() + call.path, QUrl::TolerantMode);
    url.setQuery(call.query);
    QNetworkRequest request(url);
    if (url.scheme() == QLatin1String("https"))
        request.setSslConfiguration(m_pin.configuration());
    request.setRawHeader("Authorization", "Bearer " + (call.bearer.isEmpty() ? m_token : call.bearer));
    if (!call.session.isEmpty())
        request.setRawHeader("X-Operator-Session", call.session);
    request.setRawHeader("Accept", "application/json");
    request.setTransferTimeout(call.timeoutMs);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    if (call.method != "GET") {
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          call.fileType.isEmpty() ? QByteArray("application/json") : call.fileType);
        request.setRawHeader("Connection", "close"); // a kept-alive connection that dies would send it twice
    }
    return request;
}

QFuture<Result<ServerHttp::Answer>> ServerHttp::send(const Call &call)
{
    const QByteArray bytes = call.method == "GET"       ? QByteArray()
                             : !call.fileType.isEmpty() ? call.file
                                                        : QJsonDocument(call.body).toJson(QJsonDocument::Compact);
    auto *reply = m_manager.sendCustomRequest(requestOf(call), call.method, bytes);
    reply->setReadBufferSize(call.maxBytes + 1);
    if (!call.name.isEmpty())
        m_named.insert(call.name, reply);
    auto promise = std::make_shared<QPromise<Result<Answer>>>();
    promise->start();
    connect(reply, &QNetworkReply::readyRead, this, [reply, most = call.maxBytes] {
        if (reply->bytesAvailable() > most)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, promise, name = call.name, session = call.session] {
        m_named.remove(name, reply);
        const auto answer = answerOf(*reply);
        if (answer && refusesSession(*answer))
            emit sessionRefused(session);
        promise->addResult(answer);
        promise->finish();
    });
    return promise->future();
}

void ServerHttp::stop(const QString &name)
{
    for (const auto &reply : m_named.values(name)) {
        if (reply)
            reply->abort();
    }
}

Result<ServerHttp::Answer> ServerHttp::answerOf(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A status that says "refused" is an answer; an error below the HTTP errors means that no whole answer came.
    const bool broken = reply.error() != QNetworkReply::NoError && reply.error() < QNetworkReply::ContentAccessDenied;
    if (reply.error() == QNetworkReply::ConnectionRefusedError || reply.error() == QNetworkReply::HostNotFoundError
        || reply.error() == QNetworkReply::SslHandshakeFailedError) // nothing of ours has been sent
        return Error{ErrorCode::ProviderUnavailable, QStringLiteral("SERVER_GONE")};
    if (status == 0 || broken)
        return Error{ErrorCode::Unknown, QStringLiteral("NO_ANSWER")};
    return Answer{status, reply.readAll()};
}
