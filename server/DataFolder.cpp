// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/DataFolder.h"

#include "server/crypto/PrivateFile.h"
#include "server/domain/Random.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

DataFolder::DataFolder(QString path)
    : m_path(std::move(path)), m_lock(std::make_unique<QLockFile>(QDir(m_path).filePath(QStringLiteral("lock"))))
{
    m_lock->setStaleLockTime(0); // only the end of its process makes a lock stale
}

DataFolder::~DataFolder()
{
    m_lock.reset(); // removes its file
    for (const auto &folder : std::as_const(m_made))
        QDir().rmdir(folder); // refuses where something is in it
}

Result<DataFolder> DataFolder::open(const QString &path)
{
    DataFolder folder(path);
    for (QString missing = QDir(path).absolutePath(); !QFileInfo::exists(missing);
         missing = QFileInfo(missing).absolutePath())
        folder.m_made << missing;
    if (const auto made = PrivateFile::makeFolder(path); !made) {
        if (made.error().code == ErrorCode::Configuration)
            return made.error();
        return Error{ErrorCode::Configuration, QStringLiteral("the data folder cannot be made or written")};
    }
    if (folder.m_lock->tryLock(0))
        return folder;
    if (folder.m_lock->error() == QLockFile::LockFailedError)
        return Error{ErrorCode::AddressInUse, QStringLiteral("the data folder is in use by another ScanTill")};
    return Error{ErrorCode::Configuration, QStringLiteral("the data folder cannot be written")};
}

QString DataFolder::file(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

Result<QByteArray> DataFolder::secret(const QString &name, Random &random) const
{
    const QString path = file(name);
    if (!QFile::exists(path)) {
        const QByteArray fresh =
            random.bytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        if (const auto written = PrivateFile::write(path, fresh + '\n'); !written)
            return Error{ErrorCode::Configuration, QStringLiteral("%1 cannot be written").arg(name)};
        return fresh;
    }
    const auto kept = PrivateFile::readSecret(path, 1024, name);
    if (!kept && kept.error().code == ErrorCode::Configuration)
        return kept.error();
    if (!kept || kept->trimmed().size() < 32)
        return Error{ErrorCode::Configuration, QStringLiteral("%1 cannot be read").arg(name)};
    return kept->trimmed();
}
