// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/MoneyDesk.h"
#include "ui/ServerHttp.h"

/// The JSON API's refunds and cases for one terminal, in the name of who is signed in there. On connections of its
/// own: a refund that waits for WeChat keeps no order waiting.
class MoneyApi final : public MoneyDesk
{
    Q_OBJECT
public:
    static constexpr int searched = 100; ///< orders looked through for paid ones
    static constexpr qsizetype mostRows = 500; ///< of an answer; more is unreadable

    MoneyApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent = nullptr);

    /// Goes with every call that brings no session of its own; empty: the terminal asks for itself.
    void useSession(const QByteArray &session) { m_session = session; }

    QFuture<Result<QList<Order>>> paidOrders(const QString &tail) override;
    QFuture<Result<QList<Refund>>> refundsOf(const OutTradeNo &order) override;
    QFuture<Result<Refund>> refund(const RefundCall &call, const QByteArray &session) override;
    QFuture<Result<Refund>> refund(const OutRefundNo &number) override;
    QFuture<Result<QList<PaymentCase>>> cases() override;
    QFuture<Result<PaymentCase>> decide(qint64 id, Move move, const QString &reason,
                                        const QByteArray &session) override;

signals:
    /// The server takes no call with the session of who is signed in any more (empty: none without one).
    void sessionRefused(const QByteArray &session);

private:
    QFuture<Result<ServerHttp::Answer>> get(const QString &path, const QUrlQuery &query = {});
    QFuture<Result<ServerHttp::Answer>> post(const QString &path, const QJsonObject &body, const QByteArray &session);

    ServerHttp m_http;
    QByteArray m_session;
};
