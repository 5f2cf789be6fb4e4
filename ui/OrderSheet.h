// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

#include <QHash>
#include <QStringList>

/// Orders as the lines of a file: a table for a spreadsheet (CSV: UTF-8 with its mark, CRLF, RFC 4180, no cell that
/// would run as a formula, yuan with two decimals) or JSON (the wire's orders, without who paid and the code's
/// address).
class OrderSheet
{
public:
    enum class Format { Csv, Json };
    /// What people read in the table.
    struct Words
    {
        QStringList heads; ///< of its columns; empty: the wire's names
        QHash<QString, QString> values; ///< of a trade state or a tender; what is missing stays as it is
    };
    static constexpr qsizetype columns = 13;

    /// names: of people, by id.
    OrderSheet(Format format, Words words, QHash<QString, QString> names);

    QByteArray begin() const;
    /// first: nothing has been written after begin().
    QByteArray lines(const QList<Order> &orders, bool first) const;
    QByteArray end() const;

    /// One cell: quoted where it must be, and never a formula or a number that a spreadsheet would round.
    static QString cell(QString text);

private:
    QByteArray csv(const Order &order) const;
    static QByteArray json(const Order &order);
    QString word(const QString &name) const { return m_words.values.value(name, name); }

    Format m_format;
    Words m_words;
    QHash<QString, QString> m_names;
};
