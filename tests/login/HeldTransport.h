// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpTransport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <memory>

/// A network that answers when the test says so.
class HeldTransport final : public HttpTransport
{
public:
    QFuture<Result<HttpAnswer>> send(const HttpCall &call) override
    {
        calls.append(call);
        m_open.append(std::make_shared<QPromise<Result<HttpAnswer>>>());
        m_open.last()->start();
        return m_open.last()->future();
    }
    /// The call of that number, from 0, gets this answer.
    void answer(qsizetype number, const Result<HttpAnswer> &result)
    {
        const auto promise = m_open.at(number);
        promise->addResult(result);
        promise->finish();
    }
    void answer(qsizetype number, const QByteArray &body) { answer(number, HttpAnswer{200, {}, body}); }
    void answer(qsizetype number, const QJsonObject &body)
    {
        answer(number, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    QList<HttpCall> calls;

private:
    QList<std::shared_ptr<QPromise<Result<HttpAnswer>>>> m_open;
};

/// What a future holds that must have ended by now; to wait for it would be to wait for ever.
template <class T> T resultOf(QFuture<T> future)
{
    if (!future.isFinished())
        qFatal("the future has not finished");
    return future.takeResult();
}
