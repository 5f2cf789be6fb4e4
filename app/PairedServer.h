// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ServerPlace.h"

/// The server a till was paired with, as the till keeps it: a file of mode 0600 in its data folder.
struct PairedServer
{
    ServerPlace place;
    QByteArray token; ///< a secret

    static constexpr const char *fileName = "paired_server.json";

    Result<void> keepIn(const QString &folder) const;
    /// NotFound: the till was never paired. Configuration: others can read the file, or it is damaged.
    static Result<PairedServer> readFrom(const QString &folder);
};
