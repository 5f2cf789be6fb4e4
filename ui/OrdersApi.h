// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/NewSale.h"
#include "ui/ServerHttp.h"

/// The JSON API's orders (api.md, "Orders") for one terminal, in the name of who is signed in there.
class OrdersApi final : public QObject
{
    Q_OBJECT
public:
    static constexpr int timeoutMs = ServerHttp::timeoutMs;

    OrdersApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent = nullptr);

    /// Goes with every call from now on; empty: the terminal asks for itself.
    void useSession(const QByteArray &session) { m_session = session; }

    /// Errors: Unknown when no whole answer came, ProviderUnavailable when the server cannot be reached, and what the
    /// answer's status says; the message begins with the server's code.
    QFuture<Result<Order>> place(const NewSale &sale);
    QFuture<Result<Order>> order(const OutTradeNo &number);
    QFuture<Result<Order>> query(const OutTradeNo &number);
    /// An order that is paid comes as such, not as an error.
    QFuture<Result<Order>> close(const OutTradeNo &number);
    QFuture<Result<void>> mockPay(const OutTradeNo &number);
    /// How many payments wait for a person's decision (api.md, "cases").
    QFuture<Result<int>> openCases();

signals:
    /// The server takes no call with this session any more (empty: none without one).
    void sessionRefused(const QByteArray &session);

private:
    QFuture<Result<ServerHttp::Answer>> send(const QByteArray &method, const QString &path, const QUrlQuery &query = {},
                                             const QJsonObject &body = {});
    static QString pathOf(const OutTradeNo &number, const QString &action = {});
    static Result<Order> orderOf(const Result<ServerHttp::Answer> &answer);

    ServerHttp m_http;
    QByteArray m_session;
};
