// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/MarkStore.h"

#include "server/store/Database.h"
#include "server/store/Statement.h"

#include <QJsonDocument>

namespace {

Result<int> insert(QSqlDatabase &database, const QString &shopId, const OrderMark &mark)
{
    const QString number = mark.number.text();
    const QByteArray detail = QJsonDocument(mark.detail.toJson()).toJson(QJsonDocument::Compact);
    return Statement::change(
        database,
        QStringLiteral("INSERT INTO order_marks (shop_id, out_trade_no, at_ms, source, what, detail) "
                       "SELECT ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM orders WHERE shop_id = ? AND "
                       "out_trade_no = ?) AND (SELECT COUNT(*) FROM order_marks WHERE shop_id = ? AND "
                       "out_trade_no = ?) < ?"),
        {shopId, number, mark.at.toMSecsSinceEpoch(), mark.source, mark.what, QString::fromUtf8(detail), shopId, number,
         shopId, number, OrderMark::mostPerOrder});
}

} // namespace

MarkStore::MarkStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<int>> MarkStore::append(const QList<OrderMark> &marks)
{
    return m_database.run<int>([shopId = m_shopId, marks](QSqlDatabase &database) -> Result<int> {
        int written = 0;
        for (const OrderMark &mark : marks) {
            const auto inserted = insert(database, shopId, mark);
            if (!inserted)
                return inserted.error();
            written += *inserted;
        }
        return written;
    });
}

QFuture<Result<QList<OrderMark>>> MarkStore::of(const OutTradeNo &number)
{
    return m_database.run<QList<OrderMark>>(
        [shopId = m_shopId, number](QSqlDatabase &database) -> Result<QList<OrderMark>> {
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
