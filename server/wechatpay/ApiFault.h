// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

struct HttpAnswer;

/// What a reply that is no 2xx says, by the tables of reference 8. Such a reply may be unsigned: it serves for
/// diagnosis, and the caller asks (queries) before it believes.
struct ApiFault
{
    /// The message begins with the provider's code, if it gave one, names status and Request-ID and never holds the
    /// provider's own text.
    Error error;
    bool mayRetry = false; ///< 429 and 5xx, less the two that a repetition cannot help
    bool mayHaveHappened = false; ///< the provider itself may not know

    static ApiFault of(const HttpAnswer &answer);
};
