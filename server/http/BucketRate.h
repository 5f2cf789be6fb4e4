// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <algorithm>
#include <chrono>

/// A bucket of tokens: so many at once, and what was taken comes back evenly. A bucket itself is one number, when it
/// will be full again (in microseconds), and is empty when that is `within` from now.
struct BucketRate
{
    int count = 1; ///< at least 1
    std::chrono::microseconds within{}; ///< an empty one is full again

    qint64 intervalUs() const { return within.count() / count; } ///< between two tokens
    /// How long until it has a token; 0: it has one.
    qint64 lackUs(qint64 fullAtUs, qint64 nowUs) const
    {
        return std::max<qint64>(0, afterOneUs(fullAtUs, nowUs) - within.count() - nowUs);
    }
    /// When it will be full after one was taken now.
    qint64 afterOneUs(qint64 fullAtUs, qint64 nowUs) const { return std::max(fullAtUs, nowUs) + intervalUs(); }
};
