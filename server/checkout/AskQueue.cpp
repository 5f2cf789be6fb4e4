// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/AskQueue.h"

#include <algorithm>

void AskQueue::put(const OutTradeNo &number, const Turn &turn)
{
    remove(number);
    m_turns.insert(number, turn);
    m_coming.insert({turn.dueMs, number});
}

void AskQueue::remove(const OutTradeNo &number)
{
    const auto found = m_turns.constFind(number);
    if (found == m_turns.constEnd())
        return;
    m_coming.erase({found->dueMs, number});
    m_coming.erase({found->owedMs, number});
    m_due.erase({-found->createdMs, number});
    m_owed.erase({found->owedMs, number});
    m_turns.erase(found);
}

void AskQueue::hurryAll(qint64 atMs)
{
    const auto turns = m_turns;
    for (auto turn = turns.begin(); turn != turns.end(); ++turn) {
        if (turn->dueMs > atMs)
            put(turn.key(), {turn->createdMs, atMs, turn->owedMs});
    }
}

bool AskQueue::hasDue(qint64 nowMs)
{
    sortIn(nowMs);
    return !m_due.empty();
}

std::optional<OutTradeNo> AskQueue::take(qint64 nowMs)
{
    if (!hasDue(nowMs))
        return std::nullopt;
    m_count = (m_count + 1) % owedShare;
    const bool isOwedTurn = m_count == 0 && !m_owed.empty();
    const OutTradeNo number = (isOwedTurn ? m_owed : m_due).begin()->second;
    remove(number);
    return number;
}

std::optional<qint64> AskQueue::nextMs() const
{
    return m_coming.empty() ? std::nullopt : std::optional(m_coming.begin()->first);
}

void AskQueue::sortIn(qint64 nowMs)
{
    while (!m_coming.empty() && m_coming.begin()->first <= nowMs) {
        const OutTradeNo number = m_coming.begin()->second;
        m_coming.erase(m_coming.begin());
        const Turn &turn = *m_turns.constFind(number);
        m_due.insert({-turn.createdMs, number});
        if (turn.owedMs > nowMs)
            m_coming.insert({turn.owedMs, number});
        else
            m_owed.insert({turn.owedMs, number});
    }
}
