// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/Watchers.h"

/// What a waiter is told, as JSON text (API.md, "WebSocket"): the same over a WebSocket and as the answer to a long
/// poll.
namespace PushMessage {

/// nowMs: milliseconds since the epoch.
QByteArray of(const WatchKey &key, const Push &push, qint64 nowMs);
/// key: as the client wrote it; why: for its eyes.
QByteArray refusal(const QString &key, const QString &why);

} // namespace PushMessage
