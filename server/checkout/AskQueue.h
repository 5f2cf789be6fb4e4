// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Ids.h"

#include <QHash>
#include <optional>
#include <set>

/// Whom to ask about next, when there may be more than can be asked about: the newest of those that are due, and now
/// and then the one that is owed its turn the longest, so that nobody is forgotten. Times are steady milliseconds.
class AskQueue
{
public:
    static constexpr int owedShare = 5; ///< every so many turns belong to who is owed one

    struct Turn
    {
        qint64 createdMs; ///< the newest goes first
        qint64 dueMs;
        qint64 owedMs; ///< not asked until then: owed
    };
    /// Takes the place of an earlier turn of the same number.
    void put(const OutTradeNo &number, const Turn &turn);
    void remove(const OutTradeNo &number);
    /// Everybody's turn comes then, if not before.
    void hurryAll(qint64 atMs);

    bool hasDue(qint64 nowMs);
    /// Whose turn it is; it has left the queue. None: nobody is due.
    std::optional<OutTradeNo> take(qint64 nowMs);
    /// When somebody will be due, where nobody is; none: never.
    std::optional<qint64> nextMs() const;
    qsizetype size() const { return m_turns.size(); }

private:
    using Line = std::set<std::pair<qint64, OutTradeNo>>;

    void sortIn(qint64 nowMs);

    QHash<OutTradeNo, Turn> m_turns;
    Line m_coming; ///< by when they are due, or owed
    Line m_due; ///< by age, the newest first
    Line m_owed; ///< by since when
    int m_count = 0;
};
