// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayFrames.h"
#include "server/relay/RelayedHeaders.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>

namespace {

bool hasNoLineOfItsOwn(const QByteArray &header)
{
    return std::none_of(header.begin(), header.end(), [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
}

void judge(const RelayedNotification &notification)
{
    Fuzz::require(RelayedHeaders::valid(notification), "what is read is valid");
    Fuzz::require(notification.seq > 0, "numbers begin at one");
    Fuzz::require(hasNoLineOfItsOwn(notification.timestamp) && hasNoLineOfItsOwn(notification.nonce),
                  "nothing signed can move from one part to the next");
    const QString text = RelayFrames::text(notification);
    Fuzz::require(text.toUtf8().size() < RelayFrames::maxFrameBytes, "it fits into a frame");
    const auto again = RelayFrames::fromRelay(text);
    const auto *same = std::get_if<RelayedNotification>(&again);
    Fuzz::require(same && same->digest() == notification.digest() && same->seq == notification.seq,
                  "a notification reads the same again");
}

} // namespace

/// What comes over the WebSocket between a shop and its relay, in either direction.
void fuzzOne(Fuzz::Input input)
{
    const QString text = QString::fromUtf8(input.rest());
    const auto relays = RelayFrames::fromRelay(text);
    if (const auto *notification = std::get_if<RelayedNotification>(&relays))
        judge(*notification);
    if (const auto *welcome = std::get_if<RelayFrames::Welcome>(&relays)) {
        Fuzz::require(!welcome->position.stream.isEmpty(), "a line has a name");
        Fuzz::require(welcome->position.after >= 0 && welcome->last >= welcome->position.after, "numbers grow");
    }
    const auto shops = RelayFrames::fromShop(text);
    if (const auto *hello = std::get_if<RelayFrames::Hello>(&shops)) {
        const auto again = RelayFrames::fromShop(RelayFrames::text(*hello));
        const auto *same = std::get_if<RelayFrames::Hello>(&again);
        Fuzz::require(same && same->position == hello->position && same->shop == hello->shop, "a hello reads the same");
    }
    if (const auto *ack = std::get_if<RelayFrames::Ack>(&shops))
        Fuzz::require(ack->seq > 0, "something is acknowledged");
}
