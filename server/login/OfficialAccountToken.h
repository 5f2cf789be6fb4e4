// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpTransport.h"

#include <QObject>
#include <QPromise>
#include <deque>
#include <memory>

class Clock;

/// The access token WeChat gives for the account's secret: fetched when it is needed, kept until shortly before its
/// end, and fetched once however many ask meanwhile.
class OfficialAccountToken : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxWaiting = 256;
    static constexpr std::chrono::milliseconds timeout{3000};
    static constexpr std::chrono::seconds spare{300}; ///< before its end, or half of a shorter life

    struct Account
    {
        QString appid;
        QByteArray appSecret; ///< a secret
        QUrl apiBase; ///< scheme, host and port
    };

    /// transport and clock must outlive this.
    OfficialAccountToken(const Account &account, HttpTransport &transport, Clock &clock, QObject *parent = nullptr);

    /// A secret. Errors as OfficialAccountReply; Busy when maxWaiting wait already.
    QFuture<Result<QByteArray>> get();
    /// WeChat no longer takes this one; the next who asks gets another.
    void drop(const QByteArray &token);

private:
    void fetch();
    Result<QByteArray> keep(const Result<HttpAnswer> &answer);
    void tellAll(const Result<QByteArray> &token);

    Account m_account;
    HttpTransport &m_transport;
    Clock &m_clock;
    QByteArray m_token; ///< empty: none
    qint64 m_goodUntilMs = 0; ///< Clock::steadyMs
    std::deque<std::shared_ptr<QPromise<Result<QByteArray>>>> m_waiting;
};
