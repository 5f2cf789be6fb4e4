// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/TerminalStore.h"

#include <QHash>
#include <QObject>

class Clock;
class Random;

/// The paired terminals, in memory as in the books, by the hashes of their tokens.
class Terminals : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxTerminals = 10'000;

    Terminals(TerminalStore &store, Clock &clock, Random &random);

    /// Waits for the books; before anybody asks.
    Result<void> load();

    /// Whose token that is; null: nobody's. Counts as seen. The pointer is good until something changes.
    const Terminal *find(const QByteArray &token);
    QList<Terminal> list() const; ///< the oldest first

    struct Paired
    {
        Terminal terminal;
        QByteArray token; ///< 256 random bits, told once and kept nowhere
    };
    /// Busy: maxTerminals.
    QFuture<Result<Paired>> add(const QString &name, const QString &by);
    /// At once, everywhere. NotFound: not known, or revoked already.
    QFuture<Result<void>> revoke(const QString &id, const QString &by);

signals:
    void revoked(const QString &id);

private:
    struct Entry
    {
        Terminal terminal;
        qint64 noteSeenAtMs = 0; ///< steady; in the books the next time it is seen after that
    };

    TerminalStore &m_store;
    Clock &m_clock;
    Random &m_random;
    QHash<QByteArray, Entry> m_entries; ///< by the token's SHA-256
};
