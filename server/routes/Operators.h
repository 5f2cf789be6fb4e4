// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"
#include "server/http/HttpMessage.h"

#include <functional>

class People;
class Sessions;

/// Who asks (server/http/API.md, "People and sessions"): the person whose session the request names, or the terminal
/// itself, which has an owner's rights in training and while there are no people, and none otherwise. The terminal's
/// token has been looked at before.
class Operators
{
public:
    /// Whoever stands for nobody in person where an operator is named, and the server's own terminal.
    static QString terminal() { return QStringLiteral("terminal-1"); }

    Operators(Sessions &sessions, People &people, bool training);

    using Then = std::function<QFuture<HttpReply>(const Operator &)>;
    /// Goes on with whoever asks; the terminal without rights is a cashier here. 401 SESSION_INVALID for a session
    /// that is not one.
    QFuture<HttpReply> whoever(const HttpRequest &request, const Then &then) const;
    /// Goes on for somebody with that role or a higher one only; otherwise what refusal() says.
    QFuture<HttpReply> atLeast(Role role, const HttpRequest &request, const Then &then) const;

    /// For somebody who may not: 403 OPERATOR_NEEDED for the terminal itself, ROLE_TOO_LOW for a person.
    static HttpReply refusal(const Operator &who);
    static HttpReply sessionInvalid();

private:
    QFuture<Result<Operator>> whoAsks(const HttpRequest &request) const;

    Sessions &m_sessions;
    People &m_people;
    bool m_training;
};
