// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

/// What the database could not do, as a sentence for whoever runs the shop: about the file and its disk, never about
/// what is in it.
namespace BooksTrouble {

/// Always StoreFailure: what was under way has not been written.
/// code: SQLite's, the extended one (sqlite.org/rescode.html); text: what SQLite says where we know nothing better.
Error of(int code, const QString &text);

} // namespace BooksTrouble
