// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/Watchers.h"
#include "tests/support/Orders.h"

#include <QPromise>
#include <memory>

/// What Watchers recalls, answered when the test wants it; and a diary of what a waiter was told.
class ScriptedPast
{
public:
    using Answer = Result<Watchers::Past>;

    Watchers::Recall recall()
    {
        return [this](const OutTradeNo &number, qint64 after) {
            asked << QStringLiteral("%1 after %2").arg(number.text()).arg(after);
            if (!hold)
                return ready(Answer(now));
            held.append(std::make_shared<QPromise<Answer>>());
            held.last()->start();
            return held.last()->future();
        };
    }
    /// Answers the oldest recall that waits.
    void answer(const Answer &answer)
    {
        if (held.isEmpty())
            qFatal("nothing is being recalled");
        const auto promise = held.takeFirst();
        promise->addResult(answer);
        promise->finish();
    }
    void answer() { answer(now); }

    static OrderEvent event(qint64 seq, EventType type = EventType::CodeReady)
    {
        return {.seq = seq, .at = Orders::start, .type = type, .source = "till"};
    }
    static Order orderAt(qint64 seq, const char *number = "T00001")
    {
        auto order = Orders::fresh(number);
        order.seq = seq;
        return order;
    }
    /// Events 1 to last, as a recall would find them.
    static Watchers::Past past(qint64 after, qint64 last, EventType end = EventType::CodeReady)
    {
        QList<OrderEvent> events;
        for (qint64 seq = after + 1; seq <= last; ++seq)
            events << event(seq, seq == last ? end : EventType::CodeReady);
        return {orderAt(last), events};
    }
    /// "SNAPSHOT 3", "SUCCESS 4", "NUDGE", "FAILED disk full".
    static QString textOf(const Push &push)
    {
        switch (push.kind) {
        case Push::Kind::Nudge:
            return QStringLiteral("NUDGE");
        case Push::Kind::Snapshot:
            return QStringLiteral("SNAPSHOT %1").arg(push.order->seq);
        case Push::Kind::Failed:
            return QStringLiteral("FAILED ") + push.error.message;
        case Push::Kind::Event:
            break;
        }
        return QStringLiteral("%1 %2").arg(toText(push.event->type)).arg(push.event->seq);
    }
    /// Writes into the diary what is told.
    static Watchers::Deliver into(QStringList &diary)
    {
        return [&diary](const Push &push) { diary << textOf(push); };
    }

    bool hold = true;
    Answer now = Error{ErrorCode::NotFound, QStringLiteral("no such order")};
    QStringList asked;
    QList<std::shared_ptr<QPromise<Answer>>> held;
};
