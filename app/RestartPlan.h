// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <utility>

/// When a program that has ended by itself is started again: soon, and later and later if it does not last.
class RestartPlan
{
public:
    using Span = std::chrono::milliseconds;
    static constexpr Span firstPause{1000};
    static constexpr Span longestPause{30'000};
    static constexpr Span lasts{60'000}; ///< whoever ran for so long begins anew
    static constexpr Span atOnce{10'000}; ///< whoever ends sooner has not really started
    static constexpr int triesAtOnce = 4; ///< after so many in a row a person is told
    static constexpr Span toldPause{60'000}; ///< between the tries of one that does not start

    struct Next
    {
        Span pause;
        bool tell = false; ///< it does not start
    };
    /// useless: it said itself that another start would end the same way.
    Next ended(Span ran, bool useless)
    {
        if (ran >= lasts)
            *this = {};
        m_atOnce = ran < atOnce ? m_atOnce + 1 : 0;
        if (useless || m_atOnce >= triesAtOnce) {
            m_atOnce = triesAtOnce; // the next one counts at once
            return {toldPause, true};
        }
        return {std::exchange(m_pause, std::min(m_pause * 2, longestPause))};
    }

private:
    Span m_pause = firstPause;
    int m_atOnce = 0;
};
