// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/ops/Metrics.h"

#include <QHash>
#include <chrono>
#include <optional>

/// Calls to WeChat Pay: how each was answered, and how long that took with all its repetitions.
class ProviderFigures
{
public:
    explicit ProviderFigures(Metrics &metrics);

    /// As RecordedProvider::ended tells it.
    void ended(const char *call, std::optional<ErrorCode> fault, std::chrono::milliseconds took) const;
    /// Whether WeChat Pay has answered, if only with a refusal; nothing for what never got to it.
    static std::optional<bool> answered(std::optional<ErrorCode> fault);

private:
    struct Call
    {
        std::vector<Metrics::Counter> results;
        Metrics::Histogram seconds;
    };
    QHash<QByteArray, Call> m_calls;
};
