// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/Database.h"
#include "server/store/OrderStore.h"

#include <QTemporaryDir>

/// The books of a shop that has had so many orders, one every 30 s, in a temporary folder.
class LongBooks
{
public:
    static constexpr qint64 apartMs = 30'000;

    /// store() is there when ok().
    explicit LongBooks(int orders);
    bool ok() const { return m_store != nullptr; }
    OrderStore &store() { return *m_store; }
    int orders() const { return m_orders; }
    /// When an order was made, from 0.
    static QDateTime madeAt(int order);
    /// The last four digits of its number.
    static QString tailOf(int order);
    static qint64 priceOf(int order);

    /// As they were before there was a history to search.
    bool dropSearchIndexes();

private:
    bool fill();
    QString file() const { return m_folder.filePath(QStringLiteral("books.sqlite")); }

    const int m_orders;
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OrderStore> m_store;
};
