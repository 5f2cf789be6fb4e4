// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <utility>

/// HTTP header fields in the order they came; names compare without regard to case.
class HttpHeaders
{
public:
    using Field = std::pair<QByteArray, QByteArray>;

    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<Field> fields) : m_fields(fields) {}

    void add(const QByteArray &name, const QByteArray &value) { m_fields.append({name, value}); }
    /// Takes the place of every field of that name.
    void set(const QByteArray &name, const QByteArray &value);
    /// The first value of that name; empty when there is none.
    QByteArray value(QByteArrayView name) const;
    bool has(QByteArrayView name) const { return count(name) > 0; }
    qsizetype count(QByteArrayView name) const;
    const QList<Field> &fields() const { return m_fields; }

private:
    QList<Field> m_fields;
};
