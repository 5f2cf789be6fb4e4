// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MarkFile.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace {

constexpr QLatin1String sumMember("sum");

QString checksum(const QJsonObject &mark)
{
    const QByteArray bytes = QJsonDocument(mark).toJson(QJsonDocument::Compact); // members come sorted
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).first(8).toHex());
}

QByteArray lineOf(QJsonObject mark)
{
    mark[sumMember] = checksum(mark);
    return QJsonDocument(mark).toJson(QJsonDocument::Compact) + '\n';
}

/// The mark of a line, or an empty object for one that cannot be trusted.
QJsonObject markOf(const QByteArray &line)
{
    QJsonObject mark = QJsonDocument::fromJson(line).object();
    const QString sum = mark.take(sumMember).toString();
    return !mark.isEmpty() && sum == checksum(mark) ? mark : QJsonObject();
}

bool reachedDisk(const QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

/// A new file survives a power cut only when its folder's entry is on the disk too.
void syncFolderOf(const QString &path)
{
#ifndef Q_OS_WIN
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
#else
    Q_UNUSED(path);
#endif
}

} // namespace

Result<std::unique_ptr<MarkFile>> MarkFile::open(const QString &path, const QString &name)
{
    std::unique_ptr<MarkFile> file(new MarkFile(path, name));
    if (const auto loaded = file->load(); !loaded)
        return loaded.error();
    return file;
}

Error MarkFile::failure(const QString &why) const
{
    return {ErrorCode::StoreFailure, m_name + QStringLiteral(": ") + why};
}

Result<void> MarkFile::openFile()
{
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return failure(m_file.errorString());
    return {};
}

Result<void> MarkFile::load()
{
    if (QFileInfo(m_file).size() > maxBytes)
        return failure(QStringLiteral("the file is too large to be one"));
    const bool isNew = !m_file.exists();
    if (const auto opened = openFile(); !opened)
        return opened;
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (isNew)
        syncFolderOf(m_file.fileName());
    if (!m_file.seek(0))
        return failure(m_file.errorString());
    const QByteArray bytes = m_file.readAll();
    m_tornTail = !bytes.isEmpty() && !bytes.endsWith('\n');
    for (const QByteArray &line : bytes.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject mark = markOf(line);
        if (mark.isEmpty())
            ++m_ignoredLines;
        else
            m_marks.append(mark);
    }
    return {};
}

Result<void> MarkFile::append(const QJsonObject &mark)
{
    QByteArray line = lineOf(mark);
    if (m_tornTail)
        line.prepend('\n');
    const qint64 written = m_file.write(line);
    if (written != line.size()) {
        m_tornTail = m_tornTail || written != 0; // even a part that could not be counted may be there
        return failure(m_file.errorString());
    }
    m_tornTail = false;
    if (!reachedDisk(m_file))
        return failure(QStringLiteral("it did not reach the disk"));
    return {};
}

Result<void> MarkFile::rewrite(const QList<QJsonObject> &marks)
{
    QSaveFile fresh(m_file.fileName());
    if (!fresh.open(QIODevice::WriteOnly))
        return failure(fresh.errorString());
    fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const QJsonObject &mark : marks)
        fresh.write(lineOf(mark));
    m_file.close();
    if (!fresh.commit()) { // the old file stays as it was
        const QString why = fresh.errorString();
        const auto reopened = openFile();
        return reopened ? failure(why) : reopened.error();
    }
    syncFolderOf(m_file.fileName());
    m_tornTail = false;
    return openFile();
}
