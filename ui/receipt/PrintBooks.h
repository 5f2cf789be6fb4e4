// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/MarkFile.h"
#include "ui/receipt/PrintJob.h"

#include <QHash>

/// What the print queue remembers over crashes: its jobs, and which receipts were ever asked for here, so that none is
/// printed twice by itself. Each change is on the disk before it counts; a job that was being sent when everything
/// stopped comes back as Uncertain.
class PrintBooks
{
public:
    static constexpr qint64 compactAboveBytes = 1024LL * 1024;
    static constexpr qsizetype keptSubjects = 1000; ///< the newest

    static Result<std::unique_ptr<PrintBooks>> open(const QString &path);

    const QList<PrintJob> &jobs() const { return m_jobs; } ///< oldest first
    const PrintJob *find(const QString &id) const;
    /// How often a receipt of this subject was asked for again; nothing where it never was asked for at all.
    std::optional<int> copiesOf(const QString &subject) const;

    Result<void> add(const Receipt &receipt, const QDateTime &at);
    Result<void> sending(const QString &id);
    Result<void> failed(const QString &id, PrinterTrouble trouble, bool givenUp);
    Result<void> uncertain(const QString &id);
    Result<void> askedAgain(const QString &id, const QDateTime &at); ///< queued once more
    /// It has come out (printed), or nobody wants it any more.
    Result<void> over(const QString &id, bool printed);

private:
    explicit PrintBooks(std::unique_ptr<MarkFile> file) : m_file(std::move(file)) {}
    Result<void> write(const QJsonObject &mark);
    Result<void> compact();
    void apply(const QJsonObject &mark);
    void applyTo(PrintJob &job, const QString &kind, const QJsonObject &mark);
    void know(const QString &subject, int copies);

    std::unique_ptr<MarkFile> m_file;
    QList<PrintJob> m_jobs;
    QHash<QString, int> m_copies;
    QStringList m_subjects; ///< of m_copies, oldest first
    qint64 m_compactAbove = compactAboveBytes;
};
