// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

/// What the database could not do, as a sentence for whoever runs the shop: about the file and its disk, never about
/// what is in it.
namespace BooksTrouble {

/// Always StoreFailure: what was under way has not been written.
/// code: SQLite's, the extended one (sqlite.org/rescode.html); text: what SQLite says where we know nothing better.
Error of(int code, const QString &text);

/// Why the books were not opened. Busy where another start may succeed (they are locked, the disk is full or fails),
/// otherwise Configuration: a person has to see to it. code: the failed call's, sentence: for that person.
Error atStart(int code, const QString &sentence);

} // namespace BooksTrouble
