// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/net/HttpHeaders.h"
#include "server/store/RelayedNotification.h"

/// What of a notification's headers goes through a relay.
namespace RelayedHeaders {

/// So long that any of WeChat's fits, and so short that a message with all of it stays below 64 KiB.
constexpr qsizetype maxBodyBytes = 32 * 1024;

/// InvalidInput: one of the four that a signature needs is not there or there twice, or it is not valid().
Result<RelayedNotification> read(const HttpHeaders &headers, const QByteArray &body);
/// As it was posted, for whoever verifies it.
HttpHeaders of(const RelayedNotification &notification);
/// Whether its parts could have come over HTTP. A line break in a header field could not: signed are timestamp,
/// nonce and body, a line each, and a line that may be moved from one part to the next is a body WeChat never sent.
bool valid(const RelayedNotification &notification);
/// WeChat's look at whether we verify (reference 1.7): told by its name alone, and never to be answered with success.
bool isProbe(const RelayedNotification &notification);

} // namespace RelayedHeaders
