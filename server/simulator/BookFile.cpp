// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/BookFile.h"

#include "server/crypto/PrivateFile.h"
#include "server/domain/Json.h"

#include <QHash>
#include <QJsonDocument>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace {

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

QByteArray lineOf(const BookOrder &order)
{
    return QJsonDocument(order.toJson()).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Result<QList<BookOrder>> BookFile::open(const QString &path)
{
    const auto orders = read(path);
    if (!orders)
        return orders;
    m_file.setFileName(path);
    // Unbuffered, so that a failed write leaves nothing behind that a later one would bring along.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)
        || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failure(QStringLiteral("cannot open the file"));
    return orders;
}

Result<QList<BookOrder>> BookFile::read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QList<BookOrder>();
    if (!file.open(QIODevice::ReadWrite))
        return failure(QStringLiteral("cannot read the file"));
    QList<BookOrder> orders; // in the order they were made
    QHash<QString, qsizetype> places;
    qint64 wholeUntil = 0;
    qint64 lines = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(maxLineBytes);
        if (!line.endsWith('\n') && file.atEnd())
            break; // torn: the power went while it was written
        const auto json = Json::parseObject(line);
        const auto order = json ? BookOrder::fromJson(*json) : Result<BookOrder>(json.error());
        if (!order)
            return failure(QStringLiteral("a bad line at byte %1").arg(wholeUntil));
        wholeUntil = file.pos();
        ++lines;
        if (const auto place = places.constFind(order->outTradeNo); place != places.cend()) {
            orders[*place] = *order;
        } else {
            places.insert(order->outTradeNo, orders.size());
            orders.append(*order);
        }
    }
    if (lines > maxLinesPerOrder * orders.size() + spareLines) {
        const auto rewritten = rewrite(path, orders);
        return rewritten ? Result<QList<BookOrder>>(orders) : Result<QList<BookOrder>>(rewritten.error());
    }
    if (!file.resize(wholeUntil))
        return failure(QStringLiteral("cannot cut off a torn line"));
    return orders;
}

Result<void> BookFile::rewrite(const QString &path, const QList<BookOrder> &orders)
{
    QByteArray content;
    for (const auto &order : orders)
        content += lineOf(order);
    return PrivateFile::write(path, content);
}

Result<void> BookFile::append(const BookOrder &order)
{
    const qint64 before = m_file.size();
    const QByteArray line = lineOf(order);
    if (line.size() < maxLineBytes && m_file.write(line) == line.size() && reachesTheDisk(m_file))
        return {};
    m_file.resize(before); // half a line must not become the beginning of the next one
    return failure(QStringLiteral("cannot write"));
}
