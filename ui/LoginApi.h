// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/LoginDesk.h"
#include "ui/ServerHttp.h"

/// The JSON API's people, sessions and tickets for one terminal. On connections of its own: a poll that waits keeps no
/// order waiting.
class LoginApi final : public LoginDesk
{
    Q_OBJECT
public:
    static constexpr int pollSeconds = 25; ///< how long the server lets a poll wait
    static constexpr int pollTimeoutMs = 32'000; ///< a little more than that
    static constexpr qsizetype mostPeople = 500;

    LoginApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent = nullptr);

    QFuture<Result<People>> people() override;
    QFuture<Result<PinAnswer>> signIn(const QString &person, const QString &pin) override;
    void signOut(const QByteArray &session) override;
    QFuture<Result<Ticket>> openTicket(const QString &shop, const QString &till) override;
    QFuture<Result<std::optional<TicketNews>>> news(const Ticket &ticket, TicketState after) override;
    void stopWaiting(const Ticket &ticket) override { m_http.stop(ticket.key); }
    QFuture<Result<TicketNews>> bind(const Ticket &ticket, const QString &person, const QByteArray &manager) override;

private:
    ServerHttp m_http;
};
