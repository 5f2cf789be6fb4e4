// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/RequestHead.h"

#include <QStringDecoder>
#include <algorithm>

namespace {

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::optional<QString> decoded(const QByteArray &segment)
{
    for (qsizetype i = segment.indexOf('%'); i >= 0; i = segment.indexOf('%', i + 1)) {
        if (i + 2 >= segment.size() || !isHex(segment[i + 1]) || !isHex(segment[i + 2]))
            return std::nullopt;
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(segment);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return std::nullopt;
    return text;
}

} // namespace

QList<QByteArray> RequestHead::tokens(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const auto &[fieldName, value] : headers.fields()) {
        if (name.compare(fieldName, Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &token : value.split(','))
            found.append(token.trimmed().toLower());
    }
    return found;
}

qint64 RequestHead::contentLength() const
{
    return headers.value("Content-Length").toLongLong();
}

bool RequestHead::keepsAlive() const
{
    return minorVersion >= 1 && !tokens("Connection").contains("close");
}

bool RequestHead::expectsContinue() const
{
    return minorVersion >= 1 && headers.has("Expect");
}

bool RequestHead::asksForWebSocket() const
{
    const auto holds = [this](QByteArrayView name, QByteArrayView word) {
        const auto all = tokens(name);
        return std::any_of(all.begin(), all.end(), [word](const QByteArray &token) { return token.contains(word); });
    };
    return holds("Connection", "upgrade") && holds("Upgrade", "websocket");
}

QByteArray RequestHead::pathAndQuery() const
{
    if (target.startsWith('/'))
        return target;
    const qsizetype host = target.indexOf("://") + 3;
    const qsizetype end = target.indexOf('/', host);
    return end < 0 ? QByteArray("/") : target.mid(end);
}

QByteArray RequestHead::rawPath() const
{
    const QByteArray both = pathAndQuery();
    const qsizetype mark = both.indexOf('?');
    return mark < 0 ? both : both.left(mark);
}

QByteArray RequestHead::rawQuery() const
{
    const QByteArray both = pathAndQuery();
    const qsizetype mark = both.indexOf('?');
    return mark < 0 ? QByteArray() : both.mid(mark + 1);
}

std::optional<QStringList> RequestHead::pathSegments() const
{
    QStringList segments;
    for (const QByteArray &raw : rawPath().mid(1).split('/')) {
        const auto segment = decoded(raw);
        if (!segment)
            return std::nullopt;
        segments.append(*segment);
    }
    return segments;
}
