// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/JoinedServer.h"

#include "server/crypto/PrivateFile.h"
#include "server/domain/Json.h"

#include <QDir>
#include <QJsonDocument>

namespace {

constexpr qint64 mostJoinedBytes = 1024;

QString joinedFile(const QString &dataDir)
{
    return QDir(dataDir).filePath(QString::fromLatin1(JoinedServer::fileName));
}

} // namespace

QString JoinedServer::folderIn(const QString &dataDir, bool training)
{
    return QDir(dataDir).filePath(training ? QStringLiteral("remote-training") : QStringLiteral("remote-live"));
}

Result<void> JoinedServer::keepIn(const QString &dataDir) const
{
    return PrivateFile::write(joinedFile(dataDir), QJsonDocument(QJsonObject{{"training", training}}).toJson());
}

Result<std::optional<JoinedServer>> JoinedServer::readFrom(const QString &dataDir)
{
    const auto content = PrivateFile::read(joinedFile(dataDir), mostJoinedBytes);
    if (!content && content.error().code == ErrorCode::NotFound)
        return std::optional<JoinedServer>();
    const auto json = content ? Json::parseObject(*content) : Result<QJsonObject>(content.error());
    if (!json || !(*json)["training"].isBool())
        return Error{ErrorCode::Configuration,
                     QStringLiteral("%1 is damaged; remove it, or start with --server").arg(QLatin1String(fileName))};
    return std::optional(JoinedServer{(*json)["training"].toBool()});
}
