// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ops/PartState.h"

#include <QDateTime>
#include <chrono>
#include <optional>

class Clock;

/// Whether WeChat Pay answers, by what came of the calls that were made anyway: it is never asked for this.
class ProviderHealth
{
public:
    /// What is older says nothing of now. So a server that is kept from its tills, and hence from asking, because
    /// WeChat was silent is tried again.
    static constexpr std::chrono::milliseconds lately{120'000};
    static constexpr int silencesThatCount = 2; ///< in a row: one lost answer is no broken line

    explicit ProviderHealth(const Clock &clock) : m_clock(clock) {}

    /// A call has ended; answered: by any answer that it gave, a refusal too.
    void heard(bool answered);
    /// States: answered, silent (the only one that is not ready), not_asked_lately, never_asked.
    PartState look() const;

private:
    const Clock &m_clock;
    int m_silences = 0; ///< in a row
    std::optional<qint64> m_lastCallMs; ///< steady
    QDateTime m_lastAnswer;
};
