// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Ids.h"

#include <optional>
#include <variant>

/// What a client says on its WebSocket (API.md, "WebSocket").
struct WatchMessage
{
    enum class Action { Create, Remove };

    Action action = Action::Create;
    WatchKey key;
    QString token; ///< with Create; a secret; empty: none was sent
    std::optional<qint64> after; ///< with Create; 0 or more

    /// Why a message is no good, and the key it named, which the refusal tells the client.
    struct Fault
    {
        QString key; ///< at most maxNamedLength characters
        QString why;
    };
    static constexpr qsizetype maxNamedLength = 64;

    /// The message, or what is wrong with it.
    static std::variant<WatchMessage, Fault> read(const QString &text);
};
