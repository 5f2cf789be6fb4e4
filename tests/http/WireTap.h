// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QThread>
#include <arpa/inet.h>
#include <atomic>
#include <memory>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

/// Stands on the wire between one client and a server, on a thread of its own: passes on what they say, can hold back
/// what the server says, can go on talking to the server in the client's place, and knows how the server has ended.
class WireTap
{
public:
    explicit WireTap(quint16 serverPort)
    {
        sockaddr_in address = loopback(0);
        socklen_t size = sizeof address;
        m_listening = socket(AF_INET, SOCK_STREAM, 0);
        bind(m_listening, reinterpret_cast<sockaddr *>(&address), size);
        listen(m_listening, 1);
        getsockname(m_listening, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread.reset(QThread::create([this, serverPort] { pass(serverPort); }));
        m_thread->start();
    }
    ~WireTap()
    {
        m_quit = true;
        m_thread->wait();
        close(m_listening);
    }
    WireTap(const WireTap &) = delete;
    WireTap &operator=(const WireTap &) = delete;

    quint16 port() const { return m_port; }
    bool isOver() const { return m_over; } ///< the server has ended; then what follows may be read
    bool endedCleanly() const { return m_clean; } ///< with our FIN, not with a reset
    const QByteArray &heard() const { return m_heard; } ///< what the server said, as it was on the wire

    std::atomic<bool> holdsBack = false; ///< reads nothing of the server's
    std::atomic<qint64> passedOn = 0; ///< bytes of the client's
    /// How much the server takes when somebody goes on sending after its end, at most that many bytes.
    qint64 babble(qint64 most) const
    {
        const QByteArray bytes(16 * 1024, 'x');
        qint64 taken = 0;
        while (taken < most) {
            const auto sent = send(m_server, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
            if (sent < 0)
                break;
            taken += sent;
        }
        return taken;
    }

private:
    static sockaddr_in loopback(quint16 port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }
    static bool isReadable(int descriptor)
    {
        pollfd wanted{descriptor, POLLIN, 0};
        return poll(&wanted, 1, 5) > 0;
    }
    static bool forward(const char *bytes, ssize_t size, int to)
    {
        for (ssize_t done = 0; done < size;) {
            const auto sent = send(to, bytes + done, size_t(size - done), MSG_NOSIGNAL);
            if (sent < 0)
                return false;
            done += sent;
        }
        return true;
    }
    void pass(quint16 serverPort)
    {
        while (!m_quit && !isReadable(m_listening))
            ;
        if (m_quit)
            return;
        const int client = accept(m_listening, nullptr, nullptr);
        const sockaddr_in address = loopback(serverPort);
        m_server = socket(AF_INET, SOCK_STREAM, 0);
        bool clientIsThere = connect(m_server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        char bytes[16 * 1024];
        while (!m_quit) {
            if (clientIsThere && isReadable(client)) {
                const auto size = recv(client, bytes, sizeof bytes, 0);
                clientIsThere = size > 0 && forward(bytes, size, m_server);
                passedOn += qMax<ssize_t>(0, size);
            }
            if (m_over || holdsBack || !isReadable(m_server))
                continue;
            const auto size = recv(m_server, bytes, sizeof bytes, 0);
            if (size > 0) {
                m_heard.append(bytes, size);
                forward(bytes, size, client);
            } else {
                m_clean = size == 0;
                m_over = true;
            }
        }
        close(client);
        close(m_server);
    }

    int m_listening = -1;
    int m_server = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_quit = false;
    std::atomic<bool> m_over = false;
    std::atomic<bool> m_clean = false;
    QByteArray m_heard;
    std::unique_ptr<QThread> m_thread;
};
