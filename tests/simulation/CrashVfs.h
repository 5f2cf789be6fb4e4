// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/CrashDisk.h"

#include <memory>

struct sqlite3_vfs;

/// A CrashDisk as a file system of SQLite's (sqlite3_vfs), by a name of its own. One connection writes; another may
/// read what a crash would leave at least, by opening "file:NAME?vfs=…&view=synced" read-only.
class CrashVfs
{
public:
    /// The disk outlives it. No connection is open when it goes.
    explicit CrashVfs(CrashDisk &disk);
    ~CrashVfs();
    CrashVfs(const CrashVfs &) = delete;
    CrashVfs &operator=(const CrashVfs &) = delete;

    QString name() const;

private:
    QByteArray m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
};
