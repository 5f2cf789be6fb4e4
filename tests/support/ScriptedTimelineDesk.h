// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/TimelineDesk.h"

#include <QPromise>
#include <QtGlobal>
#include <memory>

/// The flight recorder's server as a test wants it.
class ScriptedTimelineDesk final : public TimelineDesk
{
public:
    struct Sent
    {
        OutTradeNo number;
        QList<OrderMark> marks;

        QStringList names() const
        {
            QStringList names;
            for (const OrderMark &mark : marks)
                names << mark.what;
            return names;
        }
    };

    QFuture<Result<void>> send(const OutTradeNo &number, const QList<OrderMark> &marks) override
    {
        sent.append({number, marks});
        return begun(m_send);
    }
    QFuture<Result<QJsonObject>> timeline(const OutTradeNo &number) override
    {
        asked.append(number.text());
        return begun(m_timeline);
    }
    /// To the call that is open.
    void answer(const Result<void> &result) { finish(m_send, result); }
    void answerTimeline(const Result<QJsonObject> &result) { finish(m_timeline, result); }

    QList<Sent> sent;
    QStringList asked;

private:
    template <class T> using Promise = std::shared_ptr<QPromise<Result<T>>>;

    template <class T> static QFuture<Result<T>> begun(Promise<T> &promise)
    {
        promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        return promise->future();
    }
    template <class T> static void finish(Promise<T> &open, const Result<T> &result)
    {
        if (!open)
            qFatal("nothing is open");
        const auto promise = std::exchange(open, nullptr);
        promise->addResult(result);
        promise->finish();
    }

    Promise<void> m_send;
    Promise<QJsonObject> m_timeline;
};
