// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/push/Dialect.h"
#include "tests/bench/push/WebSocketClient.h"

#include <memory>

/// The tills that wait, each for a key of its own.
class Waiters
{
public:
    /// heard: every push, with its key.
    using Heard = std::function<void(const QByteArray &key)>;

    /// token: opens every key; empty where none is asked for.
    Waiters(Loop &loop, quint16 port, Dialect dialect, QByteArray token, Heard heard)
        : m_loop(loop), m_port(port), m_dialect(dialect), m_token(std::move(token)), m_heard(std::move(heard))
    {
    }

    static QByteArray keyOf(int waiter);

    /// Until so many wait, and the peer has taken each; false if one is refused.
    bool growTo(int count);
    /// One of them waits for another key too. confirmAll tells when that has been done.
    void alsoWaitFor(const QByteArray &key);
    bool confirmAll();
    int count() const { return int(m_clients.size()); }

private:
    void add(int waiter);
    void onMessage(const QByteArray &message);
    bool isAnyLost() const;

    Loop &m_loop;
    quint16 m_port;
    Dialect m_dialect;
    QByteArray m_token;
    Heard m_heard;
    std::vector<std::unique_ptr<WebSocketClient>> m_clients;
    int m_probes = 0; ///< not yet answered
    int m_next = 0; ///< whose turn it is to take one more key
};
