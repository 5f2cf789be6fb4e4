// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/push/HttpLine.h"

namespace {

/// The body and what it takes on the wire, or nothing while it is not whole.
struct Body
{
    QByteArray content;
    qsizetype wireSize = -1;
};

Body bodyOf(const QByteArray &head, QByteArrayView rest)
{
    const QByteArray fields = head.toLower();
    if (fields.contains("\r\ntransfer-encoding: chunked")) {
        Body body;
        qsizetype at = 0;
        for (;;) {
            const auto line = rest.indexOf("\r\n", at);
            if (line < 0)
                return {};
            const auto size = rest.sliced(at, line - at).toByteArray().toLongLong(nullptr, 16);
            if (rest.size() < line + 2 + size + 2)
                return {};
            body.content += rest.sliced(line + 2, size);
            at = line + 2 + size + 2;
            if (size == 0) {
                body.wireSize = at;
                return body;
            }
        }
    }
    qsizetype length = 0;
    if (const auto field = fields.indexOf("\r\ncontent-length:"); field >= 0)
        length = fields.mid(field + 17, fields.indexOf('\r', field + 17) - field - 17).trimmed().toLongLong();
    if (rest.size() < length)
        return {};
    return {rest.first(length).toByteArray(), length};
}

} // namespace

HttpLine::HttpLine(Loop &loop, quint16 port) : m_socket(loop, port, [this](QByteArray &unread) { read(unread); }) {}

void HttpLine::ask(const QByteArray &request, Answered answered)
{
    m_answered = std::move(answered);
    m_socket.send(request);
}

void HttpLine::read(QByteArray &unread)
{
    if (!m_answered)
        return unread.clear();
    if (!m_socket.isOpen())
        return std::exchange(m_answered, nullptr)(0, {});
    const auto end = unread.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = unread.first(end + 2);
    const Body body = bodyOf(head, QByteArrayView(unread).sliced(end + 4));
    if (body.wireSize < 0)
        return;
    unread.remove(0, end + 4 + body.wireSize);
    std::exchange(m_answered, nullptr)(head.mid(9, 3).toInt(), body.content);
}
