// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BooksTrouble.h"

#include <QSqlError>

namespace {

/// By SQLite's result codes (sqlite.org/rescode.html), of which the lowest byte says the kind.
const char *sentenceFor(int kind)
{
    switch (kind) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return "the books are locked: another program is writing to their file; end it";
    case 8: // SQLITE_READONLY
        return "the books cannot be written: their file or its disk is read-only";
    case 10: // SQLITE_IOERR
        return "the disk with the books fails; look after it, and restore a backup if it does not recover";
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return "the books are damaged; restore a backup";
    case 13: // SQLITE_FULL
        return "the disk with the books is full; make room";
    case 14: // SQLITE_CANTOPEN
        return "the books cannot be opened: their file or folder refuses";
    default:
        return nullptr;
    }
}

} // namespace

Error BooksTrouble::of(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    const char *sentence = sentenceFor(code & 0xff);
    if (!sentence)
        return {ErrorCode::StoreFailure, error.databaseText()};
    return {ErrorCode::StoreFailure, QStringLiteral("%1 (SQLite %2)").arg(QLatin1String(sentence)).arg(code)};
}
