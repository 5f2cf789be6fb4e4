// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/HttpHeaders.h"

#include <algorithm>

namespace {
auto named(QByteArrayView name)
{
    return [name](const HttpHeaders::Field &field) { return name.compare(field.first, Qt::CaseInsensitive) == 0; };
}
} // namespace

void HttpHeaders::set(const QByteArray &name, const QByteArray &value)
{
    m_fields.removeIf(named(name));
    add(name, value);
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), named(name));
    return found == m_fields.end() ? QByteArray() : found->second;
}

qsizetype HttpHeaders::count(QByteArrayView name) const
{
    return std::count_if(m_fields.begin(), m_fields.end(), named(name));
}
