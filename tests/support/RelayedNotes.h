// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/RelayStore.h"
#include "tests/support/Orders.h"

/// What a relay's tests begin with: notifications that look signed, and shops.
namespace RelayedNotes {

/// Each number another delivery.
inline RelayedNotification note(int number, const QByteArray &body = {})
{
    return {.receivedAt = Orders::start,
            .timestamp = "1767225600",
            .nonce = "nonce" + QByteArray::number(number),
            .signature = QByteArray(256, 's').toBase64(),
            .serial = "PUB_KEY_ID_1",
            .signatureType = {},
            .contentType = "application/json",
            .body = body.isEmpty() ? "{\"id\":\"" + QByteArray::number(number) + "\"}" : body};
}

inline RelayShop shop(const char *name, const QByteArray &tokenHash = "hash", const char *stream = "stream-1")
{
    return {.name = QString::fromLatin1(name), .tokenHash = tokenHash, .stream = QString::fromLatin1(stream)};
}

} // namespace RelayedNotes
