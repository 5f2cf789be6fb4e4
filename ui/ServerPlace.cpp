// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ServerPlace.h"

#include <QHostAddress>

bool ServerPlace::isThisMachine(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

Result<QUrl> ServerPlace::parse(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool more = url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty();
    const bool http = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || more || !(http || url.scheme() == QLatin1String("https")))
        return wrongInput("a server's address is an https:// URL, or http:// on this machine");
    if (http && !isThisMachine(url))
        return Error{ErrorCode::Forbidden, QStringLiteral("http:// is for this machine alone")};
    return url;
}

Result<QUrl> ServerPlace::parseTyped(const QString &typed)
{
    constexpr qsizetype mostChars = 255;
    QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();
    text.replace(QChar(0x3002), u'.'); // the full stop of a Chinese keyboard
    while (text.endsWith(u'/') && !text.endsWith(QLatin1String("://")))
        text.chop(1);
    if (text.size() > mostChars)
        return wrongInput("too long for a server's address");
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("https://"));
    return parse(text);
}
