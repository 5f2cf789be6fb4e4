// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/OfficialAccountToken.h"

#include <QJsonObject>

/// What the shop's Official Account can be asked to do (reference 11.3). A call whose access token WeChat no longer
/// takes is made once more with a new one; nothing else is repeated.
class OfficialAccountClient : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxInFlight = 64;
    static constexpr std::chrono::milliseconds timeout{3000}; ///< of one exchange
    static constexpr std::chrono::seconds longestLife{2'592'000};
    static constexpr qsizetype maxTextBytes = 2048;

    /// transport and clock must outlive this.
    OfficialAccountClient(const OfficialAccountToken::Account &account, HttpTransport &transport, Clock &clock,
                          QObject *parent = nullptr);

    /// A parametric QR that lives so long: what is to be drawn. InvalidInput: a scene that is not 1 to 64 characters,
    /// or another life than 1 s to longestLife; Busy: maxInFlight; else the errors of OfficialAccountReply.
    QFuture<Result<QString>> createQr(const QString &scene, std::chrono::seconds life);
    /// A message to somebody who had to do with the account of late. InvalidInput: empty, or more than maxTextBytes.
    QFuture<Result<void>> sendText(const QString &openid, const QString &text);

private:
    QFuture<Result<QJsonObject>> post(const QByteArray &path, const QJsonObject &body);
    QFuture<Result<QJsonObject>> attempt(const QByteArray &path, const QByteArray &body, bool mayRenew);
    QFuture<Result<HttpAnswer>> send(const QByteArray &path, const QByteArray &token, const QByteArray &body);

    QUrl m_base;
    HttpTransport &m_transport;
    OfficialAccountToken m_token;
    int m_inFlight = 0;
};
