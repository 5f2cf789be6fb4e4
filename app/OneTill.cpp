// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OneTill.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace {

const QString doorName = QStringLiteral("again");
const QByteArray here = "here\n";

QString folderIn(const QString &dataDir)
{
    return QDir(dataDir).filePath(QStringLiteral("window"));
}

} // namespace

QString OneTill::socketIn(const QString &dataDir, const QString &name)
{
#ifdef Q_OS_WIN
    const auto whose = QCryptographicHash::hash(QDir(dataDir).absolutePath().toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("scantill-%1-%2").arg(QString::fromLatin1(whose.toHex().left(32)), name);
#else
    return QDir(folderIn(dataDir)).absoluteFilePath(name); // nobody else may go into that folder
#endif
}

OneTill::OneTill(DataFolder folder) : m_folder(std::move(folder))
{
    m_door.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_door, &QLocalServer::newConnection, this, &OneTill::answer);
}

Result<std::unique_ptr<OneTill>> OneTill::claim(const QString &dataDir)
{
    auto folder = DataFolder::open(folderIn(dataDir));
    if (!folder)
        return folder.error();
    std::unique_ptr<OneTill> one(new OneTill(std::move(folder).value()));
    const QString door = socketIn(dataDir, doorName);
    QLocalServer::removeServer(door); // of a till that was killed
    if (!one->m_door.listen(door))
        qWarning("no other start can call this till's window: %s", qPrintable(one->m_door.errorString()));
    return one;
}

/// Whoever comes says nothing: that they have come is all there is to know.
void OneTill::answer()
{
    while (auto *caller = m_door.nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        emit startedAgain();
        caller->write(here);
        caller->disconnectFromServer();
    }
}

bool OneTill::bringFirstToFront(const QString &dataDir)
{
    QLocalSocket door;
    door.connectToServer(socketIn(dataDir, doorName), QIODevice::ReadOnly);
    return door.waitForConnected(answerMs) && door.waitForReadyRead(answerMs) && door.read(here.size()) == here;
}
