// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/PinTries.h"

#include <algorithm>

namespace {

/// Whether each digit follows the one before at the same step; 0 follows 9.
bool isRun(const QString &digits, int step)
{
    for (qsizetype i = 1; i < digits.size(); ++i) {
        const int expected = (digits[i - 1].digitValue() + step + 10) % 10;
        if (digits[i].digitValue() != expected)
            return false;
    }
    return true;
}

} // namespace

std::chrono::milliseconds PinTries::blockedFor(qint64 nowMs) const
{
    const std::chrono::milliseconds longest = longestBlock;
    return std::clamp(std::chrono::milliseconds(blockedUntilMs - nowMs), std::chrono::milliseconds(0), longest);
}

PinTries PinTries::counted(qint64 nowMs) const
{
    PinTries next{.failures = failures + 1};
    if (next.failures < allowed)
        return next;
    const int doublings = std::min(next.failures - allowed, 10);
    const std::chrono::milliseconds block = std::min(firstBlock * (1 << doublings), longestBlock);
    next.blockedUntilMs = nowMs + block.count();
    return next;
}

bool looksLikePin(const QString &pin)
{
    return pin.size() == 6 && std::all_of(pin.begin(), pin.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<void> checkPin(const QString &pin)
{
    if (!looksLikePin(pin) || isRun(pin, 0) || isRun(pin, 1) || isRun(pin, -1))
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("pin must be six digits, not all alike and no run like 123456")};
    return {};
}
