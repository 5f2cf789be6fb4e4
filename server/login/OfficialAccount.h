// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/LoginTicket.h"
#include "server/login/OfficialAccountClient.h"
#include "server/login/OfficialAccountEvents.h"
#include "server/runtime/LineLimit.h"

#include <functional>

/// The shop's Official Account in scan to log in (reference 11.3): its events say who scanned a till's QR, and it sends
/// them the link to the page where they confirm. It can also draw that QR.
class OfficialAccount : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds answerWithin{3000}; ///< WeChat waits for 5 s
    static constexpr int refusalLinesAMinute = 30; ///< in the log
    static constexpr std::chrono::milliseconds qrWithin{3000}; ///< the till waits for its ticket

    struct Settings
    {
        OfficialAccountToken::Account account;
        QByteArray token; ///< the one the events are signed with; a secret
    };
    /// What a ticket's QR holds.
    using QrFor = std::function<QFuture<Result<QString>>(const LoginTicket &)>;
    /// What the account needs of the rest of scan to log in.
    struct Login
    {
        /// Marks the ticket of that key as scanned by that WeChat user. NotFound, Conflict, Forbidden: nothing of ours
        /// to do; any other error: WeChat shall say it again.
        std::function<QFuture<Result<LoginTicket>>(const QString &scene, const QString &openid)> scanned;
        /// The page where the one who scanned confirms.
        std::function<QUrl(const LoginTicket &)> linkFor;
        QrFor pageQr; ///< the QR of that page, for when WeChat does not answer
    };

    /// transport and clock must outlive this.
    OfficialAccount(const Settings &settings, const Login &login, HttpTransport &transport, Clock &clock,
                    QObject *parent = nullptr);

    /// WeChat checks the address. Errors of OfficialAccountEvents::verify.
    Result<void> checkAddress(const OfficialAccountSignature &signature) { return m_events.verify(signature); }
    /// An event. Answers as soon as the ticket is marked, after answerWithin in any case, and only then sends the link.
    /// Errors of OfficialAccountEvents::receive and of Login::scanned.
    QFuture<Result<void>> receive(const OfficialAccountSignature &signature, const QByteArray &body);
    /// The account's parametric QR with the ticket's key as its scene; pageQr's when WeChat is silent or refuses.
    QFuture<Result<QString>> qrFor(const LoginTicket &ticket);

private:
    QFuture<Result<void>> handle(const OfficialAccountEvent &event);
    void sendLink(const LoginTicket &ticket, const QString &openid);

    Login m_login;
    Clock &m_clock;
    OfficialAccountEvents m_events;
    LineLimit m_lines;
    OfficialAccountClient m_client;
};
