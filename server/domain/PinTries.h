// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <chrono>

/// How often somebody's PIN was tried in vain, and until when it may not be tried again: five block it for 30 s, each
/// further one twice as long, up to 15 minutes.
struct PinTries
{
    static constexpr int allowed = 5;
    static constexpr std::chrono::seconds firstBlock{30};
    static constexpr std::chrono::seconds longestBlock{900};

    int failures = 0;
    qint64 blockedUntilMs = 0; ///< milliseconds since the epoch

    /// How long it may not be tried still. Never longer than the longest block, also when the clock was set back.
    std::chrono::milliseconds blockedFor(qint64 nowMs) const;
    /// After one more try, which is taken for a wrong one until it is known to be right.
    PinTries counted(qint64 nowMs) const;
    int left() const { return failures < allowed ? allowed - failures : 0; } ///< before it is blocked
};

/// Six digits, not all alike and no run like 123456 or 987654. InvalidInput says what a PIN must be.
Result<void> checkPin(const QString &pin);
/// Six digits; nothing else can be anybody's PIN.
bool looksLikePin(const QString &pin);
