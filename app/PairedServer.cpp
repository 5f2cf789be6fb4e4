// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PairedServer.h"

#include "server/crypto/PrivateFile.h"
#include "server/domain/Json.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

constexpr qint64 maxKeptBytes = 4096;

QString pathIn(const QString &folder)
{
    return QDir(folder).filePath(QString::fromLatin1(PairedServer::fileName));
}

Error unreadable(const char *why)
{
    return {ErrorCode::Configuration, QStringLiteral("%1 %2; pair this till anew")
                                          .arg(QString::fromLatin1(PairedServer::fileName), QString::fromLatin1(why))};
}

} // namespace

Result<void> PairedServer::keepIn(const QString &folder) const
{
    const QJsonObject kept{{"server", place.url.toString()},
                           {"fingerprint", QString::fromLatin1(place.pin.hex())},
                           {"token", QString::fromLatin1(token)}};
    return PrivateFile::write(pathIn(folder), QJsonDocument(kept).toJson());
}

Result<PairedServer> PairedServer::readFrom(const QString &folder)
{
    const QString path = pathIn(folder);
    if (!QFile::exists(path))
        return Error{ErrorCode::NotFound, QStringLiteral("this till is not paired")};
    const auto content =
        PrivateFile::readSecret(path, maxKeptBytes, QStringLiteral("what this till keeps of its server"));
    if (!content && content.error().code == ErrorCode::Configuration)
        return content.error();
    const auto json = content ? Json::parseObject(*content) : Result<QJsonObject>(content.error());
    if (!json)
        return unreadable("is damaged");
    PairedServer paired{QUrl((*json)["server"].toString(), QUrl::StrictMode), (*json)["token"].toString().toLatin1()};
    if (const auto fingerprint = (*json)["fingerprint"].toString(); !fingerprint.isEmpty()) {
        const auto pin = CertificatePin::parse(fingerprint);
        if (!pin)
            return unreadable("is damaged");
        paired.place.pin = *pin;
    }
    if (!paired.place.url.isValid() || paired.token.isEmpty())
        return unreadable("is damaged");
    return paired;
}
