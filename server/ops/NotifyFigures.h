// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ops/Metrics.h"

#include <QHash>
#include <chrono>

/// WeChat Pay's notifications: how they ended, and how long each took from its last byte to the first till that was
/// told.
class NotifyFigures
{
public:
    using Moment = std::chrono::steady_clock::time_point;
    static constexpr qsizetype mostUnderWay = 10'000; ///< more are not timed

    enum class Outcome { Verified, Repeated, NotKnown, Probe, BadSignature, Stale, Malformed, StoreFailure };

    explicit NotifyFigures(Metrics &metrics);

    void verified(const QString &outTradeNo, Moment receivedAt);
    /// Somebody has been told of that order.
    void pushed(const QString &outTradeNo, Moment now = std::chrono::steady_clock::now());
    void ended(const QString &outTradeNo, Outcome outcome); ///< empty: of no order that is known
    void ended(Outcome outcome) const { m_outcomes[size_t(outcome)].add(); }

private:
    std::vector<Metrics::Counter> m_outcomes;
    Metrics::Histogram m_toPush;
    QHash<QString, Moment> m_underWay;
};
