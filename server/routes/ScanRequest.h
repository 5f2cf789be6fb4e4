// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Ids.h"
#include "server/http/HttpMessage.h"

#include <chrono>

/// What a request for /scan/{key} asks for (API.md, "Long polling").
struct ScanRequest
{
    static constexpr std::chrono::seconds longestWait{60}; ///< also the default

    WatchKey key;
    std::optional<qint64> after;
    std::chrono::seconds timeout = longestWait;
    QString token; ///< a secret; empty: none was sent

    /// InvalidInput says what is at fault; Unauthorized: an Authorization that is no Bearer token.
    static Result<ScanRequest> read(const HttpRequest &request);
};
