// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpTransport.h"

#include <QPromise>
#include <deque>

/// A network whose answers a test hands out by itself.
class ScriptedTransport final : public HttpTransport
{
public:
    using Answerer = std::function<Result<HttpAnswer>(const HttpCall &)>;

    QFuture<Result<HttpAnswer>> send(const HttpCall &call) override
    {
        calls.append(call);
        if (!m_answers.empty()) {
            auto answer = std::move(m_answers.front());
            m_answers.pop_front();
            return ready(answer(call));
        }
        if (otherwise)
            return ready(otherwise(call));
        return ready(Result<HttpAnswer>(Error{ErrorCode::Unknown, QStringLiteral("nothing scripted")}));
    }

    /// The next call gets this answer.
    void next(Answerer answer) { m_answers.push_back(std::move(answer)); }

    QList<HttpCall> calls;
    Answerer otherwise;

private:
    std::deque<Answerer> m_answers;
};
