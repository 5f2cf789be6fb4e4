// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/LongPoll.h"

#include "server/domain/Clock.h"

#include <QPromise>

namespace {

using Answer = Result<std::optional<Push>>;

/// One wait: the context of its watch and of its deadline. A child of the connection, so that it goes with it; its
/// promise, unkept, then cancels the future.
class Wait : public QObject
{
public:
    Wait(QObject *connection, std::shared_ptr<int> waiting) : QObject(connection), m_waiting(std::move(waiting))
    {
        ++*m_waiting;
        m_promise.start();
    }
    ~Wait() override
    {
        if (!m_isOver)
            --*m_waiting;
    }

    QFuture<Answer> future() { return m_promise.future(); }
    bool isOver() const { return m_isOver; }
    void end(const Answer &answer)
    {
        m_isOver = true;
        --*m_waiting;
        deleteLater(); // perhaps we are in its telling or in its timer
        auto promise = std::move(m_promise); // whoever hears the answer may end the connection, and us with it
        promise.addResult(answer);
        promise.finish();
    }

private:
    QPromise<Answer> m_promise;
    const std::shared_ptr<int> m_waiting;
    bool m_isOver = false;
};

QFuture<Answer> cancelled()
{
    QPromise<Answer> promise;
    promise.start();
    return promise.future();
}

} // namespace

QFuture<Result<std::optional<Push>>> LongPoll::wait(const WatchKey &key, std::optional<qint64> after,
                                                    std::chrono::milliseconds timeout, const WaitingClient &client)
{
    if (!client.connection)
        return cancelled();
    auto *wait = new Wait(client.connection, m_waiting);
    const auto future = wait->future();
    const auto end = [&watchers = m_watchers, wait, key](const Answer &answer) {
        if (wait->isOver())
            return;
        watchers.unwatch(key, wait); // first: whoever hears the answer finds the wait gone
        wait->end(answer);
    };
    const auto watched = m_watchers.watch(key, after, {wait, client.peer, client.terminal}, [end](const Push &push) {
        if (push.kind == Push::Kind::Snapshot)
            return;
        if (push.kind == Push::Kind::Failed)
            return end(push.error);
        end(std::optional<Push>(push));
    });
    if (!watched)
        end(watched.error());
    else if (m_isClosing)
        end(std::optional<Push>());
    else if (!wait->isOver()) {
        connect(this, &LongPoll::closing, wait, [end] { end(std::optional<Push>()); });
        m_clock.callAfter(timeout, wait, [end] { end(std::optional<Push>()); });
    }
    return future;
}

void LongPoll::endAll()
{
    m_isClosing = true;
    emit closing();
}
