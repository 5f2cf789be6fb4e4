// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/MarkStore.h"

#include "server/store/Database.h"
#include "server/store/Statement.h"

#include <QJsonDocument>

namespace {

constexpr qsizetype rowsAtOnce = 16; ///< each number of rows is a statement of its own, which is kept

/// How many more marks the order may have; 0 where it is not in the books.
Result<int> roomFor(SqlConnection &database, const QString &shopId, const OutTradeNo &number)
{
    const auto room = Statement::value(
        database,
        QStringLiteral("SELECT CASE WHEN EXISTS (SELECT 1 FROM orders WHERE shop_id = ?1 AND out_trade_no = ?2) THEN "
                       "?3 - (SELECT COUNT(*) FROM order_marks WHERE shop_id = ?1 AND out_trade_no = ?2) ELSE 0 END"),
        {shopId, number.text(), OrderMark::mostPerOrder});
    return room ? Result<int>(room->toInt()) : room.error();
}

Result<QList<OrderMark>> thatFit(SqlConnection &database, const QString &shopId, const QList<OrderMark> &marks)
{
    QHash<OutTradeNo, int> rooms;
    QList<OrderMark> fitting;
    for (const OrderMark &mark : marks) {
        auto room = rooms.find(mark.number);
        if (room == rooms.end()) {
            const auto found = roomFor(database, shopId, mark.number);
            if (!found)
                return found.error();
            room = rooms.insert(mark.number, *found);
        }
        if (*room <= 0)
            continue;
        --*room;
        fitting.append(mark);
    }
    return fitting;
}

Result<int> insert(SqlConnection &database, const QString &shopId, const QList<OrderMark> &marks)
{
    QVariantList values;
    for (const OrderMark &mark : marks) {
        const QByteArray detail = QJsonDocument(mark.detail.toJson()).toJson(QJsonDocument::Compact);
        values << shopId << mark.number.text() << mark.at.toMSecsSinceEpoch() << mark.source << mark.what
               << QString::fromUtf8(detail);
    }
    const auto rows = QStringList(marks.size(), QStringLiteral("(?, ?, ?, ?, ?, ?)")).join(u',');
    return Statement::change(
        database,
        QStringLiteral("INSERT INTO order_marks (shop_id, out_trade_no, at_ms, source, what, detail) VALUES ") + rows,
        values);
}

} // namespace

MarkStore::MarkStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<int>> MarkStore::append(const QList<OrderMark> &marks)
{
    return m_database.run<int>([shopId = m_shopId, marks](SqlConnection &database) -> Result<int> {
        const auto fitting = thatFit(database, shopId, marks);
        if (!fitting)
            return fitting.error();
        for (qsizetype begin = 0; begin < fitting->size(); begin += rowsAtOnce) {
            if (const auto inserted = insert(database, shopId, fitting->mid(begin, rowsAtOnce)); !inserted)
                return inserted.error();
        }
        return int(fitting->size());
    });
}

QFuture<Result<QList<OrderMark>>> MarkStore::of(const OutTradeNo &number)
{
    return m_database.run<QList<OrderMark>>(
        [shopId = m_shopId, number](SqlConnection &database) -> Result<QList<OrderMark>> {
            auto query = Statement::run(database,
                                        QStringLiteral("SELECT at_ms, source, what, detail FROM order_marks WHERE "
                                                       "shop_id = ? AND out_trade_no = ? ORDER BY at_ms, id"),
                                        {shopId, number.text()});
            if (!query)
                return query.error();
            Rows rows = *std::move(query);
            QList<OrderMark> marks;
            while (rows.next()) {
                const auto json = QJsonDocument::fromJson(rows.value(3).toString().toUtf8()).object();
                const auto detail = MarkDetail::fromJson(json);
                marks.append({.number = number,
                              .at = QDateTime::fromMSecsSinceEpoch(rows.value(0).toLongLong(), Qt::UTC),
                              .source = rows.value(1).toString(),
                              .what = rows.value(2).toString(),
                              .detail = detail ? *detail : MarkDetail()});
            }
            return marks;
        });
}
