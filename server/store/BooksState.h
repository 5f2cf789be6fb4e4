// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

class Database;

/// What an operator asks of the books.
namespace BooksState {

/// Writes something that changes nothing, durably as a payment is written: whether that can be done now. Errors as
/// Database::run has them.
QFuture<Result<void>> write(Database &database);

struct Open
{
    qint64 orders = 0; ///< may still be paid
    qint64 cases = 0; ///< wait for a person
};
QFuture<Result<Open>> open(Database &database, const QString &shopId);

} // namespace BooksState
