// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/StoreHealth.h"

#include "server/domain/Clock.h"

namespace {

PartState writtenState()
{
    return {true, QStringLiteral("written")};
}
PartState silentState()
{
    return {false, QStringLiteral("no_answer")};
}

} // namespace

StoreHealth::StoreHealth(Write write, Clock &clock) : m_write(std::move(write)), m_clock(clock) {}

QFuture<PartState> StoreHealth::look()
{
    const qint64 now = m_clock.steadyMs();
    if (m_writtenAtMs && now - *m_writtenAtMs < writtenLately.count())
        return ready(writtenState());
    if (m_writingSinceMs && now - *m_writingSinceMs >= patience.count())
        return ready(silentState());
    auto promise = std::make_shared<QPromise<PartState>>();
    promise->start();
    auto future = promise->future();
    m_asking.push_back(std::move(promise));
    if (!m_writingSinceMs)
        write();
    return future;
}

void StoreHealth::write()
{
    const qint64 since = m_clock.steadyMs();
    m_writingSinceMs = since;
    m_clock.callAfter(patience, this, [this, since] {
        if (m_writingSinceMs == since)
            answerAll(silentState());
    });
    m_write().then(this, [this](const Result<void> &written) {
        m_writingSinceMs.reset();
        if (written)
            m_writtenAtMs = m_clock.steadyMs();
        answerAll(written ? writtenState() : PartState{false, QStringLiteral("failed")});
    });
}

void StoreHealth::answerAll(const PartState &state)
{
    for (const auto &promise : std::exchange(m_asking, {})) {
        promise->addResult(state);
        promise->finish();
    }
}
