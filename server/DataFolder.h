// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QByteArray>
#include <QLockFile>
#include <QStringList>
#include <memory>

class Random;

/// The folder (0700) one running server has for itself, with its secrets (0600).
class DataFolder
{
public:
    /// Makes the folder where there is none. AddressInUse: another program has it.
    static Result<DataFolder> open(const QString &path);
    /// Takes back the folders it made when nothing has been put there.
    ~DataFolder();
    DataFolder(DataFolder &&) = default;
    DataFolder &operator=(DataFolder &&) = delete;

    const QString &path() const { return m_path; }
    QString file(const QString &name) const;
    /// 256 random bits as text, made at the first call. Configuration when others than the owner may read them.
    Result<QByteArray> secret(const QString &name, Random &random) const;

private:
    explicit DataFolder(QString path);
    QString m_path;
    QStringList m_made; ///< by this object, the deepest first
    std::unique_ptr<QLockFile> m_lock;
};
