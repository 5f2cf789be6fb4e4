// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Trace.h"

#include <QMap>

/// What the shop's books would hold after a crash now, at the least: read from the synced image by a connection of its
/// own, without any of the server's code.
class BooksReader
{
public:
    using Row = QMap<QString, QString>; ///< by column; NULL is an empty text

    /// Books that cannot be read break the run.
    BooksReader(QString fileSystem, Trace &trace) : m_fileSystem(std::move(fileSystem)), m_trace(trace) {}

    QList<Row> rows(const QByteArray &sql) const;
    /// Whether a payment of this order number is in them: as paid, or as a case.
    bool knowsPaymentOf(const QString &outTradeNo) const;
    bool knowsTransaction(const QString &transactionId) const;
    /// Whether WeChat's word about a refund of this order is in them.
    bool knowsRefundOf(const QString &outTradeNo) const;

private:
    QString m_fileSystem;
    Trace &m_trace;
};
