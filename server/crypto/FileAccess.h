// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QFile>

/// Who may read and change a file, in the terms of the system: POSIX's modes (FileAccess.cpp) or Windows' access lists
/// (FileAccessWin.cpp). On both, whoever administers the machine is trusted.
namespace FileAccess {

/// From now on nobody but this process's user may. Of the file that is open, and not of whatever has its name by now.
bool narrow(QFileDevice &file);
/// Configuration unless only its owner may, who is this process's user or an administrator. `what` names it.
Result<void> requireNarrow(const QFileDevice &file, const QString &what);
/// A folder; on Windows, where new files take over the list of their folder, also what will be made in it.
bool narrowFolder(const QString &path);
/// What others make of the files in it, such as the books, is up to the folder on Windows: Configuration unless it
/// keeps others out. POSIX's files have their own modes.
Result<void> requireNarrowFolder(const QString &path);

} // namespace FileAccess
