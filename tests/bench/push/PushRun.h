// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/push/HttpLine.h"

#include <QHash>
#include <memory>

class PeerProcess;

/// Notices go in, so many at once, and each must come out as one push to who waits for it.
class PushRun
{
public:
    struct Notice
    {
        QByteArray key;
        QByteArray request;
    };
    struct Outcome
    {
        double cpuUsPerPush = 0; ///< of the peer, by the kernel's accounting, with all it does besides
        double p50Ms = 0; ///< from the notice's first byte to the push
        double p99Ms = 0;
        double perSecond = 0;
    };

    PushRun(Loop &loop, quint16 port, const PeerProcess &peer) : m_loop(loop), m_port(port), m_peer(peer) {}

    /// A push has been heard by its waiter.
    void heard(const QByteArray &key);
    /// Nothing when a notice was refused, or its push did not arrive, or came twice.
    std::optional<Outcome> run(const std::vector<Notice> &notices, int atOnce);

private:
    struct Flight
    {
        qint64 sentNs = 0;
        int line = 0;
        bool answered = false;
        bool heard = false;
    };
    void pass(int ms);
    void sendNext(int line);
    void landed(const QByteArray &key);

    Loop &m_loop;
    quint16 m_port;
    const PeerProcess &m_peer;
    std::vector<std::unique_ptr<HttpLine>> m_lines;
    const std::vector<Notice> *m_notices = nullptr;
    std::vector<std::size_t> m_next; ///< of each line; the notices are dealt out to the lines in turn
    QHash<QByteArray, Flight> m_flights;
    std::vector<qint64> m_latenciesNs;
    std::size_t m_done = 0;
    QString m_fault;
};
