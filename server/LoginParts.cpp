// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/LoginParts.h"

#include "server/domain/Random.h"
#include "server/routes/LoginRoutes.h"
#include "server/routes/PeopleRoutes.h"

namespace {

constexpr int hashingThreads = 2;
constexpr int maxWaitingHashes = 32;

} // namespace

LoginParts::LoginParts(Database &database, Clock &clock, Random &random, const Settings &settings)
    : m_settings(settings), m_clock(clock), m_peopleStore(database, settings.shopId),
      m_phoneStore(database, settings.shopId), m_sessionStore(database, settings.shopId),
      m_pool(std::make_unique<WorkPool>(hashingThreads, maxWaitingHashes)), m_hasher(*m_pool, random, settings.pinCost),
      m_people(m_peopleStore, m_hasher, clock, random), m_sessions(m_sessionStore, clock, random),
      m_operators(m_sessions, m_people, settings.training), m_seals(random.bytes(32)), m_tickets(clock, random),
      m_pinSignIn(m_sessionStore, m_sessions, m_hasher, clock),
      m_phoneSignIn(m_tickets, m_phoneStore, m_sessionStore, m_sessions, clock),
      m_pages(m_tickets, m_phoneSignIn, m_seals, clock, random, settings.training,
              settings.phoneAddress.startsWith(QLatin1String("https:"))),
      m_practice(m_peopleStore, m_hasher, clock, random)
{
    if (!settings.phoneAddress.isEmpty())
        m_qrFor = [this](const LoginTicket &ticket) { return ready(Result<QString>(pageOf(ticket))); };
    if (settings.training)
        m_practice.makeWhereNobodyIs();
}

LoginParts::~LoginParts()
{
    m_pool.reset(); // while those are alive who wait for it
}

QString LoginParts::pageOf(const LoginTicket &ticket) const
{
    return m_settings.phoneAddress + QStringLiteral("/m/login/") + ticket.key;
}

QUrl LoginParts::linkFor(const LoginTicket &ticket) const
{
    const auto openid = ticket.phone ? ticket.phone->subject : QString();
    return QUrl(pageOf(ticket) + QStringLiteral("?via=") + QString::fromLatin1(m_seals.via(ticket.key, openid)));
}

void LoginParts::addRoutes(HttpListener &http, const RequestGuard &guard, Watchers &watchers, LongPoll &polls)
{
    m_poll = std::make_unique<TicketPoll>(m_tickets, m_phoneSignIn, watchers, polls, m_clock);
    const auto practicePin = m_settings.training ? PracticePeople::pin() : QString();
    PeopleRoutes{guard, m_operators, m_people, m_phoneStore, practicePin}.addTo(http);
    LoginRoutes{guard, m_pinSignIn, m_sessions}.addTo(http);
    TicketRoutes{guard, m_operators, m_tickets, m_phoneSignIn, *m_poll, m_qrFor}.addTo(http);
}
