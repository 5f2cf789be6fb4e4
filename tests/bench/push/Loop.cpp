// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/push/Loop.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

Loop::Loop() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)) {}

Loop::~Loop()
{
    ::close(m_epoll);
}

qint64 Loop::nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

bool Loop::runUntil(const std::function<bool()> &done, int timeoutMs)
{
    const qint64 end = nowNs() + timeoutMs * 1'000'000LL;
    std::array<epoll_event, 256> events;
    while (!done()) {
        if (nowNs() > end)
            return false;
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 100);
        for (int i = 0; i < count; ++i)
            static_cast<Socket *>(events[i].data.ptr)->ready(events[i].events);
    }
    return true;
}

Socket::Socket(Loop &loop, quint16 port, Read read) : m_loop(loop), m_read(std::move(read))
{
    m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in there = {};
    there.sin_family = AF_INET;
    there.sin_port = htons(port);
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int begun = ::connect(m_descriptor, reinterpret_cast<sockaddr *>(&there), sizeof there);
    if (begun != 0 && errno != EINPROGRESS) {
        close();
    } else {
        epoll_event event{EPOLLIN | EPOLLOUT, {.ptr = this}};
        ::epoll_ctl(m_loop.m_epoll, EPOLL_CTL_ADD, m_descriptor, &event);
    }
}

Socket::~Socket()
{
    if (isOpen())
        ::close(m_descriptor);
}

void Socket::send(const QByteArray &bytes)
{
    m_unsent += bytes;
    if (!m_wantsRoom)
        writeAll();
}

void Socket::ready(quint32 events)
{
    if (isOpen() && events & EPOLLOUT)
        writeAll();
    if (isOpen() && events & (EPOLLIN | EPOLLHUP | EPOLLERR))
        readAll();
}

void Socket::readAll()
{
    std::array<char, 16 * 1024> buffer;
    for (;;) {
        const auto count = ::read(m_descriptor, buffer.data(), buffer.size());
        if (count < 0 && errno == EAGAIN)
            break;
        if (count <= 0)
            return close();
        m_unread.append(buffer.data(), count);
        if (std::size_t(count) < buffer.size())
            break;
    }
    m_read(m_unread);
}

void Socket::writeAll()
{
    while (!m_unsent.isEmpty()) {
        const auto count = ::send(m_descriptor, m_unsent.constData(), size_t(m_unsent.size()), MSG_NOSIGNAL);
        if (count < 0 && (errno == EAGAIN || errno == ENOTCONN))
            break;
        if (count < 0)
            return close();
        m_unsent.remove(0, count);
    }
    const bool wantsRoom = !m_unsent.isEmpty();
    if (wantsRoom == m_wantsRoom)
        return;
    m_wantsRoom = wantsRoom;
    epoll_event event{EPOLLIN | (wantsRoom ? EPOLLOUT : 0U), {.ptr = this}};
    ::epoll_ctl(m_loop.m_epoll, EPOLL_CTL_MOD, m_descriptor, &event);
}

void Socket::close()
{
    ::close(m_descriptor);
    m_descriptor = -1;
    m_read(m_unread);
}
