// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/RelayPositionStore.h"
#include "server/store/RelayedNotification.h"

#include <variant>

/// What a relay and a shop say to each other on their WebSocket, one JSON object a message (API.md, "The relay").
namespace RelayFrames {

struct Hello ///< the shop's first word
{
    QString shop;
    QByteArray token; ///< a secret
    RelayPosition position;
};
struct Ack
{
    qint64 seq = 0; ///< all up to this one are in the shop's books, or can never be
};
struct Welcome ///< the relay's answer to a hello
{
    RelayPosition position; ///< what follows begins after it
    qint64 last = 0; ///< the newest number of the line
};
struct Unknown
{
};

constexpr int replacedCode = 4001; ///< the close code where a newer connection of the shop has taken over
constexpr qint64 maxFrameBytes = 64LL * 1024;

QString text(const Hello &hello);
QString text(const Ack &ack);
QString text(const Welcome &welcome);
QString text(const RelayedNotification &notification);

/// Whatever a stranger sends is Unknown.
std::variant<Unknown, Hello, Ack> fromShop(const QString &text);
/// A notification whose parts are valid (RelayedHeaders); what a relay invents otherwise is Unknown.
std::variant<Unknown, Welcome, RelayedNotification> fromRelay(const QString &text);

} // namespace RelayFrames
