// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

class QSqlError;

/// What the database could not do, as a sentence for whoever runs the shop: about the file and its disk, never about
/// what is in it.
namespace BooksTrouble {

/// Always StoreFailure: what was under way has not been written.
Error of(const QSqlError &error);

} // namespace BooksTrouble
