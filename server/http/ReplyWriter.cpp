// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ReplyWriter.h"

#include "server/http/Grammar.h"
#include "server/http/StatusText.h"

#include <QDateTime>
#include <QLocale>
#include <utility>

namespace {

/// RFC 9110, 5.6.7. Made once a second.
const QByteArray &httpDate(qint64 nowMs)
{
    thread_local qint64 second = -1;
    thread_local QByteArray date;
    if (std::exchange(second, nowMs / 1000) != nowMs / 1000)
        date = QLocale::c()
                   .toString(QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC),
                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                   .toLatin1();
    return date;
}

bool isFraming(QByteArrayView name)
{
    for (const QByteArrayView ours : {"Content-Length", "Transfer-Encoding", "Connection", "Date"}) {
        if (name.compare(ours, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

void append(QByteArray &bytes, QByteArrayView name, QByteArrayView value)
{
    bytes.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

QByteArray replyBytes(const HttpReply &reply, const ReplyFrame &frame)
{
    const bool bodyless = reply.status == 204 || reply.status == 304;
    QByteArray bytes;
    bytes.reserve(512 + reply.body.size());
    bytes.append("HTTP/1.1 ").append(QByteArray::number(reply.status)).append(' ');
    bytes.append(reasonPhrase(reply.status)).append("\r\n");
    append(bytes, "Date", httpDate(frame.nowMs));
    for (const auto &[name, value] : reply.headers.fields()) {
        if (isToken(name) && isFieldValue(value) && !isFraming(name))
            append(bytes, name, value);
    }
    if (!bodyless) {
        append(bytes, "Content-Length", QByteArray::number(reply.body.size()));
        if (!reply.body.isEmpty() && !reply.headers.has("Content-Type"))
            append(bytes, "Content-Type", "application/octet-stream");
    }
    if (!reply.headers.has("X-Content-Type-Options"))
        append(bytes, "X-Content-Type-Options", "nosniff");
    if (!reply.headers.has("Cache-Control"))
        append(bytes, "Cache-Control", "no-store");
    if (reply.headers.has("Upgrade"))
        append(bytes, "Connection", frame.closing ? "Upgrade, close" : "Upgrade");
    else if (frame.closing)
        append(bytes, "Connection", "close");
    bytes += "\r\n";
    if (!bodyless && !frame.withoutBody)
        bytes += reply.body;
    return bytes;
}
