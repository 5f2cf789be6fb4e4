// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/NetworkTransport.h"

#include "server/net/OneTimeBody.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPromise>

namespace {

Error errorOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProtocolUnknownError:
        return {ErrorCode::ProviderUnavailable, QStringLiteral("could not be reached (%1)").arg(int(error))};
    default:
        return {ErrorCode::Unknown, QStringLiteral("no whole answer came (%1)").arg(int(error))};
    }
}

} // namespace

NetworkTransport::NetworkTransport(QObject *parent) : QObject(parent), m_manager(this)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setAutoDeleteReplies(true);
}

QFuture<Result<HttpAnswer>> NetworkTransport::send(const HttpCall &call)
{
    QNetworkRequest request(call.url);
    for (const auto &[name, value] : call.headers.fields())
        request.setRawHeader(name, value);
    request.setTransferTimeout(int(call.timeout.count()));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    // What moves money must not be sent twice with one nonce: OneTimeBody keeps QNetworkAccessManager from repeating it
    // behind our back, and a connection of its own from choosing one that is about to die.
    QNetworkReply *reply = nullptr;
    if (call.method == "GET") {
        reply = m_manager.sendCustomRequest(request, call.method);
    } else {
        request.setRawHeader("Connection", "close");
        auto *body = new OneTimeBody(call.body);
        reply = m_manager.sendCustomRequest(request, call.method, body);
        body->setParent(reply);
    }
    auto promise = std::make_shared<QPromise<Result<HttpAnswer>>>();
    promise->start();
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() > maxAnswerBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, promise] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        // A status that says "refused" is an answer, not a failure to get one; an error below the HTTP errors is.
        const bool broken =
            reply->error() != QNetworkReply::NoError && reply->error() < QNetworkReply::ContentAccessDenied;
        if (status == 0 || broken) {
            promise->addResult(Result<HttpAnswer>(errorOf(reply->error())));
        } else {
            HttpAnswer answer{.status = status, .headers = {}, .body = reply->readAll()};
            for (const auto &[name, value] : reply->rawHeaderPairs())
                answer.headers.add(name, value);
            promise->addResult(Result<HttpAnswer>(std::move(answer)));
        }
        promise->finish();
    });
    return promise->future();
}
