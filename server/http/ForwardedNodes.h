// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/net/HttpHeaders.h"

#include <QHostAddress>
#include <optional>

/// The hops a request came by, as its header fields name them.
struct ForwardedNode
{
    std::optional<QHostAddress> address; ///< none: "unknown" or an obfuscated identifier (RFC 7239, 6.2 and 6.3)

    /// One node, with or without its port; IPv6 in brackets, or bare as X-Forwarded-For has it. InvalidInput: none.
    static Result<ForwardedNode> parse(QByteArrayView text);
};

/// The nearest hop last, each as it is written. InvalidInput where the field cannot be taken apart in one way only.
Result<QList<QByteArray>> forwardedNodes(const HttpHeaders &headers); ///< of Forwarded, RFC 7239
QList<QByteArray> xForwardedForNodes(const HttpHeaders &headers);
