// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/FileAccess.h"

#include <sys/stat.h>
#include <unistd.h>

bool FileAccess::narrow(QFileDevice &file)
{
    return file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

Result<void> FileAccess::requireNarrow(const QFileDevice &file, const QString &what)
{
    struct stat state = {};
    if (::fstat(file.handle(), &state) != 0)
        return Error{ErrorCode::Configuration, QStringLiteral("%1 cannot be looked at").arg(what)};
    if ((state.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{ErrorCode::Configuration,
                     QStringLiteral("%1 can be read or changed by others; only its owner may (chmod 600)").arg(what)};
    if (state.st_uid != ::geteuid() && state.st_uid != 0)
        return Error{
            ErrorCode::Configuration,
            QStringLiteral("%1 belongs to another user, who can change it; make it your own (chown)").arg(what)};
    return {};
}

Result<void> FileAccess::requireNarrowFolder(const QString &)
{
    return {};
}

bool FileAccess::narrowFolder(const QString &path)
{
    return QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}
