// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/HistoryDesk.h"
#include "ui/ServerHttp.h"

/// The JSON API's orders, to be looked up, for one terminal, in the name of who is signed in there. On connections of
/// its own: an export keeps no sale waiting.
class HistoryApi final : public HistoryDesk
{
    Q_OBJECT
public:
    HistoryApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent = nullptr);

    /// Goes with every call from now on; empty: the terminal asks for itself.
    void useSession(const QByteArray &session) { m_session = session; }

    QFuture<Result<Page>> orders(const OrderSearch &search, int limit, const QString &cursor) override;
    QFuture<Result<Order>> order(const OutTradeNo &number) override;
    QFuture<Result<QJsonObject>> timeline(const OutTradeNo &number) override;
    QFuture<Result<Check>> check(const QString &number, const QString &meant) override;

signals:
    /// The server takes no call with this session any more (empty: none without one).
    void sessionRefused(const QByteArray &session);

private:
    QFuture<Result<ServerHttp::Answer>> get(const QString &path, const QUrlQuery &query = {});

    ServerHttp m_http;
    QByteArray m_session;
};
