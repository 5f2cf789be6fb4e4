// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <optional>

/// Which of its paired servers a till goes to when it is started without a word about a server: the one it joined last
/// at its window. A file in the data dir; what belongs to that server is in the folder it names.
struct JoinedServer
{
    bool training = false;

    static constexpr const char *fileName = "joined_server.json";

    /// Where a till of a server elsewhere keeps its things.
    static QString folderIn(const QString &dataDir, bool training);
    Result<void> keepIn(const QString &dataDir) const;
    /// Nothing: it has joined none. Configuration: the file is damaged.
    static Result<std::optional<JoinedServer>> readFrom(const QString &dataDir);
};
