// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/OrdersApi.h"

#include "server/domain/Json.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>
#include <QPromise>
#include <QUrlQuery>

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
ErrorCode codeOf(int status, const QString &name)
{
    if (name == QLatin1String("ORDER_PAID") || name == QLatin1String("ORDERPAID"))
        return ErrorCode::OrderPaid;
    if (name == QLatin1String("ORDER_CLOSED") || name == QLatin1String("ORDERCLOSED"))
        return ErrorCode::OrderClosed;
    if (name == QLatin1String("PROVIDER_REFUSED"))
        return ErrorCode::ProviderRefused;
    if (name == QLatin1String("SIGN_ERROR"))
        return ErrorCode::Unverified; // WeChat's signature, not our token
    return codeOfStatus(status);
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

} // namespace

OrdersApi::OrdersApi(const QUrl &server, const QByteArray &terminalToken, QObject *parent)
    : QObject(parent), m_server(server), m_authorization("Bearer " + terminalToken)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setAutoDeleteReplies(true);
    if (isLoopback(server))
        m_manager.setProxy(QNetworkProxy::NoProxy);
}

// The context of each .then is the application: Qt 6.4 asserts that it lives when the answer comes, and we may not.

QFuture<Result<Order>> OrdersApi::place(const OutTradeNo &number, const QString &sale, Money amount,
                                        const QString &description)
{
    QUrl url = m_server;
    url.setPath(m_server.path() + QStringLiteral("/api/v1/orders"));
    const QJsonObject body{
        {"out_trade_no", number.text()}, {"sale", sale}, {"amount", amount.fen()}, {"description", description}};
    return send("POST", url, body).then(qApp, &OrdersApi::orderOf);
}

QFuture<Result<Order>> OrdersApi::order(const OutTradeNo &number)
{
    return send("GET", orderUrl(number), {}).then(qApp, &OrdersApi::orderOf);
}

QFuture<Result<Order>> OrdersApi::query(const OutTradeNo &number)
{
    return send("POST", orderUrl(number, QStringLiteral("/query")), {}).then(qApp, &OrdersApi::orderOf);
}

QFuture<Result<Order>> OrdersApi::close(const OutTradeNo &number)
{
    auto closed = send("POST", orderUrl(number, QStringLiteral("/close")), {});
    return closed
        .then(qApp,
              [api = QPointer(this), number](const Result<Answer> &answer) {
                  const auto order = orderOf(answer);
                  const bool wasHeard =
                      answer && (answer->status == 200 || answer->status == 202 || answer->status == 409);
                  if (order || !wasHeard || !api)
                      return ready(Result<Order>(order));
                  return api->order(number); // the answer says how it went but did not bring the order along
              })
        .unwrap();
}

QFuture<Result<void>> OrdersApi::mockPay(const OutTradeNo &number)
{
    QUrl url = m_server;
    url.setPath(m_server.path() + QStringLiteral("/index/notice"));
    url.setQuery(QStringLiteral("outTradeNo=") + encoded(number.text()));
    return send("GET", url, {}).then(qApp, [](const Result<Answer> &answer) -> Result<void> {
        if (!answer)
            return answer.error();
        if (answer->status != 200)
            return Error{codeOfStatus(answer->status), QStringLiteral("HTTP_%1").arg(answer->status)};
        return {};
    });
}

QFuture<Result<int>> OrdersApi::openCases()
{
    QUrl url = m_server;
    url.setPath(m_server.path() + QStringLiteral("/api/v1/cases"));
    url.setQuery(QStringLiteral("state=open"));
    return send("GET", url, {}).then(qApp, [](const Result<Answer> &answer) -> Result<int> {
        if (!answer)
            return answer.error();
        const auto json = Json::parseObject(answer->body);
        if (answer->status != 200 || !json || !(*json)["cases"].isArray())
            return Error{codeOfStatus(answer->status), QStringLiteral("HTTP_%1").arg(answer->status)};
        return int((*json)["cases"].toArray().size());
    });
}

QUrl OrdersApi::orderUrl(const OutTradeNo &number, const QString &action) const
{
    QUrl url = m_server;
    url.setPath(m_server.path() + QStringLiteral("/api/v1/orders/") + encoded(number.text()) + action,
                QUrl::TolerantMode);
    return url;
}

QFuture<Result<OrdersApi::Answer>> OrdersApi::send(const QByteArray &method, const QUrl &url, const QJsonObject &body)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", m_authorization);
    request.setRawHeader("Accept", "application/json");
    request.setTransferTimeout(timeoutMs);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    QByteArray bytes;
    if (method != "GET") {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("Connection", "close"); // a kept-alive connection that dies would send it twice
        bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    auto *reply = m_manager.sendCustomRequest(request, method, bytes);
    reply->setReadBufferSize(maxAnswerBytes + 1);
    auto promise = std::make_shared<QPromise<Result<Answer>>>();
    promise->start();
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() > maxAnswerBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, promise] {
        promise->addResult(answerOf(*reply));
        promise->finish();
    });
    return promise->future();
}

Result<OrdersApi::Answer> OrdersApi::answerOf(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // A status that says "refused" is an answer; an error below the HTTP errors means that no whole answer came.
    const bool broken = reply.error() != QNetworkReply::NoError && reply.error() < QNetworkReply::ContentAccessDenied;
    if (reply.error() == QNetworkReply::ConnectionRefusedError || reply.error() == QNetworkReply::HostNotFoundError)
        return Error{ErrorCode::ProviderUnavailable, QStringLiteral("SERVER_GONE")};
    if (status == 0 || broken)
        return Error{ErrorCode::Unknown, QStringLiteral("NO_ANSWER")};
    return Answer{status, reply.readAll()};
}

Result<Order> OrdersApi::orderOf(const Result<Answer> &answer)
{
    if (!answer)
        return answer.error();
    const auto json = Json::parseObject(answer->body);
    const QJsonObject body = json ? *json : QJsonObject();
    const QString name = body["code"].toString();
    const bool ok = answer->status == 200 || answer->status == 201 || answer->status == 202;
    if (ok || codeOf(answer->status, name) == ErrorCode::OrderPaid) {
        auto order = Json::toOrder(body.contains(QLatin1String("order")) ? body["order"].toObject() : body);
        if (order)
            return order;
        if (ok) // it was done, and we cannot read how: that is not a failure
            return Error{ErrorCode::Unknown, QStringLiteral("UNREADABLE")};
    }
    const QString shown = name.isEmpty() ? QStringLiteral("HTTP_%1").arg(answer->status) : name.left(64);
    return Error{codeOf(answer->status, name), shown + u' ' + body["message"].toString().left(200)};
}
