// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <array>
#include <atomic>
#include <chrono>

/// How long something took, time after time, counted by upper bounds. One thread adds, any other may read; what it
/// reads meanwhile may lack the newest one.
class DurationCounts
{
public:
    /// In microseconds; what took longer than the last counts apart.
    static constexpr std::array<qint64, 12> bounds{250,    500,    1'000,   2'500,   5'000,     10'000,
                                                   25'000, 50'000, 100'000, 250'000, 1'000'000, 5'000'000};
    struct Reading
    {
        std::array<qint64, bounds.size() + 1> counts{}; ///< each for itself, not summed up
        qint64 sumNs = 0;
    };

    void add(std::chrono::nanoseconds took)
    {
        size_t i = 0;
        while (i < bounds.size() && took > std::chrono::microseconds(bounds[i]))
            ++i;
        m_counts[i].fetch_add(1, std::memory_order_relaxed);
        m_sumNs.fetch_add(took.count(), std::memory_order_relaxed);
    }
    Reading read() const
    {
        Reading reading;
        for (size_t i = 0; i < m_counts.size(); ++i)
            reading.counts[i] = m_counts[i].load(std::memory_order_relaxed);
        reading.sumNs = m_sumNs.load(std::memory_order_relaxed);
        return reading;
    }

private:
    std::array<std::atomic<qint64>, bounds.size() + 1> m_counts{};
    std::atomic<qint64> m_sumNs = 0;
};
