// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HeadReader.h"

#include "server/http/Grammar.h"
#include "server/http/StatusText.h"

#include <algorithm>

namespace {

HttpReply malformed(const char *what)
{
    return refusal(400, QString::fromLatin1(what));
}

} // namespace

std::optional<HttpReply> HeadReader::feed(const QByteArray &bytes)
{
    qsizetype lookFrom = m_bytes.size();
    m_bytes += bytes;
    while (!m_whole) {
        const qsizetype end = m_bytes.indexOf('\n', lookFrom);
        if (end < 0)
            break;
        if (end + 1 > m_limits.maxHeaderBytes)
            return refusal(431, QStringLiteral("the header is too large"));
        if (end == m_lineStart || m_bytes[end - 1] != '\r')
            return malformed("a line ends without CR");
        const QByteArrayView line = QByteArrayView(m_bytes).sliced(m_lineStart, end - 1 - m_lineStart);
        m_lineStart = lookFrom = end + 1;
        if (auto refused = takeLine(line))
            return refused;
    }
    if (!m_whole && m_bytes.size() >= m_limits.maxHeaderBytes)
        return refusal(431, QStringLiteral("the header is too large"));
    return std::nullopt;
}

std::optional<HttpReply> HeadReader::takeLine(QByteArrayView line)
{
    if (m_head.method.isEmpty())
        return line.isEmpty() ? std::nullopt
                              : takeRequestLine(line); // RFC 9112, 2.2: empty lines before it are ignored
    if (!line.isEmpty())
        return takeField(line);
    m_whole = true;
    return std::nullopt;
}

std::optional<HttpReply> HeadReader::takeRequestLine(QByteArrayView line)
{
    const auto words = line.toByteArray().split(' ');
    if (words.size() != 3 || !isToken(words[0]) || !isTarget(words[1]))
        return malformed("the request line is malformed");
    const QByteArray &version = words[2];
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigits(version.mid(5, 1)) || version[6] != '.'
        || !isDigits(version.mid(7)))
        return malformed("the request line is malformed");
    if (version[5] != '1')
        return refusal(505, QStringLiteral("HTTP/1.1 only"));
    m_head.method = words[0];
    m_head.target = words[1];
    m_head.minorVersion = version[7] - '0';
    return std::nullopt;
}

std::optional<HttpReply> HeadReader::takeField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return malformed("a header field is malformed"); // also a folded line and a blank before the colon
    const QByteArrayView value = line.sliced(colon + 1);
    if (!isFieldValue(value))
        return malformed("a header field holds a control character");
    if (m_head.headers.fields().size() >= m_limits.maxHeaderFields)
        return refusal(431, QStringLiteral("too many header fields"));
    m_head.headers.add(line.first(colon).toByteArray(), value.trimmed().toByteArray());
    return std::nullopt;
}
