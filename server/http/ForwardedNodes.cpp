// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ForwardedNodes.h"

#include "server/http/Grammar.h"

#include <algorithm>

namespace {

Error noNode()
{
    return wrongInput("a hop is not written as an address");
}

Error malformedForwarded()
{
    return wrongInput("the Forwarded field is malformed");
}

/// "_hidden", of letters, digits, ".", "_" and "-" (RFC 7239, 6.3).
bool isObfuscated(QByteArrayView text)
{
    return text.size() > 1 && text.startsWith('_') && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_'
                      || c == '-';
           });
}

bool isPort(QByteArrayView text)
{
    return (isDigits(text) && text.size() <= 5) || isObfuscated(text);
}

/// QHostAddress reads more than the four numbers of an address: "127.1", octal and hexadecimal ones.
std::optional<QHostAddress> ipv4Of(QByteArrayView text)
{
    const auto parts = text.toByteArray().split('.');
    const bool plain =
        parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QByteArray &part) {
            return isDigits(part) && part.size() <= 3 && part.toInt() <= 255 && (part.size() == 1 || part[0] != '0');
        });
    return plain ? std::optional(QHostAddress(QString::fromLatin1(text))) : std::nullopt;
}

std::optional<QHostAddress> ipv6Of(QByteArrayView text)
{
    if (!text.contains(':') || text.contains('%') || text.size() > 45)
        return std::nullopt;
    const QHostAddress address(QString::fromLatin1(text));
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return std::nullopt;
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

/// One field's value, taken apart: token "=" (token | quoted-string), joined by ";" and ",".
class FieldReader
{
public:
    explicit FieldReader(const QByteArray &value) : m_rest(value) {}

    bool read(QList<QByteArray> &nodes)
    {
        do {
            QByteArray node; // an element without "for" names nobody
            if (!readElement(node))
                return false;
            nodes.append(node.isEmpty() ? "unknown" : node);
        } while (take(','));
        return m_rest.isEmpty();
    }

private:
    bool readElement(QByteArray &node)
    {
        bool named = false;
        do {
            blanks();
            const QByteArray name = token().toLower();
            if (name.isEmpty() || !take('='))
                return false;
            const auto value = take('"') ? quoted() : std::optional(token());
            if (!value || value->isEmpty() || (name == "for" && named))
                return false;
            if (name == "for") {
                named = true;
                node = *value;
            }
            blanks();
        } while (take(';'));
        return true;
    }
    bool take(char c)
    {
        if (!m_rest.startsWith(c))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    void blanks()
    {
        while (take(' ') || take('\t')) {}
    }
    QByteArray token()
    {
        qsizetype length = 0;
        while (length < m_rest.size() && isToken(m_rest.sliced(length, 1)))
            ++length;
        const QByteArray text = m_rest.first(length).toByteArray();
        m_rest = m_rest.sliced(length);
        return text;
    }
    std::optional<QByteArray> quoted()
    {
        QByteArray text;
        while (!m_rest.isEmpty() && !take('"')) {
            if (take('\\') && m_rest.isEmpty())
                return std::nullopt;
            text += m_rest.front();
            m_rest = m_rest.sliced(1);
            if (m_rest.isEmpty())
                return std::nullopt; // no quote at its end
        }
        return text;
    }

    QByteArrayView m_rest;
};

QList<QByteArray> valuesOf(const HttpHeaders &headers, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const auto &[fieldName, value] : headers.fields()) {
        if (name.compare(fieldName, Qt::CaseInsensitive) == 0)
            values.append(value);
    }
    return values;
}

} // namespace

Result<ForwardedNode> ForwardedNode::parse(QByteArrayView text)
{
    QByteArrayView name = text;
    QByteArrayView port;
    bool hasPort = false;
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        if (end < 0)
            return noNode();
        name = text.sliced(1, end - 1);
        const QByteArrayView behind = text.sliced(end + 1);
        hasPort = !behind.isEmpty();
        if (hasPort && !behind.startsWith(':'))
            return noNode();
        port = behind.sliced(hasPort ? 1 : 0);
    } else if (std::count(text.begin(), text.end(), ':') == 1) {
        hasPort = true;
        name = text.first(text.indexOf(':'));
        port = text.sliced(name.size() + 1);
    }
    if (hasPort && !isPort(port))
        return noNode();
    if (text.startsWith('[') || name.contains(':')) {
        const auto ipv6 = ipv6Of(name);
        return ipv6 ? Result<ForwardedNode>(ForwardedNode{ipv6}) : noNode();
    }
    if (name.compare("unknown", Qt::CaseInsensitive) == 0 || isObfuscated(name))
        return ForwardedNode{};
    const auto ipv4 = ipv4Of(name);
    return ipv4 ? Result<ForwardedNode>(ForwardedNode{ipv4}) : noNode();
}

Result<QList<QByteArray>> forwardedNodes(const HttpHeaders &headers)
{
    QList<QByteArray> nodes;
    const auto values = valuesOf(headers, "Forwarded");
    for (const QByteArray &value : values) {
        if (!FieldReader(value).read(nodes))
            return malformedForwarded();
    }
    return nodes;
}

QList<QByteArray> xForwardedForNodes(const HttpHeaders &headers)
{
    QList<QByteArray> nodes;
    const auto values = valuesOf(headers, "X-Forwarded-For");
    for (const QByteArray &value : values) {
        const auto parts = value.split(',');
        for (const QByteArray &part : parts)
            nodes.append(part.trimmed());
    }
    return nodes;
}
