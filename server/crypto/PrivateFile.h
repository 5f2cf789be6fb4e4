// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

/// Files nobody but their owner may read.
namespace PrivateFile {

/// Takes the place of the file as a whole or not at all; only its owner may read it. StoreFailure when it cannot be
/// written.
Result<void> write(const QString &path, const QByteArray &content);
/// At most maxBytes. NotFound when there is no such file, StoreFailure when it can't be read or is longer.
Result<QByteArray> read(const QString &path, qint64 maxBytes);
/// The same for a secret, which nobody but its owner may read or change, and whose owner is this process's user or
/// root. Configuration otherwise, in one sentence that begins with `what`, which names the file without its path.
Result<QByteArray> readSecret(const QString &path, qint64 maxBytes, const QString &what);
/// Makes the folder, for its owner alone, where there is none. Configuration where what will be made
/// in it would be anybody's (Windows).
Result<void> makeFolder(const QString &path);

} // namespace PrivateFile
