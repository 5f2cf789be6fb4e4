// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BooksTrouble.h"

#include <sqlite3.h>

namespace {

/// By the lowest byte of SQLite's result codes.
const char *sentenceFor(int code)
{
    if (code == SQLITE_IOERR_SHMSIZE) // at the start, before SQLite looks at what the disk says
        return "the disk with the books is full or fails; make room, or look after it";
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "the books are locked: another program is writing to their file; end it";
    case SQLITE_READONLY:
        return "the books cannot be written: their file or its disk is read-only";
    case SQLITE_IOERR:
        return "the disk with the books fails; look after it, and restore a backup if it does not recover";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "the books are damaged; restore a backup";
    case SQLITE_FULL:
        return "the disk with the books is full; make room";
    case SQLITE_CANTOPEN:
        return "the books cannot be opened: their file or folder refuses";
    default:
        return nullptr;
    }
}

} // namespace

Error BooksTrouble::of(int code, const QString &text)
{
    const char *sentence = sentenceFor(code);
    if (!sentence)
        return {ErrorCode::StoreFailure, text};
    return {ErrorCode::StoreFailure, QStringLiteral("%1 (SQLite %2)").arg(QLatin1String(sentence)).arg(code)};
}

Error BooksTrouble::atStart(int code, const QString &sentence)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_IOERR:
    case SQLITE_FULL:
        return {ErrorCode::Busy, sentence};
    default:
        return {ErrorCode::Configuration, sentence};
    }
}
