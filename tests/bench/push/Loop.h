// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <functional>
#include <vector>

/// The load generator's own event loop, so that what is measured is not what measures.
class Loop
{
public:
    Loop();
    ~Loop();
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    /// Steady time.
    static qint64 nowNs();

    /// Until `done`, or false after so many milliseconds.
    bool runUntil(const std::function<bool()> &done, int timeoutMs);

private:
    friend class Socket;
    int m_epoll;
};

/// A non-blocking client on loopback. Its owner is told of what comes, and of the end.
class Socket
{
public:
    using Read = std::function<void(QByteArray &unread)>;

    /// Connects at once; a failure is told as the end.
    Socket(Loop &loop, quint16 port, Read read);
    ~Socket();
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    void send(const QByteArray &bytes);
    bool isOpen() const { return m_descriptor >= 0; }

private:
    friend class Loop;
    void ready(quint32 events);
    void readAll();
    void writeAll();
    void close();

    Loop &m_loop;
    int m_descriptor = -1;
    Read m_read;
    QByteArray m_unread;
    QByteArray m_unsent;
    bool m_wantsRoom = true; ///< until it is connected
};
