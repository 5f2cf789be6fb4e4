// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

class SqlConnection;
struct Schema;

/// The numbered steps of a schema (resources/sql), each in one transaction with its number (PRAGMA user_version).
namespace Migrations {

/// Whether the file is empty or ours and of a version we know, its tables exactly as the steps up to its version make
/// them. Reads only. Otherwise Configuration, or Busy (BooksTrouble::atStart).
Result<void> recognise(SqlConnection &database, const Schema &schema);

/// Applies what is missing.
Result<void> apply(SqlConnection &database, const Schema &schema);

} // namespace Migrations
