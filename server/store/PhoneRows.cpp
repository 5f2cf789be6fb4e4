// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/PhoneRows.h"

#include "server/store/Statement.h"

#include <QVariant>

namespace {

QString kindOf(const PhoneId &phone)
{
    return phone.kind == PhoneId::Kind::WeChat ? QStringLiteral("wechat") : QStringLiteral("browser");
}

} // namespace

Result<std::optional<QString>> PhoneRows::holderOf(const PhoneId &phone)
{
    auto query = Statement::run(
        m_database, QStringLiteral("SELECT person FROM phones WHERE shop_id = ? AND kind = ? AND subject = ?"),
        {m_shopId, kindOf(phone), Statement::text(phone.subject)});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    return rows.next() ? std::optional<QString>(rows.value(0).toString()) : std::optional<QString>();
}

Result<void> PhoneRows::bind(const PhoneId &phone, const QString &person, const QString &by, qint64 nowMs)
{
    const auto bound = Statement::change(
        m_database,
        QStringLiteral("INSERT INTO phones (shop_id, kind, subject, person, bound_by, bound_at_ms) "
                       "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (shop_id, kind, subject) DO UPDATE SET "
                       "person = excluded.person, bound_by = excluded.bound_by, bound_at_ms = excluded.bound_at_ms"),
        {m_shopId, kindOf(phone), Statement::text(phone.subject), person, Statement::text(by), nowMs});
    return bound ? Result<void>() : Result<void>(bound.error());
}

Result<void> PhoneRows::unbindAllOf(const QString &person)
{
    const auto unbound = Statement::change(
        m_database, QStringLiteral("DELETE FROM phones WHERE shop_id = ? AND person = ?"), {m_shopId, person});
    return unbound ? Result<void>() : Result<void>(unbound.error());
}
