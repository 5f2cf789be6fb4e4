// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/LoginTickets.h"
#include "server/routes/LoginPageTexts.h"
#include "server/web/HtmlPage.h"

class HttpListener;
class LoginSeals;
class PhoneSignIn;

/// The phone's side of a ticket, /m/login/{key} (server/http/API.md, "Scan to log in"). GET shows and changes nothing,
/// so that a preview scans nothing; POST …/scan, …/confirm and …/cancel need the form of a page that was shown to that
/// phone, and lead back to it. Works without any script. A cookie tells one phone from another; who comes by the link
/// of the Official Account (`via`) is the WeChat that scanned.
class LoginPages : public QObject
{
    Q_OBJECT
public:
    LoginPages(LoginTickets &tickets, PhoneSignIn &signIn, const LoginSeals &seals, Clock &clock, Random &random,
               bool training, bool secure);

    /// On the listener for phones. This must outlive it.
    void addTo(HttpListener &phone);

    HttpReply show(const HttpRequest &request);
    QFuture<HttpReply> scan(const HttpRequest &request);
    QFuture<HttpReply> confirm(const HttpRequest &request);
    QFuture<HttpReply> cancel(const HttpRequest &request);

private:
    /// The phone a request comes from, and how it showed that.
    struct Visitor
    {
        PhoneId phone;
        QByteArray device; ///< its cookie's secret; empty: it came by the link
        QByteArray via;
    };
    /// A form of ours, by that phone.
    using Act = std::function<QFuture<HttpReply>(const Visitor &, const QUrlQuery &form)>;

    std::optional<Visitor> visitor(const HttpRequest &request, const LoginTicket &ticket) const;
    Visitor newVisitor();
    QFuture<HttpReply> act(const HttpRequest &request, const Act &act);
    QFuture<HttpReply> led(const HttpRequest &request, const Visitor &visitor, const Result<LoginTicket> &ticket) const;
    HttpReply page(const LoginTicket &ticket, const Visitor &visitor, const LoginPageTexts &texts) const;
    HttpReply step(const HtmlPage &page, const LoginTicket &ticket, const Visitor &visitor,
                   const LoginPageTexts &texts) const;
    HttpReply result(LoginResult result, const LoginPageTexts &texts) const;
    QString badgeRow(const LoginPageTexts &texts) const;

    LoginTickets &m_tickets;
    PhoneSignIn &m_signIn;
    const LoginSeals &m_seals;
    Clock &m_clock;
    Random &m_random;
    bool m_training;
    bool m_secure; ///< phones come over TLS; their cookie goes over nothing else
    HtmlPage m_scanPage;
    HtmlPage m_confirmPage;
    HtmlPage m_strangerPage;
    HtmlPage m_resultPage;
};
