// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/Terminals.h"

#include "server/domain/Clock.h"
#include "server/domain/Random.h"

#include <QCryptographicHash>
#include <algorithm>
#include <chrono>

namespace {

constexpr int terminalTokenBytes = 32;
constexpr qsizetype idLength = 12;
constexpr std::chrono::milliseconds notedEvery = std::chrono::hours(1);

/// What is compared is a hash: how long that takes tells nothing about a token.
QByteArray hashOfToken(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace

Terminals::Terminals(TerminalStore &store, Clock &clock, Random &random)
    : m_store(store), m_clock(clock), m_random(random)
{
}

Result<void> Terminals::load()
{
    const auto rows = m_store.waitForAll();
    if (!rows)
        return rows.error();
    for (const auto &row : *rows)
        m_entries.insert(QByteArray::fromHex(row.tokenHash.toLatin1()), {.terminal = row.terminal});
    return {};
}

const Terminal *Terminals::find(const QByteArray &token)
{
    const auto found = m_entries.find(hashOfToken(token));
    if (found == m_entries.end())
        return nullptr;
    const qint64 nowMs = m_clock.steadyMs();
    if (nowMs >= found->noteSeenAtMs) {
        found->noteSeenAtMs = nowMs + notedEvery.count();
        found->terminal.lastSeen = m_clock.now();
        m_store.seen(found->terminal.id, found->terminal.lastSeen); // it may get lost; it is coarse anyway
    }
    return &found->terminal;
}

QList<Terminal> Terminals::list() const
{
    QList<Terminal> terminals;
    for (const auto &entry : m_entries)
        terminals.append(entry.terminal);
    std::sort(terminals.begin(), terminals.end(), [](const Terminal &a, const Terminal &b) {
        return std::pair(a.madeAt, a.id) < std::pair(b.madeAt, b.id);
    });
    return terminals;
}

QFuture<Result<Terminals::Paired>> Terminals::add(const QString &name, const QString &by)
{
    if (m_entries.size() >= maxTerminals)
        return ready(Result<Paired>(Error{ErrorCode::Busy, QStringLiteral("too many terminals are paired")}));
    const Paired paired{
        {.id = QString::fromLatin1(m_random.base32(idLength)), .name = name, .madeAt = m_clock.now()},
        m_random.bytes(terminalTokenBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)};
    const QByteArray hash = hashOfToken(paired.token);
    return m_store.insert({paired.terminal, QString::fromLatin1(hash.toHex())}, by)
        .then(this, [this, paired, hash](const Result<void> &written) -> Result<Paired> {
            if (!written)
                return written.error();
            m_entries.insert(hash, {.terminal = paired.terminal});
            return paired;
        });
}

QFuture<Result<void>> Terminals::revoke(const QString &id, const QString &by)
{
    return m_store.revoke(id, by, m_clock.now()).then(this, [this, id](const Result<void> &written) {
        if (written) {
            m_entries.removeIf([&id](const auto &entry) { return entry.value().terminal.id == id; });
            emit revoked(id);
        }
        return written;
    });
}
