// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"

#include <QObject>
#include <QUrl>

class QWebSocket;
class Random;

/// The shop's end of the one WebSocket to its relay, which comes back by itself: 0.5 s after a loss, doubling to a
/// minute, with jitter. A relay that has gone silent is found by pings. Certificates are checked as ever.
class RelaySocket : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 firstPauseMs = 500;
    static constexpr qint64 longestPauseMs = 60'000;
    static constexpr qint64 connectMs = 20'000;
    static constexpr qint64 pingMs = 20'000; ///< no answer until the next one: the relay, or the way to it, is dead
    /// A connection that held so long, or brought something, begins with the first pause again. One that is accepted
    /// and dropped at once, by a relay in trouble or for another server with the same token, does not.
    static constexpr qint64 steadyAfterMs = 60'000;

    /// All must outlive this.
    RelaySocket(const QUrl &url, Clock &clock, Random &random);
    ~RelaySocket() override;

    void open();
    /// Ends this connection, if there is one, and opens no other.
    void close();
    /// Ends this connection; another follows after the pause.
    void drop();
    void send(const QString &text);
    bool isUp() const { return m_up; }
    /// It has been good for something: the next loss is the first of its row.
    void proveGood() { m_losses = 0; }

signals:
    void up();
    void down();
    void textCame(const QString &text);

private:
    void connected();
    void ping();
    void after(qint64 delayMs, std::function<void()> call); ///< not if the connection has gone by then
    void sayWhy();

    QUrl m_url;
    Clock &m_clock;
    Random &m_random;
    QWebSocket *m_socket = nullptr; ///< a new one for each connection; owned as a child
    int m_generation = 0;
    int m_losses = 0; ///< in a row
    bool m_up = false;
    bool m_heard = false; ///< since the last ping
};
