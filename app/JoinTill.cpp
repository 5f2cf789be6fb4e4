// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/JoinTill.h"

#include "app/JoinedServer.h"
#include "ui/Journal.h"
#include "ui/selling/HeldBills.h"

#include <QDir>
#include <QFile>

namespace {

QString inFolder(const QString &folder, const char *file)
{
    return QDir(folder).filePath(QLatin1String(file));
}

Error oldBusiness()
{
    return {ErrorCode::Conflict, QStringLiteral("what was kept of an earlier server is open")};
}

/// Conflict: whoever went to another server now would leave an order, a refund or a bill behind.
Result<void> nothingOpenIn(const QString &folder)
{
    const QString journalFile = inFolder(folder, "till-journal.jsonl");
    const QString heldFile = inFolder(folder, "till-held.jsonl");
    if (QFile::exists(journalFile)) {
        const auto journal = Journal::open(journalFile);
        if (!journal)
            return journal.error();
        if (!(*journal)->openAttempts().isEmpty() || !(*journal)->openRefunds().isEmpty())
            return oldBusiness();
    }
    if (QFile::exists(heldFile)) {
        const auto held = HeldBills::open(heldFile, {});
        if (!held)
            return held.error();
        if (!(*held)->list().isEmpty())
            return oldBusiness();
    }
    return {};
}

bool knows(const QString &folder, const QUrl &server)
{
    const auto paired = PairedServer::readFrom(folder);
    return paired && paired->place.url == server;
}

} // namespace

/// Before the code is used up: whatever the server turns out to be, it can be kept.
Result<void> JoinTill::holdFolders(const ServerPlace &place)
{
    for (const bool practice : {false, true}) {
        const QString folder = JoinedServer::folderIn(m_dataDir, practice);
        if (QDir(folder) == QDir(m_ownFolder))
            continue; // ours already, and what is open there was asked about
        auto held = DataFolder::open(folder);
        if (!held)
            return held.error();
        if (!knows(folder, place.url)) {
            if (const auto nothing = nothingOpenIn(folder); !nothing)
                return nothing;
        }
        m_held.push_back(std::move(held).value());
    }
    return {};
}

void JoinTill::letFoldersGo()
{
    m_held.clear();
    m_asking = false;
}

QFuture<Result<void>> JoinTill::join(const ServerPlace &place, const QString &code, const QString &till)
{
    if (std::exchange(m_asking, true))
        return ready(Result<void>(Error{ErrorCode::Busy, QStringLiteral("ASKED_ALREADY")}));
    if (const auto held = holdFolders(place); !held) {
        letFoldersGo();
        return ready(held);
    }
    m_pairing = std::make_unique<PairTill>(place, [this](const PairedServer &paired, std::optional<bool> practice) {
        if (!practice) // it would be shown as real money, or as none, on a guess
            return Result<void>(ServerHttp::unreadable());
        return keep(paired, *practice);
    });
    return m_pairing->pair(code, till).then(this, [this](const Result<QString> &terminal) -> Result<void> {
        letFoldersGo();
        if (!terminal)
            return terminal.error();
        return {};
    });
}

/// The mark that sends the next start there comes last.
Result<void> JoinTill::keep(const PairedServer &paired, bool practice)
{
    const QString folder = JoinedServer::folderIn(m_dataDir, practice);
    if (!knows(folder, paired.place.url))
        QFile::remove(inFolder(folder, "till-goods.json")); // another shop's
    const QString settings = inFolder(folder, "till.json");
    if (!QFile::exists(settings)) // the name it has just paired under is in it
        QFile::copy(inFolder(m_ownFolder, "till.json"), settings);
    if (const auto kept = paired.keepIn(folder); !kept)
        return kept.error();
    return JoinedServer{practice}.keepIn(m_dataDir);
}
