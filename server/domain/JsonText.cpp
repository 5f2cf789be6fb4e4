// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/JsonText.h"

#include <algorithm>

namespace {

constexpr qsizetype usualLength = 1024; ///< an order's, so that it need not grow piece by piece

/// RFC 8259, section 7: what must not stand in a string as it is.
bool isEscaped(char byte)
{
    return byte == '"' || byte == '\\' || uchar(byte) < 0x20;
}

void appendEscaped(QByteArray &text, char byte)
{
    static constexpr char hex[] = "0123456789abcdef";
    if (byte == '"' || byte == '\\') {
        text += '\\';
        text += byte;
        return;
    }
    text += "\\u00";
    text += hex[uchar(byte) >> 4];
    text += hex[uchar(byte) & 15];
}

} // namespace

void JsonText::putName(QLatin1String name)
{
    if (m_members.isEmpty())
        m_members.reserve(usualLength);
    m_members += m_members.isEmpty() ? "{\"" : ",\"";
    m_members.append(name.data(), name.size());
    m_members += "\":";
}

void JsonText::put(QLatin1String name, const QByteArray &value)
{
    putName(name);
    m_members += value;
}

void JsonText::insert(QLatin1String name, qint64 number)
{
    put(name, QByteArray::number(number));
}

void JsonText::insert(QLatin1String name, const QString &text)
{
    putName(name);
    m_members += '"';
    const QByteArray bytes = text.toUtf8(); // a lone surrogate becomes a replacement character
    for (auto from = bytes.begin(); from != bytes.end();) {
        const auto to = std::find_if(from, bytes.end(), isEscaped);
        m_members.append(from, to - from);
        if (to == bytes.end())
            break;
        appendEscaped(m_members, *to);
        from = to + 1;
    }
    m_members += '"';
}
