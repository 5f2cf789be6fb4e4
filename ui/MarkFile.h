// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QFile>
#include <QJsonObject>
#include <memory>

/// What the till must remember over crashes and power cuts: an append-only file of one JSON line a mark, each with a
/// checksum, on the disk before the call returns. A line that was torn by a power cut is ignored. What cannot be
/// written is an error (StoreFailure), and then the caller does not do what it wanted to write down.
class MarkFile
{
public:
    static constexpr qint64 maxBytes = 64LL * 1024 * 1024; ///< more is refused at open: it is no file of ours

    /// Makes the file where there is none. name: how its errors call it, "the till's journal".
    static Result<std::unique_ptr<MarkFile>> open(const QString &path, const QString &name);

    /// The marks that stood in it when it was opened, oldest first. They are handed out once.
    QList<QJsonObject> takeMarks() { return std::exchange(m_marks, {}); }
    /// Lines that could not be trusted when the file was read.
    int ignoredLines() const { return m_ignoredLines; }

    Result<void> append(const QJsonObject &mark);
    /// Nothing but these from now on, whole or not at all.
    Result<void> rewrite(const QList<QJsonObject> &marks);
    qint64 size() const { return m_file.size(); }

private:
    MarkFile(const QString &path, QString name) : m_file(path), m_name(std::move(name)) {}
    Result<void> load();
    Result<void> openFile();
    Error failure(const QString &why) const;

    QFile m_file;
    QString m_name;
    QList<QJsonObject> m_marks;
    int m_ignoredLines = 0;
    bool m_tornTail = false; ///< the file does not end with a line's end
};
