// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/LongBooks.h"
#include "server/store/Statement.h"

#include "tests/support/Orders.h"

namespace {

const QString shop = QStringLiteral("1900000001");

/// A connection beside the books' own.
bool onFile(const QString &file, const std::function<bool(SqlConnection &)> &work)
{
    const auto database = SqlConnection::open(file);
    return database && work(**database);
}

bool run(SqlConnection &database, const QStringList &statements)
{
    return std::all_of(statements.begin(), statements.end(),
                       [&](const QString &statement) { return bool(database.execute(statement)); });
}

/// The indexes' names, and what makes each again.
QList<QStringList> indexesOf(SqlConnection &database, const QString &condition)
{
    QList<QStringList> indexes;
    auto query = Statement::run(
        database, QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = "
                                 "'orders' AND sql IS NOT NULL AND ")
                      + condition);
    if (!query)
        return indexes;
    Rows rows = *std::move(query);
    while (rows.next())
        indexes.append({rows.value(0).toString(), rows.value(1).toString()});
    return indexes;
}

QString filling(int orders)
{
    return QString::fromUtf8(
               "WITH RECURSIVE numbered(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbered WHERE i + 1 < {orders}) "
               "INSERT INTO orders (shop_id, out_trade_no, sale, pickup_no, tender, description, total_fen, "
               "payer_total_fen, trade_state, closing, code_url, transaction_id, payer_openid, terminal, operator, "
               "confirmed_by, created_at_ms, expires_at_ms, success_at_ms, refunded_fen, training, seq, case_kind, "
               "case_fen, cash_fen) SELECT '{shop}', printf('01%08dabcdefghjkmnp%04d', i, (i * 7919) % 10000), "
               "printf('sale%d', "
               "i), "
               "'', CASE WHEN i % 20 = 1 THEN 'cash' ELSE 'wechatpay' END, '拿铁 大杯', 500 + (i * 31 % 400) * 25, "
               "NULL, CASE WHEN i % 10 = 3 THEN 'CLOSED' WHEN i % 100 = 7 THEN 'REFUND' ELSE 'SUCCESS' END, 0, "
               "'weixin://wxpay/bizpayurl?pr=abcdefghij', CASE WHEN i % 10 = 3 OR i % 20 = 1 THEN '' ELSE "
               "printf('42000%019d%04d', i, (i * 6971) % 10000) END, 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', 'terminal-1', "
               "'p-abcdefghjkmnpqrs', NULL, {start} + i * {apart}, {start} + i * {apart} + 300000, {start} + i * "
               "{apart} + 5000, 0, 0, 3, "
               "CASE WHEN i % 20000 = 9 THEN 'late' END, CASE WHEN i % 20000 = 9 THEN 500 END, "
               "CASE WHEN i % 20 = 1 THEN 500 + (i * 31 % 400) * 25 END FROM numbered")
        .replace(QLatin1String("{orders}"), QString::number(orders)) // not arg(): SQL has its own %
        .replace(QLatin1String("{shop}"), shop)
        .replace(QLatin1String("{start}"), QString::number(Orders::start.toMSecsSinceEpoch()))
        .replace(QLatin1String("{apart}"), QString::number(LongBooks::apartMs));
}

} // namespace

LongBooks::LongBooks(int orders) : m_orders(orders)
{
    const bool isMade = Database::open(file()).has_value(); // and closed again: nobody else may be at the file
    if (!isMade || !fill())
        return;
    auto opened = Database::open(file());
    if (!opened)
        return;
    m_database = std::move(opened).value();
    m_store = std::make_unique<OrderStore>(*m_database, shop);
}

QDateTime LongBooks::madeAt(int order)
{
    return Orders::start.addMSecs(order * apartMs);
}

QString LongBooks::tailOf(int order)
{
    return QStringLiteral("%1").arg(order * 7919LL % 10'000, 4, 10, QLatin1Char('0'));
}

qint64 LongBooks::priceOf(int order)
{
    return 500 + (order * 31LL % 400) * 25;
}

bool LongBooks::fill()
{
    return onFile(file(), [this](SqlConnection &database) {
        // Row by row into indexes takes ten times as long as making them afterwards.
        const auto indexes = indexesOf(database, QStringLiteral("1 = 1"));
        QStringList statements{"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -200000"};
        for (const auto &index : indexes)
            statements << QStringLiteral("DROP INDEX ") + index[0];
        statements << filling(m_orders);
        for (const auto &index : indexes)
            statements << index[1];
        return run(database, statements);
    });
}

bool LongBooks::dropSearchIndexes()
{
    return onFile(file(), [](SqlConnection &database) {
        QStringList statements;
        for (const auto &index :
             indexesOf(database, QStringLiteral("(name LIKE 'orders_by_%' OR name = 'orders_with_open_case')")))
            statements << QStringLiteral("DROP INDEX ") + index[0];
        return statements.size() == 6 && run(database, statements);
    });
}
