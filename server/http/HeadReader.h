// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpLimits.h"
#include "server/http/HttpMessage.h"
#include "server/http/RequestHead.h"

#include <optional>

/// Reads a request's head line by line as it arrives, and refuses it at the first line that is not plainly right:
/// what two readers could understand in two ways (a bare LF, a folded line, a blank before the colon) is a 400.
class HeadReader
{
public:
    explicit HeadReader(const HttpLimits &limits) : m_limits(limits) {}

    /// Takes the next bytes. A reply refuses the request.
    std::optional<HttpReply> feed(const QByteArray &bytes);
    bool hasBegun() const { return !m_bytes.isEmpty(); }
    bool isWhole() const { return m_whole; }
    const RequestHead &head() const { return m_head; }
    qsizetype headBytes() const { return m_lineStart; } ///< with the blank line
    qsizetype bytesBehind() const { return m_bytes.size() - m_lineStart; } ///< what came along after a whole head

private:
    std::optional<HttpReply> takeLine(QByteArrayView line);
    std::optional<HttpReply> takeRequestLine(QByteArrayView line);
    std::optional<HttpReply> takeField(QByteArrayView line);

    HttpLimits m_limits;
    QByteArray m_bytes;
    qsizetype m_lineStart = 0;
    RequestHead m_head;
    bool m_whole = false;
};
