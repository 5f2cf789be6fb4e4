// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

/// api.md, "Programs".
enum ExitCode { ExitDone = 0, ExitFailed = 1, ExitBadConfiguration = 2, ExitInUse = 3 };

inline ExitCode exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::AddressInUse:
        return ExitInUse;
    case ErrorCode::Configuration:
    case ErrorCode::InvalidInput:
    case ErrorCode::StoreFailure: // at the start: a file that cannot be read or written
        return ExitBadConfiguration;
    default:
        return ExitFailed;
    }
}
