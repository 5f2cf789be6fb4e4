// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/AccountApi.h"

#include "server/crypto/ConstantTime.h"
#include "server/domain/Json.h"
#include "server/simulator/AccountBooks.h"
#include "server/simulator/SimulatorKeys.h"

#include <QRegularExpression>

namespace {

HttpReply fault(int errcode, const char *errmsg)
{
    return HttpReply::json(200, {{"errcode", errcode}, {"errmsg", QString::fromLatin1(errmsg)}});
}

QString parameter(const HttpRequest &request, const char *name)
{
    return request.query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

/// The object posted, or the fault to answer.
std::optional<HttpReply> bodyFault(const HttpRequest &request, QJsonObject &body)
{
    if (request.body.isEmpty())
        return fault(44002, "empty post data");
    const auto json = Json::parseObject(request.body);
    if (!json)
        return fault(47001, "data format error");
    body = *json;
    return {};
}

bool isNumber(const QJsonValue &value, qint64 most)
{
    const qint64 number = value.toInteger(0);
    return number >= 1 && number <= most;
}

/// The scene of that kind; none where it does not fit.
std::optional<QString> sceneIn(const QJsonObject &body)
{
    constexpr qint64 maxSceneId = 4'294'967'295;
    constexpr qint64 maxPermanentId = 100'000;
    const QString action = body[QLatin1String("action_name")].toString();
    const QJsonObject scene = body[QLatin1String("action_info")].toObject()[QLatin1String("scene")].toObject();
    const QJsonValue id = scene[QLatin1String("scene_id")];
    if ((action == QLatin1String("QR_SCENE") && isNumber(id, maxSceneId))
        || (action == QLatin1String("QR_LIMIT_SCENE") && isNumber(id, maxPermanentId)))
        return QString::number(id.toInteger());
    const QString text = scene[QLatin1String("scene_str")].toString();
    if ((action == QLatin1String("QR_STR_SCENE") || action == QLatin1String("QR_LIMIT_STR_SCENE")) && !text.isEmpty()
        && text.size() <= 64)
        return text;
    return {};
}

} // namespace

HttpReply AccountApi::token(const HttpRequest &request)
{
    if (parameter(request, "grant_type") != QLatin1String("client_credential"))
        return fault(40002, "invalid grant_type");
    if (parameter(request, "appid").isEmpty())
        return fault(41002, "appid missing");
    if (parameter(request, "secret").isEmpty())
        return fault(41004, "appsecret missing");
    if (parameter(request, "appid") != m_keys.appid())
        return fault(40013, "invalid appid");
    if (!equalInConstantTime(parameter(request, "secret").toUtf8(), m_keys.accountSecret()))
        return fault(40125, "invalid appsecret");
    return HttpReply::json(
        200, {{"access_token", m_books.newToken()}, {"expires_in", qint64(AccountBooks::tokenLife.count())}});
}

std::optional<HttpReply> AccountApi::tokenFault(const HttpRequest &request) const
{
    const QString token = parameter(request, "access_token");
    if (token.isEmpty())
        return fault(41001, "access_token missing");
    switch (m_books.stateOf(token)) {
    case AccountBooks::TokenState::Good:
        return {};
    case AccountBooks::TokenState::Expired:
        return fault(42001, "access_token expired");
    case AccountBooks::TokenState::Unknown:
        break;
    }
    return fault(40001, "invalid credential, access_token is invalid or not latest");
}

HttpReply AccountApi::createQr(const HttpRequest &request)
{
    if (const auto refusal = tokenFault(request))
        return *refusal;
    QJsonObject body;
    if (const auto refusal = bodyFault(request, body))
        return *refusal;
    const auto scene = sceneIn(body);
    if (!scene)
        return fault(40097, "invalid args");
    if (body.value(QLatin1String("action_name")).toString().startsWith(QLatin1String("QR_LIMIT_"))) {
        const auto &made = m_books.newTicket(*scene, {});
        return HttpReply::json(200, {{"ticket", made.ticket}, {"url", made.url}});
    }
    const QJsonValue life = body.value(QLatin1String("expire_seconds"));
    if (!life.isUndefined() && !isNumber(life, longestLifeS))
        return fault(40097, "invalid args");
    const qint64 lifeS = life.toInteger(defaultLifeS);
    const auto &made = m_books.newTicket(*scene, std::chrono::seconds(lifeS));
    return HttpReply::json(200, {{"ticket", made.ticket}, {"expire_seconds", lifeS}, {"url", made.url}});
}

HttpReply AccountApi::sendMessage(const HttpRequest &request)
{
    static const QRegularExpression openid(QStringLiteral("\\A[0-9A-Za-z_-]{1,64}\\z"));
    if (const auto refusal = tokenFault(request))
        return *refusal;
    QJsonObject body;
    if (const auto refusal = bodyFault(request, body))
        return *refusal;
    const QString to = body.value(QLatin1String("touser")).toString();
    const QString text = body.value(QLatin1String("text")).toObject().value(QLatin1String("content")).toString();
    if (!openid.match(to).hasMatch())
        return fault(40003, "invalid openid");
    if (body.value(QLatin1String("msgtype")).toString() != QLatin1String("text"))
        return fault(40008, "invalid message type");
    if (text.isEmpty())
        return fault(44004, "empty content");
    if (text.toUtf8().size() > maxContentBytes)
        return fault(45002, "content size out of limit");
    if (!m_books.mayWriteTo(to))
        return fault(45015, "response out of time limit or subscription is canceled");
    m_books.write(to, text);
    return fault(0, "ok");
}
