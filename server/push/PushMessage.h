// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/Watchers.h"

#include <QJsonObject>

/// What a waiter is told, as JSON (API.md, "WebSocket"): the same over a WebSocket and as the answer to a long poll.
namespace PushMessage {

/// nowMs: milliseconds since the epoch.
QJsonObject of(const WatchKey &key, const Push &push, qint64 nowMs);
/// key: as the client wrote it; why: for its eyes.
QJsonObject refusal(const QString &key, const QString &why);

} // namespace PushMessage
