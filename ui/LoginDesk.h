// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/LoginTicket.h"

#include <QObject>

/// The server as the lock page sees it (api.md, "People and sessions", "Scan to log in"). LoginApi is the real one;
/// tests script their own. Errors as PaymentDesk's: their message begins with the server's code.
class LoginDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    struct People
    {
        QList<Person> people; ///< who have not left, by name
        QString practicePin; ///< training, where everybody has the same; else empty
    };
    struct Session
    {
        QByteArray token; ///< a secret
        Person person;
    };
    /// What the till holds of one try to sign in with a phone.
    struct Ticket
    {
        QString key;
        QString qr; ///< the address a phone opens
        QByteArray pollSecret; ///< a secret
        int number = 0; ///< to be picked on the phone
    };
    struct TicketNews
    {
        TicketState state = TicketState::Created;
        std::optional<Person> person; ///< from Scanned on; none: a strange phone
        QByteArray sessionToken; ///< of Confirmed, once; a secret
    };
    struct PinAnswer
    {
        enum class Kind { SignedIn, Wrong, Blocked };
        Kind kind = Kind::Wrong;
        Session session = {};
        int triesLeft = -1; ///< -1: not said
        int retryAfterS = 0;
    };

    virtual QFuture<Result<People>> people() = 0;
    virtual QFuture<Result<PinAnswer>> signIn(const QString &person, const QString &pin) = 0;
    /// Best effort: asked once, and nothing waits for it.
    virtual void signOut(const QByteArray &session) = 0;
    /// shop and till: what the phone is told. ProviderUnavailable with PHONE_LOGIN_OFF: phones cannot reach the server.
    virtual QFuture<Result<Ticket>> openTicket(const QString &shop, const QString &till) = 0;
    /// Waits until the state is another one than `after`; nothing when the server's time for that is up. NotFound: the
    /// server does not know it any more.
    virtual QFuture<Result<std::optional<TicketNews>>> news(const Ticket &ticket, TicketState after) = 0;
    /// Nobody wants news of it any more: what waits ends with Unknown.
    virtual void stopWaiting(const Ticket &ticket) = 0;
    /// The strange phone that scanned it is that person's from now on. Forbidden: beyond that manager's rights.
    virtual QFuture<Result<TicketNews>> bind(const Ticket &ticket, const QString &person,
                                             const QByteArray &manager) = 0;
};
