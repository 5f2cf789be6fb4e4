// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayAccess.h"

#include "server/crypto/PrivateFile.h"
#include "server/domain/Json.h"
#include "server/domain/Random.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QRegularExpression>

namespace {

Error badAccess(const char *sentence)
{
    return because(ErrorCode::Configuration, sentence);
}

} // namespace

Result<RelayAccess> RelayAccess::read(const QUrl &url, const QString &tokenFile)
{
    const bool encrypted = url.scheme() == QLatin1String("wss");
    const bool web = encrypted || url.scheme() == QLatin1String("ws");
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment())
        return badAccess("--relay-url must be a wss address, such as wss://relay.example.com/relay/link");
    if (!encrypted && !isOnThisMachine(url))
        return badAccess("--relay-url must be wss; ws is for a relay on this machine only");
    const auto content = PrivateFile::readSecret(tokenFile, 1024, QStringLiteral("the relay's token file"));
    if (!content && content.error().code == ErrorCode::Configuration)
        return content.error();
    const auto line = content ? Json::parseObject(content->trimmed()) : Result<QJsonObject>(content.error());
    if (!line)
        return badAccess("the relay's token file cannot be read; it holds the line that --relay-add-shop said");
    const RelayAccess access{url, (*line)["shop"].toString(), (*line)["token"].toString().toLatin1()};
    if (!isShopName(access.shop) || access.token.size() < 32 || access.token.size() > 128)
        return badAccess("the relay's token file does not hold the line that --relay-add-shop said");
    return access;
}

QByteArray RelayAccess::newToken(Random &random)
{
    return random.bytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray RelayAccess::hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex();
}

bool RelayAccess::isShopName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9a-z_-]{1,64}\\z"));
    return pattern.match(name).hasMatch();
}

bool RelayAccess::isOnThisMachine(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

QString RelayAccess::newStream(Random &random)
{
    return QString::fromLatin1(random.base32(16));
}
