// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/LoginTicket.h"
#include "server/http/HttpMessage.h"

#include <QHash>
#include <QPointer>
#include <chrono>
#include <memory>

class Clock;
class LoginTickets;
class LongPoll;
class PhoneSignIn;
class Watchers;

/// GET /api/v1/login/tickets/{key}: a till waits for the next state of its ticket, and is handed the session once. Of
/// several waits for one ticket only the newest goes on; an older one's client has most likely gone.
class TicketPoll : public QObject
{
    Q_OBJECT
public:
    TicketPoll(LoginTickets &tickets, PhoneSignIn &phones, Watchers &watchers, LongPoll &longPoll, Clock &clock);

    QFuture<HttpReply> answer(const HttpRequest &request);

private:
    struct Asking
    {
        QString key;
        std::optional<TicketState> after; ///< none: at once
        std::chrono::seconds timeout{25};
        qint64 untilMs = 0; ///< steady
        std::shared_ptr<bool> isOld = std::make_shared<bool>(false); ///< a newer one waits
        QPointer<QObject> connection;
        QHostAddress peer;
    };

    static Result<Asking> read(const HttpRequest &request);
    QFuture<HttpReply> next(const Asking &asking);
    QFuture<HttpReply> tell(const LoginTicket &ticket);
    void ticketChanged(const QString &key);

    LoginTickets &m_tickets;
    PhoneSignIn &m_phones;
    Watchers &m_watchers;
    LongPoll &m_longPoll;
    Clock &m_clock;
    QHash<QString, std::shared_ptr<bool>> m_newest; ///< of tickets that are not over: their newest wait's isOld
};
