// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/NotifyFigures.h"

NotifyFigures::NotifyFigures(Metrics &metrics)
    : m_toPush(metrics.histogram("scantill_notify_to_push_seconds",
                                 "From a notification's last byte to the first till that was told of its order.", {},
                                 {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5}))
{
    // As Outcome has them.
    for (const char *outcome :
         {"verified", "repeat", "unknown_event", "probe", "bad_signature", "stale", "malformed", "store_failure"})
        m_outcomes.push_back(metrics.counter(
            "scantill_notifications_total", "Notifications of WeChat Pay, by how they ended.", {{"outcome", outcome}}));
}

void NotifyFigures::verified(const QString &outTradeNo, Moment receivedAt)
{
    if (m_underWay.size() < mostUnderWay)
        m_underWay.insert(outTradeNo, receivedAt);
}

void NotifyFigures::pushed(const QString &outTradeNo, Moment now)
{
    if (m_underWay.isEmpty())
        return;
    if (const auto found = m_underWay.constFind(outTradeNo); found != m_underWay.constEnd()) {
        m_toPush.observe(std::chrono::duration<double>(now - *found).count());
        m_underWay.erase(found);
    }
}

void NotifyFigures::ended(const QString &outTradeNo, Outcome outcome)
{
    m_underWay.remove(outTradeNo); // nobody waited for it
    ended(outcome);
}
