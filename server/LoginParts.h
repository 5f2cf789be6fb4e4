// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/LoginSeals.h"
#include "server/login/LoginTickets.h"
#include "server/login/People.h"
#include "server/login/PhoneSignIn.h"
#include "server/login/PinHasher.h"
#include "server/login/PinSignIn.h"
#include "server/login/PracticePeople.h"
#include "server/routes/LoginPages.h"
#include "server/routes/Operators.h"
#include "server/routes/TicketPoll.h"
#include "server/routes/TicketRoutes.h"
#include "server/runtime/WorkPool.h"
#include "server/store/PhoneStore.h"

#include <QUrl>

class Database;
class HttpListener;

/// Everything that people and their phones sign in with, as Server owns it.
class LoginParts
{
public:
    struct Settings
    {
        QString shopId;
        bool training = false; ///< the terminal is an owner, and where there is nobody, practice people are made
        QString phoneAddress; ///< "http://192.0.2.7:8081"; empty: phones cannot reach us safely
        Scrypt::Cost pinCost = {};
    };

    LoginParts(Database &database, Clock &clock, Random &random, const Settings &settings);
    /// Waits for the hashing.
    ~LoginParts();
    LoginParts(const LoginParts &) = delete;
    LoginParts &operator=(const LoginParts &) = delete;

    const Operators &operators() const { return m_operators; }
    /// What an Official Account may put into the QR instead of the page's address. Before the routes are added.
    void setQrFor(TicketRoutes::QrFor qrFor) { m_qrFor = std::move(qrFor); }
    /// The address of a ticket's page.
    QString pageOf(const LoginTicket &ticket) const;
    /// The same for the WeChat that scanned the ticket by the Official Account's QR; who opens it acts as that WeChat.
    QUrl linkFor(const LoginTicket &ticket) const;
    PhoneSignIn &phoneSignIn() { return m_phoneSignIn; }

    void addRoutes(HttpListener &http, const RequestGuard &guard, Watchers &watchers, LongPoll &polls);
    void addPhoneRoutes(HttpListener &phone) { m_pages.addTo(phone); }

private:
    Settings m_settings;
    Clock &m_clock;
    PeopleStore m_peopleStore;
    PhoneStore m_phoneStore;
    SessionStore m_sessionStore;
    std::unique_ptr<WorkPool> m_pool; ///< for what takes long by intention; away from everything else
    PinHasher m_hasher;
    People m_people;
    Sessions m_sessions;
    Operators m_operators;
    LoginSeals m_seals;
    LoginTickets m_tickets;
    PinSignIn m_pinSignIn;
    PhoneSignIn m_phoneSignIn;
    LoginPages m_pages;
    PracticePeople m_practice;
    TicketRoutes::QrFor m_qrFor;
    std::unique_ptr<TicketPoll> m_poll;
};
