// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/PrivateFile.h"

#include "server/crypto/FileAccess.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace {

Error failure(const QString &what, const QString &path)
{
    return {ErrorCode::StoreFailure, QStringLiteral("%1: %2").arg(what, path)};
}

Result<QByteArray> readWhole(const QString &path, qint64 maxBytes, const QString *secret)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, QStringLiteral("no such file: %1").arg(path)};
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(QStringLiteral("cannot read"), path);
    if (const auto isPrivate = secret ? FileAccess::requireNarrow(file, *secret) : Result<void>(); !isPrivate)
        return isPrivate.error();
    QByteArray content = file.read(maxBytes + 1);
    if (content.size() > maxBytes)
        return failure(QStringLiteral("too long"), path);
    return content;
}

} // namespace

Result<void> PrivateFile::write(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // Narrowed before the first byte is in it; renamed over the old one only when all of it is on the disk.
    if (!file.open(QIODevice::WriteOnly) || !FileAccess::narrow(file) || file.write(content) != content.size()
        || !file.commit())
        return failure(QStringLiteral("cannot write"), path);
    return {};
}

Result<QByteArray> PrivateFile::read(const QString &path, qint64 maxBytes)
{
    return readWhole(path, maxBytes, nullptr);
}

Result<QByteArray> PrivateFile::readSecret(const QString &path, qint64 maxBytes, const QString &what)
{
    return readWhole(path, maxBytes, &what);
}

Result<void> PrivateFile::makeFolder(const QString &path)
{
    const bool isNew = !QDir(path).exists();
    if (!QDir().mkpath(path))
        return failure(QStringLiteral("cannot make the folder"), path);
    if (isNew && !FileAccess::narrowFolder(path))
        return failure(QStringLiteral("cannot protect the folder"), path);
    return FileAccess::requireNarrowFolder(path);
}
