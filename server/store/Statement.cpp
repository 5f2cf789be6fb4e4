// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statement.h"

#include "server/store/BooksTrouble.h"

#include <QSqlError>
#include <QVariant>

Result<QSqlQuery> Statement::run(QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(database);
    bool fine = query.prepare(sql);
    for (const auto &value : values)
        query.addBindValue(value);
    fine = fine && query.exec();
    if (!fine)
        return BooksTrouble::of(query.lastError());
    return query;
}

Result<int> Statement::change(QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    const auto query = run(database, sql, values);
    if (!query)
        return query.error();
    return query->numRowsAffected();
}

QString Statement::text(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QVariant Statement::time(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime Statement::timeOf(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

Error Statement::damaged()
{
    return {ErrorCode::StoreFailure, QStringLiteral("a row of the database does not hold what it should")};
}
