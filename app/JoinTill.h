// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/PairTill.h"
#include "server/DataFolder.h"
#include "ui/JoinDesk.h"
#include "ui/ServerLook.h"

#include <memory>
#include <vector>

/// Takes this till to another server: pairs it as PairTill does, and has the next start go there.
class JoinTill final : public QObject, public JoinDesk
{
    Q_OBJECT
public:
    /// ownFolder: where this till keeps its things now.
    JoinTill(QString dataDir, QString ownFolder) : m_dataDir(std::move(dataDir)), m_ownFolder(std::move(ownFolder)) {}

    QFuture<Result<SeenServer>> look(const QUrl &url) override { return m_look.look(url); }
    QFuture<Result<void>> join(const ServerPlace &place, const QString &code, const QString &till) override;

private:
    Result<void> holdFolders(const ServerPlace &place);
    Result<void> keep(const PairedServer &paired, bool practice);
    void letFoldersGo();

    const QString m_dataDir;
    const QString m_ownFolder;
    ServerLook m_look;
    std::vector<DataFolder> m_held; ///< nobody else's until the answer is kept
    std::unique_ptr<PairTill> m_pairing;
    bool m_asking = false;
};
