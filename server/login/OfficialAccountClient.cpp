// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/OfficialAccountClient.h"

#include "server/login/OfficialAccountEvent.h"
#include "server/login/OfficialAccountReply.h"

#include <QJsonDocument>

namespace {

constexpr qsizetype maxUrlLength = 512;

template <class T> QFuture<Result<T>> refused(const char *why)
{
    return ready(Result<T>(Error{ErrorCode::InvalidInput, QString::fromLatin1(why)}));
}

Result<QString> urlIn(const Result<QJsonObject> &reply)
{
    if (!reply)
        return reply.error();
    const QString url = (*reply)[QLatin1String("url")].toString();
    if (url.isEmpty() || url.size() > maxUrlLength)
        return Error{ErrorCode::Unknown, QStringLiteral("WeChat's Official Account interface: no QR")};
    return url;
}

} // namespace

OfficialAccountClient::OfficialAccountClient(const OfficialAccountToken::Account &account, HttpTransport &transport,
                                             Clock &clock, QObject *parent)
    : QObject(parent), m_base(account.apiBase), m_transport(transport), m_token(account, transport, clock)
{
}

QFuture<Result<QString>> OfficialAccountClient::createQr(const QString &scene, std::chrono::seconds life)
{
    if (scene.isEmpty() || scene.size() > OfficialAccountEvent::maxSceneLength)
        return refused<QString>("a scene has 1 to 64 characters");
    if (life.count() < 1 || life > longestLife)
        return refused<QString>("a parametric QR lives for 1 second to 30 days");
    const QJsonObject body{{"expire_seconds", qint64(life.count())},
                           {"action_name", "QR_STR_SCENE"},
                           {"action_info", QJsonObject{{"scene", QJsonObject{{"scene_str", scene}}}}}};
    return post("/cgi-bin/qrcode/create", body).then(this, &urlIn);
}

QFuture<Result<void>> OfficialAccountClient::sendText(const QString &openid, const QString &text)
{
    if (text.isEmpty() || text.toUtf8().size() > maxTextBytes)
        return refused<void>("a message has 1 to 2048 bytes");
    const QJsonObject body{{"touser", openid}, {"msgtype", "text"}, {"text", QJsonObject{{"content", text}}}};
    return post("/cgi-bin/message/custom/send", body).then(this, [](const Result<QJsonObject> &reply) {
        return reply ? Result<void>() : Result<void>(reply.error());
    });
}

QFuture<Result<QJsonObject>> OfficialAccountClient::post(const QByteArray &path, const QJsonObject &body)
{
    if (m_inFlight >= maxInFlight)
        return ready(Result<QJsonObject>(
            Error{ErrorCode::Busy, QStringLiteral("too many calls to the Official Account are under way")}));
    ++m_inFlight;
    return attempt(path, QJsonDocument(body).toJson(QJsonDocument::Compact), true)
        .then(this, [this](const Result<QJsonObject> &reply) {
            --m_inFlight;
            return reply;
        });
}

QFuture<Result<QJsonObject>> OfficialAccountClient::attempt(const QByteArray &path, const QByteArray &body,
                                                            bool mayRenew)
{
    const auto judge = [this, path, body, mayRenew](const QByteArray &token, const Result<HttpAnswer> &answer) {
        const auto reply = OfficialAccountReply::read(answer);
        if (reply || reply.error().code != ErrorCode::Unauthorized)
            return ready(reply);
        m_token.drop(token);
        return mayRenew ? attempt(path, body, false) : ready(reply);
    };
    return m_token.get()
        .then(this,
              [this, path, body, judge](const Result<QByteArray> &token) {
                  if (!token)
                      return ready(Result<QJsonObject>(token.error()));
                  return send(path, *token, body)
                      .then(this,
                            [judge, token = *token](const Result<HttpAnswer> &answer) { return judge(token, answer); })
                      .unwrap();
              })
        .unwrap();
}

QFuture<Result<HttpAnswer>> OfficialAccountClient::send(const QByteArray &path, const QByteArray &token,
                                                        const QByteArray &body)
{
    const QByteArray target = path + "?access_token=" + token.toPercentEncoding();
    return m_transport.send({.method = "POST",
                             .url = QUrl::fromEncoded(m_base.toEncoded() + target, QUrl::StrictMode),
                             .headers = {{"Accept", "application/json"},
                                         {"Content-Type", "application/json; charset=utf-8"},
                                         {"User-Agent", "ScanTill/" SCANTILL_VERSION}},
                             .body = body,
                             .timeout = timeout});
}
