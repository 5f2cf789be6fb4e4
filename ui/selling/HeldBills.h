// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/MarkFile.h"
#include "ui/selling/Basket.h"

#include <QDateTime>

/// Bills that were put aside (挂单), on this till's disk. A bill that was taken back stays written down until it is
/// asked to be paid, put aside again or emptied: after a crash it is here once more, and never twice.
class HeldBills
{
public:
    static constexpr qsizetype most = 20;
    static constexpr qint64 compactAboveBytes = 256LL * 1024;

    struct Held
    {
        QString id;
        QDateTime at; ///< by the till's clock
        Basket basket;
    };

    /// typedName: what a typed amount is called in the file.
    static Result<std::unique_ptr<HeldBills>> open(const QString &path, const QString &typedName);

    /// Those that are aside, the newest first.
    const QList<Held> &list() const { return m_aside; }
    /// Busy when there is no room, StoreFailure when it could not be written; then it stays where it was.
    Result<void> hold(const Basket &basket, const QDateTime &at);
    /// NotFound, or StoreFailure when it could not be written; then it stays here.
    Result<Basket> take(const QString &id);
    /// A basket that was taken back is another's business now, or nobody's. An empty id is none.
    Result<void> done(const QString &id);

private:
    HeldBills(std::unique_ptr<MarkFile> file, QString typedName)
        : m_file(std::move(file)), m_typedName(std::move(typedName))
    {
    }
    void apply(const QJsonObject &mark);
    QJsonObject markOf(const Held &held) const;

    std::unique_ptr<MarkFile> m_file;
    QString m_typedName;
    QList<Held> m_aside;
    QList<Held> m_out; ///< taken back, and not done with
    int m_lastId = 0;
};
