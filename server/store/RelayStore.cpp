// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/RelayStore.h"

#include "server/store/Database.h"

#include <algorithm>

namespace {

Error noSuchShop()
{
    return {ErrorCode::NotFound, QStringLiteral("this relay serves no such shop")};
}

Error fullBacklog()
{
    return {ErrorCode::Busy, QStringLiteral("too many notifications wait for the shop")};
}

Result<RelayShop> shopIn(RelayRows &rows, const QString &name)
{
    const auto shop = rows.find(name);
    if (!shop)
        return shop.error();
    return *shop ? Result<RelayShop>(**shop) : Result<RelayShop>(noSuchShop());
}

/// The shop, if that is still the name of its line.
Result<RelayShop> shopOnStream(RelayRows &rows, const QString &name, const QString &stream)
{
    auto shop = shopIn(rows, name);
    if (shop && shop->stream != stream)
        return noSuchShop();
    return shop;
}

Result<RelayShop> forgetUpTo(RelayRows &rows, RelayShop shop, qint64 seq)
{
    if (seq <= shop.acknowledged)
        return shop;
    seq = std::min(seq, shop.last);
    const auto digest = rows.digestAt(shop.name, seq);
    if (!digest)
        return digest.error();
    const auto bytes = rows.bytesUpTo(shop.name, seq);
    if (!bytes)
        return bytes.error();
    if (const auto removed = rows.removeUpTo(shop.name, seq); !removed)
        return removed.error();
    shop.acknowledged = seq;
    shop.acknowledgedDigest = *digest;
    shop.waitingBytes = std::max<qint64>(0, shop.waitingBytes - *bytes);
    const auto updated = rows.update(shop);
    return updated ? Result<RelayShop>(shop) : Result<RelayShop>(updated.error());
}

/// Whether this line had that notification under that number; of those forgotten long ago nobody knows.
Result<bool> wasHere(RelayRows &rows, const RelayShop &shop, const RelayPosition &position)
{
    if (position.after <= shop.acknowledged)
        return position.after < shop.acknowledged || position.digest == shop.acknowledgedDigest;
    const auto digest = rows.digestAt(shop.name, position.after);
    return digest ? Result<bool>(!digest->isEmpty() && *digest == position.digest) : Result<bool>(digest.error());
}

/// Whether there is room for it.
Result<void> roomFor(RelayRows &rows, const RelayShop &shop, const RelayedNotification &notification,
                     const QString &network, const RelayBacklog &backlog)
{
    if (shop.waiting() >= backlog.notifications || shop.waitingBytes + notification.bytes() > backlog.bytes)
        return fullBacklog();
    if (network.isEmpty())
        return {};
    const auto taken = rows.countFrom(shop.name, network);
    if (!taken)
        return taken.error();
    return *taken < backlog.ofOneNetwork ? Result<void>() : Result<void>(fullBacklog());
}

} // namespace

RelayStore::RelayStore(Database &database, const RelayBacklog &backlog) : m_database(database), m_backlog(backlog) {}

QFuture<Result<void>> RelayStore::add(const RelayShop &shop, const QDateTime &now)
{
    return m_database.run<void>([shop, now](SqlConnection &database) -> Result<void> {
        RelayRows rows(database);
        const auto there = rows.find(shop.name);
        if (!there)
            return there.error();
        if (*there)
            return Error{ErrorCode::Conflict, QStringLiteral("this relay serves a shop of that name already")};
        const auto count = rows.countShops();
        if (!count)
            return count.error();
        if (*count >= maxShops)
            return Error{ErrorCode::Busy, QStringLiteral("a relay serves at most %1 shops").arg(maxShops)};
        return rows.insert(shop, now);
    });
}

QFuture<Result<void>> RelayStore::remove(const QString &name)
{
    return m_database.run<void>([name](SqlConnection &database) -> Result<void> {
        const auto removed = RelayRows(database).remove(name);
        if (!removed)
            return removed.error();
        return *removed ? Result<void>() : Result<void>(noSuchShop());
    });
}

QFuture<Result<RelayShop>> RelayStore::shop(const QString &name)
{
    return m_database.run<RelayShop>([name](SqlConnection &database) {
        RelayRows rows(database);
        return shopIn(rows, name);
    });
}

QFuture<Result<RelayWaiting>> RelayStore::waiting()
{
    return m_database.run<RelayWaiting>([](SqlConnection &database) { return RelayRows(database).waiting(); });
}

QFuture<Result<bool>> RelayStore::keep(const QString &shopName, const RelayedNotification &notification,
                                       const QString &network)
{
    return m_database.run<bool>(
        [shopName, notification, network, backlog = m_backlog](SqlConnection &database) -> Result<bool> {
            RelayRows rows(database);
            auto found = shopIn(rows, shopName);
            if (!found)
                return found.error();
            const auto kept = rows.isKept(shopName, notification.digest());
            if (!kept || *kept)
                return kept ? Result<bool>(false) : kept;
            if (const auto room = roomFor(rows, *found, notification, network, backlog); !room)
                return room.error();
            RelayShop shop = *std::move(found);
            RelayedNotification next = notification;
            next.seq = ++shop.last;
            shop.waitingBytes += notification.bytes();
            if (const auto inserted = rows.insert(shopName, next, network); !inserted)
                return inserted.error();
            const auto updated = rows.update(shop);
            return updated ? Result<bool>(true) : Result<bool>(updated.error());
        });
}

QFuture<Result<RelayShop>> RelayStore::resume(const QString &name, const RelayPosition &position,
                                              const QString &freshStream)
{
    return m_database.run<RelayShop>([name, position, freshStream](SqlConnection &database) -> Result<RelayShop> {
        RelayRows rows(database);
        auto found = shopIn(rows, name);
        if (!found || found->stream != position.stream)
            return found;
        RelayShop shop = *std::move(found);
        const auto isOurs = wasHere(rows, shop, position);
        if (!isOurs)
            return isOurs.error();
        if (*isOurs)
            return forgetUpTo(rows, shop, position.after);
        shop.stream = freshStream;
        const auto updated = rows.update(shop);
        return updated ? Result<RelayShop>(shop) : Result<RelayShop>(updated.error());
    });
}

QFuture<Result<QList<RelayedNotification>>> RelayStore::after(const QString &name, const QString &stream, qint64 seq,
                                                              int atMost)
{
    using Page = QList<RelayedNotification>;
    return m_database.run<Page>([name, stream, seq, atMost](SqlConnection &database) -> Result<Page> {
        RelayRows rows(database);
        const auto shop = shopOnStream(rows, name, stream);
        return shop ? rows.after(name, seq, atMost) : Result<Page>(shop.error());
    });
}

QFuture<Result<void>> RelayStore::acknowledge(const QString &name, const QString &stream, qint64 seq)
{
    return m_database.run<void>([name, stream, seq](SqlConnection &database) -> Result<void> {
        RelayRows rows(database);
        auto shop = shopOnStream(rows, name, stream);
        if (!shop)
            return shop.error();
        const auto forgotten = forgetUpTo(rows, *std::move(shop), seq);
        return forgotten ? Result<void>() : Result<void>(forgotten.error());
    });
}
