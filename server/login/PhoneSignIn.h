// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/LoginTickets.h"
#include "server/login/Sessions.h"

class PhoneStore;

/// Signing in with a phone: a ticket's way through the books. The phone's own answers, confirm and cancel, need no
/// book and are LoginTickets' alone.
class PhoneSignIn : public QObject
{
    Q_OBJECT
public:
    PhoneSignIn(LoginTickets &tickets, PhoneStore &phones, SessionStore &store, Sessions &sessions, Clock &clock);

    /// As LoginTickets::scan, with the person the phone is bound to.
    QFuture<Result<LoginTicket>> scanned(const QString &key, const PhoneId &phone);
    /// The Official Account says that somebody's WeChat scanned the QR of that scene. NotFound: the scene is no
    /// ticket's.
    QFuture<Result<LoginTicket>> scannedByWeChat(const QString &scene, const QString &openid);
    /// The phone that scanned is that person's from now on. NotFound: no such ticket. Conflict: no phone has scanned
    /// it, or it is over. InvalidInput: no such person. Forbidden: their role is higher than the binder's.
    QFuture<Result<LoginTicket>> bind(const QString &key, const QString &person, const Operator &by);
    /// The session of a confirmed ticket, for the first who asks; none for whoever asks later. When it could not be
    /// opened nothing is lost: the ticket can be redeemed again. Forbidden: the phone is that person's no more.
    QFuture<Result<std::optional<SignedIn>>> redeem(const QString &key);

private:
    LoginTickets &m_tickets;
    PhoneStore &m_phones;
    SessionStore &m_store;
    Sessions &m_sessions;
    Clock &m_clock;
};
