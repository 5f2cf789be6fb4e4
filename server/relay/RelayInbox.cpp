// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayInbox.h"

#include "server/domain/WhileHere.h"
#include "server/relay/RelayedHeaders.h"

#include <QLoggingCategory>
#include <algorithm>

namespace {

Q_LOGGING_CATEGORY(lcRelayInbox, "scantill.relay")

/// Whether it will never be taken, however often it comes.
bool isForGood(const Error &error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Unverified;
}

} // namespace

RelayInbox::RelayInbox(RelayPositionStore &positions, const Take &take, RelayCounts &counts, LineLimit &lines)
    : m_positions(positions), m_take(take), m_counts(counts), m_lines(lines)
{
}

QFuture<Result<RelayPosition>> RelayInbox::load()
{
    return m_positions.load();
}

void RelayInbox::begin(const RelayPosition &own, const RelayPosition &relays)
{
    m_position = own;
    if (own.stream != relays.stream) {
        ++m_counts.newStreams;
        if (!own.stream.isEmpty())
            qCWarning(lcRelayInbox) << "the relay's line begins anew; what it lost, queries will find";
        m_position = relays;
    } else if (relays.after > own.after) { // older books of ours were put back; the relay has forgotten those
        m_counts.missing += relays.after - own.after;
        qCWarning(lcRelayInbox) << "the relay has forgotten" << relays.after - own.after << "notifications";
        m_position = relays;
    }
    m_newest = m_position.after;
    if (!(m_position == own))
        save();
}

bool RelayInbox::put(const RelayedNotification &notification)
{
    if (qsizetype(m_items.size()) >= maxUnderWay)
        return false;
    noteNumber(notification.seq);
    m_items.push_back({.id = ++m_lastId, .seq = notification.seq, .digest = notification.digest()});
    whileHere(this, m_take(RelayedHeaders::of(notification), notification.body),
              [this, id = m_lastId](const Result<void> &taken) { answered(id, taken); });
    return true;
}

void RelayInbox::noteNumber(qint64 seq)
{
    if (seq > m_newest + 1) {
        m_counts.missing += seq - m_newest - 1;
        if (const auto leftOut = m_lines.next())
            qCWarning(lcRelayInbox).noquote()
                << "the relay left out" << seq - m_newest - 1 << "numbers - lines left out:" << *leftOut;
    }
    m_newest = std::max(m_newest, seq);
}

void RelayInbox::answered(quint64 id, const Result<void> &taken)
{
    if (!taken && !isForGood(taken.error()))
        return emit failed(taken.error().message);
    // A refused one is done with too. It would be refused again, and must not hold up the line: strangers can post to a
    // relay. If there was a payment behind it after all, signed with a key we do not have yet, our own queries find
    // that.
    ++(taken ? m_counts.taken : m_counts.refused);
    const auto item = std::find_if(m_items.begin(), m_items.end(), [id](const Item &one) { return one.id == id; });
    if (item == m_items.end())
        return;
    item->isDone = true;
    advance();
}

void RelayInbox::advance()
{
    const qint64 before = m_position.after;
    while (!m_items.empty() && m_items.front().isDone) {
        const Item &item = m_items.front();
        if (item.seq > m_position.after) {
            m_position.after = item.seq;
            m_position.digest = item.digest;
        }
        m_items.pop_front();
    }
    if (m_position.after > before)
        save();
}

/// One write at a time; what moved meanwhile goes with the next.
void RelayInbox::save()
{
    m_toSave = true;
    if (m_saving)
        return;
    m_saving = true;
    m_toSave = false;
    whileHere(this, m_positions.save(m_position), [this, seq = m_position.after](const Result<void> &saved) {
        m_saving = false;
        if (!saved)
            return emit failed(saved.error().message);
        if (seq > 0)
            emit done(seq);
        if (m_toSave)
            save();
    });
}
