// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BooksState.h"

#include "server/store/Database.h"
#include "server/store/Statement.h"

namespace {

Result<qint64> numberOf(SqlConnection &database, const QString &sql, const QVariantList &values = {})
{
    const auto number = Statement::value(database, sql, values);
    return number ? Result<qint64>(number->toLongLong()) : number.error();
}

} // namespace

QFuture<Result<void>> BooksState::write(Database &database)
{
    // The number of the books' version lies in the file's first page; written as it is, that page goes to the disk.
    return database.run<void>([](SqlConnection &books) -> Result<void> {
        const auto version = numberOf(books, QStringLiteral("PRAGMA user_version"));
        if (!version)
            return version.error();
        return books.execute(QStringLiteral("PRAGMA user_version = %1").arg(*version));
    });
}

QFuture<Result<BooksState::Open>> BooksState::open(Database &database, const QString &shopId)
{
    return database.run<Open>([shopId](SqlConnection &books) -> Result<Open> {
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
