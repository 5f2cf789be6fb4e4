// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/BookOrder.h"

#include <QFile>

/// The books on disk: one JSON line for every change, each an order as it is since then. Lines are only appended, and
/// are on the disk (fsync) before the change counts, so a crash at any moment leaves books that hold.
class BookFile
{
public:
    static constexpr qint64 maxLineBytes = 64 * 1024;
    /// A longer file is rewritten when it is opened, one line an order.
    static constexpr qint64 maxLinesPerOrder = 4;
    static constexpr qint64 spareLines = 10'000;

    /// Reads what is there (the newest line of an order counts) and stays open for appending. A last line without its
    /// end is what a crash leaves: it never counted and is cut off. Any other bad line refuses: StoreFailure.
    Result<QList<BookOrder>> open(const QString &path);
    /// StoreFailure: nothing was written.
    Result<void> append(const BookOrder &order);
    bool isOpen() const { return m_file.isOpen(); }

private:
    static Result<QList<BookOrder>> read(const QString &path);
    static Result<void> rewrite(const QString &path, const QList<BookOrder> &orders);

    QFile m_file;
};
