// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/BooksReader.h"

#include <sqlite3.h>

QList<BooksReader::Row> BooksReader::rows(const QByteArray &sql) const
{
    QList<Row> found;
    sqlite3 *connection = nullptr;
    const QByteArray name = "file:books.sqlite?view=synced&vfs=" + m_fileSystem.toLatin1();
    if (sqlite3_open_v2(name, &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr) == SQLITE_OK) {
        const auto keep = [](void *to, int count, char **values, char **columns) {
            Row row;
            for (int i = 0; i < count; ++i)
                row.insert(QString::fromUtf8(columns[i]), QString::fromUtf8(values[i]));
            static_cast<QList<Row> *>(to)->append(row);
            return 0;
        };
        if (const int code = sqlite3_exec(connection, sql, keep, &found, nullptr); code != SQLITE_OK)
            m_trace.broke(QStringLiteral("the books after a crash cannot be read: ") + sqlite3_errmsg(connection));
    }
    sqlite3_close(connection);
    return found;
}

bool BooksReader::knowsPaymentOf(const QString &outTradeNo) const
{
    const QByteArray number = outTradeNo.toUtf8();
    return !rows("SELECT 1 FROM orders WHERE out_trade_no = '" + number
                 + "' AND transaction_id <> '' UNION ALL SELECT 1 FROM cases WHERE out_trade_no = '" + number + "'")
                .isEmpty();
}

bool BooksReader::knowsTransaction(const QString &transactionId) const
{
    const QByteArray id = transactionId.toUtf8();
    return !rows("SELECT 1 FROM orders WHERE transaction_id = '" + id
                 + "' UNION ALL SELECT 1 FROM cases WHERE transaction_id = '" + id + "'")
                .isEmpty();
}

bool BooksReader::knowsRefundOf(const QString &outTradeNo) const
{
    return !rows("SELECT 1 FROM refunds WHERE status <> 'PROCESSING' AND out_trade_no = '" + outTradeNo.toUtf8() + "'")
                .isEmpty();
}
