// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PairCode.h"

#include "server/domain/Clock.h"
#include "server/domain/Json.h"
#include "server/domain/Random.h"
#include "server/login/PairingCodes.h"

#include <QDir>
#include <QFileInfo>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace {

bool isAnothers(const QString &folder)
{
#ifdef Q_OS_UNIX
    return QFileInfo(folder).ownerId() != geteuid(); // its server could not read what we leave
#else
    Q_UNUSED(folder)
    return false;
#endif
}

} // namespace

Result<QJsonObject> leavePairingCode(const QString &dataDir, bool training)
{
    const QDir all(dataDir);
    QString folder = all.filePath(QStringLiteral("live"));
    if (training || !QFileInfo::exists(QDir(folder).filePath(QStringLiteral("lock"))))
        folder = all.filePath(QStringLiteral("training"));
    if (!QFileInfo::exists(QDir(folder).filePath(QStringLiteral("lock"))))
        return Error{ErrorCode::Configuration, QStringLiteral("no server runs in this data dir (--data-dir)")};
    if (isAnothers(folder))
        return Error{ErrorCode::Configuration, QStringLiteral("--pair-code is for the user who runs the server")};
    SystemClock clock;
    SystemRandom random;
    const auto code =
        PairingCodes::leaveIn(QDir(folder).filePath(QString::fromLatin1(PairingCodes::dropBoxName)), clock, random);
    if (!code)
        return code.error();
    return QJsonObject{{"code", code->text}, {"expires_at", Json::fromTime(code->expiresAt)}};
}
