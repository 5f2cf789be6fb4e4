// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/SessionStore.h"

#include "server/store/Database.h"
#include "server/store/PeopleRows.h"
#include "server/store/PhoneRows.h"
#include "server/store/Statement.h"

namespace {

Error noSession()
{
    return {ErrorCode::NotFound, QStringLiteral("no such session")};
}

Result<OpenSession> openSession(SqlConnection &database, const QString &shopId, const Person &person,
                                const SessionRow &session)
{
    const auto inserted = Statement::change(
        database,
        QStringLiteral("INSERT INTO operator_sessions (shop_id, token_hash, person, created_at_ms, expires_at_ms) "
                       "VALUES (?, ?, ?, ?, ?)"),
        {shopId, session.tokenHash, person.id, session.createdAt.toMSecsSinceEpoch(),
         session.expiresAt.toMSecsSinceEpoch()});
    if (!inserted)
        return inserted.error();
    return OpenSession{person, session.expiresAt};
}

} // namespace

SessionStore::SessionStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<PinTry>> SessionStore::countTry(const QString &person, const QDateTime &now)
{
    return m_database.run<PinTry>([shopId = m_shopId, person, now](SqlConnection &database) -> Result<PinTry> {
        PeopleRows rows(database, shopId);
        auto row = rows.active(person);
        if (!row)
            return row.error();
        PersonRow counted = *std::move(row);
        const qint64 nowMs = now.toMSecsSinceEpoch();
        if (const auto blockedFor = counted.tries.blockedFor(nowMs); blockedFor.count() > 0)
            return PinTry{blockedFor, counted.tries, {}};
        counted.tries = counted.tries.counted(nowMs);
        if (const auto updated = rows.update(counted); !updated)
            return updated.error();
        return PinTry{{}, counted.tries, counted.pinHash};
    });
}

QFuture<Result<OpenSession>> SessionStore::openByPin(const QString &person, const QString &pinHash,
                                                     const SessionRow &session)
{
    return m_database.run<OpenSession>(
        [shopId = m_shopId, person, pinHash, session](SqlConnection &database) -> Result<OpenSession> {
            PeopleRows rows(database, shopId);
            auto row = rows.active(person);
            if (!row)
                return row.error();
            PersonRow signedIn = *std::move(row);
            if (signedIn.pinHash != pinHash)
                return Error{ErrorCode::Conflict, QStringLiteral("the PIN has been changed")};
            signedIn.tries = {};
            if (const auto updated = rows.update(signedIn); !updated)
                return updated.error();
            return openSession(database, shopId, signedIn.person, session);
        });
}

QFuture<Result<OpenSession>> SessionStore::openByPhone(const PhoneId &phone, const QString &person,
                                                       const SessionRow &session)
{
    return m_database.run<OpenSession>(
        [shopId = m_shopId, phone, person, session](SqlConnection &database) -> Result<OpenSession> {
            const auto holder = PhoneRows(database, shopId).holderOf(phone);
            if (!holder)
                return holder.error();
            if (*holder != person)
                return Error{ErrorCode::NotFound, QStringLiteral("the phone is not that person's any more")};
            const auto row = PeopleRows(database, shopId).active(person);
            if (!row)
                return row.error();
            return openSession(database, shopId, row->person, session);
        });
}

QFuture<Result<OpenSession>> SessionStore::find(const QString &tokenHash, const QDateTime &now)
{
    return m_database.run<OpenSession>([shopId = m_shopId, tokenHash,
                                        now](SqlConnection &database) -> Result<OpenSession> {
        auto query =
            Statement::run(database,
                           QStringLiteral("SELECT person, expires_at_ms FROM operator_sessions WHERE shop_id = ? AND "
                                          "token_hash = ? AND ended_at_ms IS NULL AND expires_at_ms > ?"),
                           {shopId, Statement::text(tokenHash), now.toMSecsSinceEpoch()});
        if (!query)
            return query.error();
        Rows rows = *std::move(query);
        if (!rows.next())
            return noSession();
        const auto person = PeopleRows(database, shopId).active(rows.value(0).toString());
        if (!person)
            return person.error();
        return OpenSession{person->person, QDateTime::fromMSecsSinceEpoch(rows.value(1).toLongLong(), Qt::UTC)};
    });
}

QFuture<Result<void>> SessionStore::end(const QString &tokenHash, const QDateTime &now)
{
    return m_database.run<void>([shopId = m_shopId, tokenHash, now](SqlConnection &database) -> Result<void> {
        const auto ended =
            Statement::change(database,
                              QStringLiteral("UPDATE operator_sessions SET ended_at_ms = ? WHERE shop_id = ? AND "
                                             "token_hash = ? AND ended_at_ms IS NULL"),
                              {now.toMSecsSinceEpoch(), shopId, Statement::text(tokenHash)});
        if (!ended)
            return ended.error();
        return *ended > 0 ? Result<void>() : Result<void>(noSession());
    });
}
