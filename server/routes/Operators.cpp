// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/Operators.h"

#include "server/login/People.h"
#include "server/login/Sessions.h"
#include "server/routes/Replies.h"

namespace {

Operator terminalWith(Role role)
{
    return {Operators::terminal(), Operators::terminal(), role};
}

/// Whether the terminal stands for itself with no rights: nobody has signed in where somebody should.
bool isNobody(const Operator &who)
{
    return who.id == Operators::terminal() && who.role != Role::Owner;
}

} // namespace

Operators::Operators(Sessions &sessions, People &people, bool training)
    : m_sessions(sessions), m_people(people), m_training(training)
{
}

QFuture<Result<Operator>> Operators::whoAsks(const HttpRequest &request) const
{
    if (request.headers.has("X-Operator-Session")) {
        return m_sessions.find(request.headers.value("X-Operator-Session"))
            .then(&m_sessions, [](const Result<OpenSession> &session) -> Result<Operator> {
                if (!session)
                    return session.error();
                return Operator{session->person.id, session->person.name, session->person.role};
            });
    }
    if (m_training)
        return ready(Result<Operator>(terminalWith(Role::Owner)));
    return m_people.isAnybodyHere().then(&m_people, [](const Result<bool> &anybody) -> Result<Operator> {
        if (!anybody)
            return anybody.error();
        return terminalWith(*anybody ? Role::Cashier : Role::Owner);
    });
}

QFuture<HttpReply> Operators::whoever(const HttpRequest &request, const Then &then) const
{
    return whoAsks(request)
        .then(&m_sessions,
              [then](const Result<Operator> &who) {
                  if (who)
                      return then(*who);
                  const bool noSession = who.error().code == ErrorCode::NotFound;
                  return ready(noSession ? sessionInvalid() : Replies::error(who.error()));
              })
        .unwrap();
}

QFuture<HttpReply> Operators::atLeast(Role role, const HttpRequest &request, const Then &then) const
{
    return whoever(request, [role, then](const Operator &who) {
        return who.role < role || isNobody(who) ? ready(refusal(who)) : then(who);
    });
}

HttpReply Operators::refusal(const Operator &who)
{
    if (isNobody(who))
        return Replies::refusal(403, "OPERATOR_NEEDED", QStringLiteral("somebody must sign in for this"));
    return Replies::refusal(403, "ROLE_TOO_LOW", QStringLiteral("this needs a higher role"));
}

HttpReply Operators::sessionInvalid()
{
    return Replies::refusal(401, "SESSION_INVALID", QStringLiteral("the session is over; sign in again"));
}
