// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/// systemd's ear: programs that are started while it lives find it in their NOTIFY_SOCKET.
class NotifySocket
{
public:
    NotifySocket() : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        const auto path = m_folder.filePath(QStringLiteral("notify")).toLocal8Bit();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
        if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("the notify socket cannot be made");
        qputenv("NOTIFY_SOCKET", path);
    }
    ~NotifySocket()
    {
        qunsetenv("NOTIFY_SOCKET");
        ::close(m_socket);
    }

    /// The next message but those that only say "alive"; empty when none comes in time.
    QByteArray next(int timeoutMs = 20'000)
    {
        const QDeadlineTimer deadline(timeoutMs);
        for (;;) {
            const QByteArray message = hear(deadline);
            if (message != watchdog)
                return message;
            ++alive;
        }
    }
    /// Whether nothing but "alive" is said, about that often: never much oftener, and as often in one of five spells,
    /// for a busy machine may hold up whoever says it, and us.
    bool isAliveEvery(int spanMs)
    {
        constexpr int times = 6;
        for (int spell = 0; spell < 5; ++spell) {
            QElapsedTimer took;
            took.start();
            if (!next(0).isEmpty()) // what was said before
                return false;
            for (int heard = 0; heard < times; ++heard) {
                if (hear(QDeadlineTimer(10'000)) != watchdog)
                    return false;
            }
            if (took.elapsed() < times * spanMs / 2)
                return false;
            if (took.elapsed() < times * spanMs * 2)
                return true;
        }
        return false;
    }

    int alive = 0; ///< how often it was said, as far as next() has heard

private:
    static constexpr char watchdog[] = "WATCHDOG=1";

    /// Empty when nothing comes in time.
    QByteArray hear(const QDeadlineTimer &deadline) const
    {
        pollfd asked{m_socket, POLLIN, 0};
        if (::poll(&asked, 1, int(deadline.remainingTime())) != 1)
            return {};
        char bytes[4096];
        const auto count = ::recv(m_socket, bytes, sizeof bytes, 0);
        return QByteArray(bytes, qsizetype(std::max<ssize_t>(0, count)));
    }

    QTemporaryDir m_folder;
    int m_socket;
};
