// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/ProviderFigures.h"

namespace {

constexpr std::array callResults{"ok", "refused", "not_found", "too_often", "unavailable", "no_answer", "failed"};

size_t callResultOf(std::optional<ErrorCode> fault)
{
    if (!fault)
        return 0;
    switch (*fault) {
    case ErrorCode::ProviderRefused:
    case ErrorCode::OrderPaid:
    case ErrorCode::OrderClosed:
    case ErrorCode::Conflict:
        return 1;
    case ErrorCode::NotFound:
        return 2;
    case ErrorCode::RateLimited:
        return 3;
    case ErrorCode::ProviderUnavailable:
        return 4;
    case ErrorCode::Unknown:
        return 5;
    default:
        return 6;
    }
}

} // namespace

ProviderFigures::ProviderFigures(Metrics &metrics)
{
    for (const char *call : {"create", "query", "close", "refund", "refund_query", "redirect"}) {
        Call figures{{},
                     metrics.histogram("scantill_provider_call_seconds",
                                       "From a question to WeChat Pay to its answer, with all repetitions.",
                                       {{"call", call}}, {0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25})};
        for (const char *result : callResults)
            figures.results.push_back(metrics.counter("scantill_provider_calls_total",
                                                      "Calls to WeChat Pay, by what came of them.",
                                                      {{"call", call}, {"result", result}}));
        m_calls.insert(call, figures);
    }
}

void ProviderFigures::ended(const char *call, std::optional<ErrorCode> fault, std::chrono::milliseconds took) const
{
    const auto found = m_calls.constFind(QByteArray::fromRawData(call, qsizetype(qstrlen(call))));
    if (found == m_calls.constEnd())
        return;
    found->results[callResultOf(fault)].add();
    found->seconds.observe(std::chrono::duration<double>(took).count());
}

std::optional<bool> ProviderFigures::answered(std::optional<ErrorCode> fault)
{
    if (fault == ErrorCode::Busy || fault == ErrorCode::InvalidInput || fault == ErrorCode::Internal)
        return std::nullopt;
    return fault != ErrorCode::Unknown && fault != ErrorCode::ProviderUnavailable;
}
