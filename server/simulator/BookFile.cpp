// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/BookFile.h"

#include "server/crypto/PrivateFile.h"

#include <QBuffer>
#include <QHash>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace {

struct Content
{
    QList<BookLine> entries; ///< in the order they were made
    qint64 wholeUntil = 0; ///< what follows is torn
    qint64 lines = 0;
};

bool reachesTheDisk(const QFile &file)
{
#ifdef Q_OS_WIN
    return ::_commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

Error failure(const QString &what)
{
    return {ErrorCode::StoreFailure, QStringLiteral("the simulator's books: %1").arg(what)};
}

Result<Content> read(QIODevice &device)
{
    Content content;
    QHash<QString, qsizetype> places;
    while (!device.atEnd()) {
        const QByteArray bytes = device.readLine(BookFile::maxLineBytes);
        if (!bytes.endsWith('\n') && device.atEnd())
            break; // torn: the power went while it was written
        const auto line = BookLines::fromBytes(bytes);
        if (!line)
            return failure(QStringLiteral("a bad line at byte %1").arg(content.wholeUntil));
        content.wholeUntil = device.pos();
        ++content.lines;
        const QString key = BookLines::keyOf(*line);
        if (const auto place = places.constFind(key); place != places.cend()) {
            content.entries[*place] = *line;
        } else {
            places.insert(key, content.entries.size());
            content.entries.append(*line);
        }
    }
    return content;
}

Result<void> rewrite(const QString &path, const QList<BookLine> &entries)
{
    QByteArray content;
    for (const auto &entry : entries)
        content += BookLines::toBytes(entry);
    return PrivateFile::write(path, content);
}

/// What the file holds, which may be shorter afterwards: without a torn line, and without what is out of date.
Result<QList<BookLine>> readTidied(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QList<BookLine>();
    if (!file.open(QIODevice::ReadWrite))
        return failure(QStringLiteral("cannot read the file"));
    const auto content = read(file);
    if (!content)
        return content.error();
    if (content->lines > BookFile::maxLinesPerEntry * content->entries.size() + BookFile::spareLines) {
        if (const auto rewritten = rewrite(path, content->entries); !rewritten)
            return rewritten.error();
    } else if (!file.resize(content->wholeUntil)) {
        return failure(QStringLiteral("cannot cut off a torn line"));
    }
    return content->entries;
}

} // namespace

Result<QList<BookLine>> BookFile::open(const QString &path)
{
    const auto entries = readTidied(path);
    if (!entries)
        return entries;
    m_file.setFileName(path);
    // Unbuffered, so that a failed write leaves nothing behind that a later one would bring along.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)
        || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failure(QStringLiteral("cannot open the file"));
    return entries;
}

Result<QList<BookLine>> BookFile::open(const std::shared_ptr<QByteArray> &memory)
{
    QBuffer buffer(memory.get());
    if (!buffer.open(QIODevice::ReadOnly))
        return failure(QStringLiteral("cannot read the memory"));
    const auto content = read(buffer);
    if (!content)
        return content.error();
    buffer.close();
    memory->truncate(content->wholeUntil);
    m_memory = memory;
    return content->entries;
}

Result<void> BookFile::append(const BookLine &line)
{
    const QByteArray bytes = BookLines::toBytes(line);
    if (m_memory)
        m_memory->append(bytes);
    if (!m_file.isOpen())
        return {};
    const qint64 before = m_file.size();
    if (bytes.size() < maxLineBytes && m_file.write(bytes) == bytes.size() && reachesTheDisk(m_file))
        return {};
    m_file.resize(before); // half a line must not become the beginning of the next one
    return failure(QStringLiteral("cannot write"));
}
