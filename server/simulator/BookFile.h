// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/BookLine.h"

#include <QFile>
#include <memory>

/// The books on disk: one JSON line for every change, each an order or a refund as it is since then. Lines are only
/// appended, and are on the disk (fsync) before the change counts, so a crash at any moment leaves books that hold.
class BookFile
{
public:
    static constexpr qint64 maxLineBytes = 64 * 1024;
    /// A longer file is rewritten when it is opened, one line an entry.
    static constexpr qint64 maxLinesPerEntry = 4;
    static constexpr qint64 spareLines = 10'000;

    /// Reads what is there (the newest line of an entry counts, at the place of its first one) and stays open for
    /// appending. A last line without its end is what a crash leaves: it never counted and is cut off. Any other bad
    /// line refuses: StoreFailure.
    Result<QList<BookLine>> open(const QString &path);
    /// The same in memory that outlives the twin, for a test that restarts it.
    Result<QList<BookLine>> open(const std::shared_ptr<QByteArray> &memory);
    /// StoreFailure: nothing was written. Without a file and memory nothing is kept, and that is no error.
    Result<void> append(const BookLine &line);

private:
    QFile m_file;
    std::shared_ptr<QByteArray> m_memory;
};
