// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "ui/ServerPlace.h"

#include <QHash>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QUrl>
#include <QUrlQuery>

class QNetworkReply;

/// HTTP to the till's server for one terminal. Tokens go into headers and nowhere else. Nothing is sent twice by
/// itself, no redirect is followed, and every call and answer has a limit.
class ServerHttp final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 maxAnswerBytes = 1024LL * 1024;
    static constexpr int timeoutMs = 6'000; ///< the server answers a new order after 3 s at the latest

    struct Call
    {
        QByteArray method;
        QString path; ///< percent-encoded, from the server's root
        QUrlQuery query = {};
        QJsonObject body = {}; ///< of all but GET
        QByteArray file = {}; ///< in place of the body, where fileType says what it is
        QByteArray fileType = {};
        QByteArray session = {}; ///< who asks; empty: the terminal itself
        QByteArray bearer = {}; ///< in place of the terminal's token
        int timeoutMs = ServerHttp::timeoutMs;
        QString name = {}; ///< for stop(); empty: it is not to be stopped
        qint64 maxBytes = maxAnswerBytes; ///< of the answer
    };
    struct Answer
    {
        int status = 0;
        QByteArray body;

        QJsonObject json() const; ///< empty where the body is no JSON object
        /// What a refusal says: the kind from its status and code, the message beginning with the server's code.
        Error error() const;
    };

    ServerHttp(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent = nullptr);

    /// Any status is an answer. Errors: Unknown when no whole one came, ProviderUnavailable when the server cannot be
    /// reached.
    QFuture<Result<Answer>> send(const Call &call);
    /// Ends the calls of that name with Unknown.
    void stop(const QString &name);

    static QString encoded(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }
    /// Of an answer that does not hold what it should: it may have happened or not.
    static Error unreadable() { return {ErrorCode::Unknown, QStringLiteral("UNREADABLE")}; }

signals:
    /// The server takes no call with this session any more (empty: none without one).
    void sessionRefused(const QByteArray &session);

private:
    QNetworkRequest requestOf(const Call &call) const;
    static Result<Answer> answerOf(QNetworkReply &reply);

    void believe(QNetworkReply *reply) const; ///< its certificate, where it is the one we know

    QUrl m_server;
    CertificatePin m_pin;
    QByteArray m_token;
    QNetworkAccessManager m_manager;
    QMultiHash<QString, QPointer<QNetworkReply>> m_named;
};
