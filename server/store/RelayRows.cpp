// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/RelayRows.h"

#include "server/store/Statement.h"

namespace {

/// Header fields are printable ASCII.
QString headerText(const QByteArray &value)
{
    return Statement::text(QString::fromLatin1(value));
}

QByteArray headerOf(const QVariant &value)
{
    return value.toString().toLatin1();
}

} // namespace

Result<qint64> RelayRows::number(const QString &sql, const QVariantList &values)
{
    auto query = Statement::run(m_database, sql, values);
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    return rows.next() ? Result<qint64>(rows.value(0).toLongLong()) : Result<qint64>(Statement::damaged());
}

Result<void> RelayRows::change(const QString &sql, const QVariantList &values)
{
    const auto changed = Statement::change(m_database, sql, values);
    return changed ? Result<void>() : Result<void>(changed.error());
}

Result<std::optional<RelayShop>> RelayRows::find(const QString &name)
{
    auto query = Statement::run(m_database,
                                QStringLiteral("SELECT token_hash, stream, last_seq, acknowledged_seq, "
                                               "acknowledged_digest, waiting_bytes FROM relay_shops WHERE name = ?"),
                                {name});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    if (!rows.next())
        return std::optional<RelayShop>();
    return std::optional<RelayShop>({.name = name,
                                     .tokenHash = rows.value(0).toString().toLatin1(),
                                     .stream = rows.value(1).toString(),
                                     .last = rows.value(2).toLongLong(),
                                     .acknowledged = rows.value(3).toLongLong(),
                                     .acknowledgedDigest = headerOf(rows.value(4)),
                                     .waitingBytes = rows.value(5).toLongLong()});
}

Result<int> RelayRows::countShops()
{
    const auto count = number(QStringLiteral("SELECT count(*) FROM relay_shops"), {});
    return count ? Result<int>(int(*count)) : Result<int>(count.error());
}

/// A line has no gaps, so its oldest is found by its number: nothing of what waits is counted or looked through.
Result<RelayWaiting> RelayRows::waiting()
{
    auto query = Statement::run(
        m_database,
        QStringLiteral("SELECT count(*), sum(last_seq - acknowledged_seq), sum(waiting_bytes), "
                       "max(last_seq - acknowledged_seq), min((SELECT received_at_ms FROM relay_notifications WHERE "
                       "shop = name AND seq = acknowledged_seq + 1)) FROM relay_shops"),
        {});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    if (!rows.next())
        return Statement::damaged();
    return RelayWaiting{.shops = rows.value(0).toInt(),
                        .notifications = rows.value(1).toLongLong(),
                        .bytes = rows.value(2).toLongLong(),
                        .longestLine = rows.value(3).toLongLong(),
                        .oldest = rows.value(4).isNull() ? QDateTime() : Statement::timeOf(rows.value(4))};
}

Result<void> RelayRows::insert(const RelayShop &shop, const QDateTime &now)
{
    return change(QStringLiteral("INSERT INTO relay_shops (name, token_hash, stream, last_seq, acknowledged_seq, "
                                 "acknowledged_digest, waiting_bytes, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                  {shop.name, QString::fromLatin1(shop.tokenHash), shop.stream, shop.last, shop.acknowledged,
                   headerText(shop.acknowledgedDigest), shop.waitingBytes, Statement::time(now)});
}

Result<bool> RelayRows::remove(const QString &name)
{
    const auto removed =
        Statement::change(m_database, QStringLiteral("DELETE FROM relay_shops WHERE name = ?"), {name});
    return removed ? Result<bool>(*removed > 0) : Result<bool>(removed.error());
}

Result<void> RelayRows::update(const RelayShop &shop)
{
    return change(
        QStringLiteral("UPDATE relay_shops SET stream = ?, last_seq = ?, acknowledged_seq = ?, "
                       "acknowledged_digest = ?, waiting_bytes = ? WHERE name = ?"),
        {shop.stream, shop.last, shop.acknowledged, headerText(shop.acknowledgedDigest), shop.waitingBytes, shop.name});
}

Result<bool> RelayRows::isKept(const QString &shop, const QByteArray &digest)
{
    const auto kept = number(QStringLiteral("SELECT count(*) FROM relay_notifications WHERE shop = ? AND digest = ?"),
                             {shop, QString::fromLatin1(digest)});
    return kept ? Result<bool>(*kept > 0) : Result<bool>(kept.error());
}

Result<int> RelayRows::countFrom(const QString &shop, const QString &network)
{
    const auto count = number(QStringLiteral("SELECT count(*) FROM relay_notifications WHERE shop = ? AND network = ? "
                                             "AND network <> ''"),
                              {shop, Statement::text(network)});
    return count ? Result<int>(int(*count)) : Result<int>(count.error());
}

Result<void> RelayRows::insert(const QString &shop, const RelayedNotification &notification, const QString &network)
{
    return change(
        QStringLiteral("INSERT INTO relay_notifications (shop, seq, received_at_ms, network, digest, timestamp, nonce, "
                       "signature, serial, signature_type, content_type, body) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {shop, notification.seq, Statement::time(notification.receivedAt), Statement::text(network),
         QString::fromLatin1(notification.digest()), headerText(notification.timestamp), headerText(notification.nonce),
         headerText(notification.signature), headerText(notification.serial), headerText(notification.signatureType),
         headerText(notification.contentType), notification.body});
}

Result<QList<RelayedNotification>> RelayRows::after(const QString &shop, qint64 seq, int atMost)
{
    auto query = Statement::run(m_database,
                                QStringLiteral("SELECT seq, received_at_ms, timestamp, nonce, signature, serial, "
                                               "signature_type, content_type, body FROM relay_notifications "
                                               "WHERE shop = ? AND seq > ? ORDER BY seq LIMIT ?"),
                                {shop, seq, atMost});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    QList<RelayedNotification> found;
    while (rows.next())
        found.append({.seq = rows.value(0).toLongLong(),
                      .receivedAt = Statement::timeOf(rows.value(1)),
                      .timestamp = headerOf(rows.value(2)),
                      .nonce = headerOf(rows.value(3)),
                      .signature = headerOf(rows.value(4)),
                      .serial = headerOf(rows.value(5)),
                      .signatureType = headerOf(rows.value(6)),
                      .contentType = headerOf(rows.value(7)),
                      .body = rows.value(8).toByteArray()});
    return found;
}

Result<QByteArray> RelayRows::digestAt(const QString &shop, qint64 seq)
{
    auto query = Statement::run(
        m_database, QStringLiteral("SELECT digest FROM relay_notifications WHERE shop = ? AND seq = ?"), {shop, seq});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    return rows.next() ? headerOf(rows.value(0)) : QByteArray();
}

Result<qint64> RelayRows::bytesUpTo(const QString &shop, qint64 seq)
{
    return number(QStringLiteral("SELECT coalesce(sum(length(timestamp) + length(nonce) + length(signature) + "
                                 "length(serial) + length(signature_type) + length(content_type) + length(body)), 0) "
                                 "FROM relay_notifications WHERE shop = ? AND seq <= ?"),
                  {shop, seq});
}

Result<void> RelayRows::removeUpTo(const QString &shop, qint64 seq)
{
    return change(QStringLiteral("DELETE FROM relay_notifications WHERE shop = ? AND seq <= ?"), {shop, seq});
}
