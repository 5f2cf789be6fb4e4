// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpHeaders.h"
#include "server/runtime/LineLimit.h"
#include "server/store/RelayPositionStore.h"
#include "server/store/RelayedNotification.h"

#include <QObject>
#include <deque>
#include <functional>

/// What came from the relay, counted since the start.
struct RelayCounts
{
    qint64 taken = 0; ///< in the books, as whatever it is, or for the second time
    qint64 refused = 0; ///< did not verify, or could not be read
    qint64 missing = 0; ///< numbers that were left out
    qint64 newStreams = 0; ///< the relay's numbers began anew
};

/// The notifications of one connection to the relay, in their order: each is taken as if WeChat had posted it here, and
/// the position moves past it once it is in the books, or refused for good. The relay's numbers say where to go on and
/// nothing else: whatever comes is looked at, whichever number it has.
class RelayInbox : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxUnderWay = 64; ///< an honest relay has fewer on its way

    /// InvalidInput and Unverified: it will never be taken. Other errors: it was not written.
    using Take = std::function<QFuture<Result<void>>(const HttpHeaders &, const QByteArray &)>;

    /// All must outlive this. lines: how many a relay may make us write into the log.
    RelayInbox(RelayPositionStore &positions, const Take &take, RelayCounts &counts, LineLimit &lines);

    /// Where to go on. One call, before the first notification; then what the relay says to it.
    QFuture<Result<RelayPosition>> load();
    void begin(const RelayPosition &own, const RelayPosition &relays);
    /// False: more than any honest relay sends.
    bool put(const RelayedNotification &notification);

signals:
    /// All up to this number are durably done with.
    void done(qint64 seq);
    /// One could not be written, nor can what comes after it be acknowledged.
    void failed(const QString &why);

private:
    struct Item
    {
        quint64 id = 0;
        qint64 seq = 0;
        QByteArray digest;
        bool isDone = false;
    };
    void answered(quint64 id, const Result<void> &taken);
    void advance();
    void save();
    void noteNumber(qint64 seq);

    RelayPositionStore &m_positions;
    Take m_take;
    RelayCounts &m_counts;
    LineLimit &m_lines;
    RelayPosition m_position;
    std::deque<Item> m_items;
    quint64 m_lastId = 0;
    qint64 m_newest = 0; ///< the highest number that came
    bool m_saving = false;
    bool m_toSave = false;
};
