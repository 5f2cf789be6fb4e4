// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/PrivateFile.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace {

Error failure(const QString &what, const QString &path)
{
    return {ErrorCode::StoreFailure, QStringLiteral("%1: %2").arg(what, path)};
}

} // namespace

Result<void> PrivateFile::write(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // Narrowed before the first byte is in it; renamed over the old one only when all of it is on the disk.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit())
        return failure(QStringLiteral("cannot write"), path);
    return {};
}

Result<QByteArray> PrivateFile::read(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, QStringLiteral("no such file: %1").arg(path)};
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxBytes)
        return failure(QStringLiteral("cannot read, or too long"), path);
    return file.readAll();
}

Result<void> PrivateFile::makeFolder(const QString &path)
{
    const bool isNew = !QDir(path).exists();
    if (!QDir().mkpath(path))
        return failure(QStringLiteral("cannot make the folder"), path);
    if (isNew && !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return failure(QStringLiteral("cannot protect the folder"), path);
    return {};
}
