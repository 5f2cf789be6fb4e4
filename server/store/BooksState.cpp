// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BooksState.h"

#include "server/store/BooksTrouble.h"
#include "server/store/Database.h"

#include <QSqlError>
#include <QSqlQuery>

namespace {

Result<qint64> numberOf(QSqlDatabase &database, const QString &sql, const QVariantList &values = {})
{
    QSqlQuery query(database);
    query.prepare(sql);
    for (const auto &value : values)
        query.addBindValue(value);
    if (!query.exec() || !query.next())
        return BooksTrouble::of(query.lastError());
    return query.value(0).toLongLong();
}

} // namespace

QFuture<Result<void>> BooksState::write(Database &database)
{
    // The number of the books' version lies in the file's first page; written as it is, that page goes to the disk.
    return database.run<void>([](QSqlDatabase &books) -> Result<void> {
        const auto version = numberOf(books, QStringLiteral("PRAGMA user_version"));
        if (!version)
            return version.error();
        return Database::execute(books, QStringLiteral("PRAGMA user_version = %1").arg(*version));
    });
}

QFuture<Result<BooksState::Open>> BooksState::open(Database &database, const QString &shopId)
{
    return database.run<Open>([shopId](QSqlDatabase &books) -> Result<Open> {
        // Each as its index has it, so that only what is open is counted.
        const auto orders = numberOf(books,
                                     QStringLiteral("SELECT count(*) FROM orders WHERE shop_id = ? AND trade_state IN "
                                                    "('NOTPAY', 'USERPAYING')"),
                                     {shopId});
        if (!orders)
            return orders.error();
        const auto cases = numberOf(
            books, QStringLiteral("SELECT count(*) FROM cases WHERE shop_id = ? AND state = 'open'"), {shopId});
        if (!cases)
            return cases.error();
        return Open{*orders, *cases};
    });
}
