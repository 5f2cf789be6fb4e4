// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/Attackers.h"

#include <QElapsedTimer>
#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

struct Attackers::Client
{
    const Attack *attack = nullptr;
    AttackCounts *counts = nullptr;
    int fd = -1;
    int rounds = 0;
    bool connecting = false;
    bool writing = true;
    bool heard = false;
    QByteArray opening;
    qint64 openingSent = 0;
    qint64 fillerSent = 0;
    qint64 openedMs = 0;
    qint64 nextMs = 0; ///< when it opens again, or drips
};

namespace {

constexpr int ticksMs = 20;
constexpr int mostOpenedATick = 60; ///< so that the kernel's queue is not what is tried here

qint64 steadyMs()
{
    static QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return timer.elapsed();
}

} // namespace

Attackers::Attackers(quint16 port, const QList<Attack> &attacks) : m_port(port), m_attacks(attacks)
{
    m_counts.resize(m_attacks.size());
    for (qsizetype i = 0; i < m_attacks.size(); ++i) {
        for (int n = 0; n < m_attacks[i].connections; ++n) {
            Client client;
            client.attack = &m_attacks[i];
            client.counts = &m_counts[i];
            client.rounds = n;
            m_clients.push_back(client);
        }
    }
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->start();
}

Attackers::~Attackers()
{
    (void)stop();
}

QList<AttackCounts> Attackers::stop()
{
    m_stop = true;
    m_thread->wait();
    return m_counts;
}

void Attackers::run()
{
    m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<epoll_event> events(512);
    qint64 lastTickMs = 0;
    while (!m_stop) {
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), ticksMs);
        for (int i = 0; i < count; ++i)
            onEvents(*static_cast<Client *>(events[size_t(i)].data.ptr), events[size_t(i)].events);
        const qint64 nowMs = steadyMs();
        if (nowMs - lastTickMs < ticksMs)
            continue;
        lastTickMs = nowMs;
        int opened = 0;
        for (Client &client : m_clients) {
            if (client.fd < 0 && (opened >= mostOpenedATick || nowMs < client.nextMs))
                continue;
            opened += client.fd < 0 ? 1 : 0;
            tick(client, nowMs);
        }
    }
    for (Client &client : m_clients)
        close(client, false);
    ::close(m_epoll);
}

void Attackers::tick(Client &client, qint64 nowMs)
{
    if (client.fd < 0)
        return open(client);
    if (nowMs - client.openedMs > client.attack->lifeMs)
        return close(client, false);
    if (client.attack->dripMs > 0 && nowMs >= client.nextMs && !client.connecting) {
        client.nextMs = nowMs + client.attack->dripMs;
        send(client);
    }
}

void Attackers::open(Client &client)
{
    const auto &openings = client.attack->openings;
    const QByteArray opening = openings.isEmpty() ? QByteArray() : openings[client.rounds % openings.size()];
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return;
    if (!client.attack->reads) {
        const int small = 4096;
        ::setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    client.fd = fd;
    client.opening = opening;
    client.openingSent = client.fillerSent = 0;
    client.heard = false;
    client.connecting = client.writing = true;
    client.openedMs = steadyMs();
    client.nextMs = client.openedMs + client.attack->dripMs;
    ++client.rounds;
    ++m_connectedNow;
    (void)::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address);
    epoll_event event{};
    event.events = EPOLLOUT | EPOLLIN;
    event.data.ptr = &client;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event);
}

void Attackers::close(Client &client, bool byServer)
{
    if (client.fd < 0)
        return;
    ::close(client.fd);
    client.fd = -1;
    client.nextMs = steadyMs() + client.attack->pauseMs;
    client.counts->closedOnUs += byServer ? 1 : 0;
    --m_connectedNow;
}

void Attackers::onEvents(Client &client, quint32 events)
{
    if (client.fd < 0)
        return;
    if (events & EPOLLIN) {
        char bytes[4096];
        const ssize_t count = ::recv(client.fd, bytes, sizeof bytes, 0);
        if (count == 0 || (count < 0 && errno != EAGAIN))
            return close(client, true);
        if (count > 0)
            takeReply(client, bytes, count);
    }
    if (events & (EPOLLERR | EPOLLHUP))
        return close(client, true);
    if ((events & EPOLLOUT) && client.connecting) {
        client.connecting = false;
        ++client.counts->connected;
    }
    if (events & (EPOLLIN | EPOLLOUT))
        send(client);
}

void Attackers::takeReply(Client &client, const char *bytes, qsizetype count)
{
    if (client.heard)
        return;
    client.heard = true;
    const QByteArray text(bytes, std::min<qsizetype>(count, 16));
    if (text.startsWith("HTTP/1.1 "))
        ++client.counts->statuses[text.mid(9, 3).toInt()];
    client.writing = false;
    wantToWrite(client, true); // and, where it does not read, no more of that
}

void Attackers::send(Client &client)
{
    if (client.connecting || client.fd < 0)
        return;
    if (!sendFrom(client, client.opening, client.openingSent, client.opening.size()))
        return;
    const Attack &attack = *client.attack;
    if (attack.fillsAfterReply && !client.heard)
        return wantToWrite(client, false);
    if (attack.dripMs > 0) {
        if (client.fd >= 0 && client.fillerSent < attack.fillerBytes && steadyMs() + attack.dripMs <= client.nextMs + 1)
            (void)sendFrom(client, attack.filler, client.fillerSent, client.fillerSent + 1);
        return wantToWrite(client, false);
    }
    if (sendFrom(client, attack.filler, client.fillerSent, attack.fillerBytes))
        wantToWrite(client, false);
}

/// True when all of it has gone.
bool Attackers::sendFrom(Client &client, const QByteArray &bytes, qint64 &done, qint64 upTo)
{
    for (int pieces = 0; done < upTo; ++pieces) {
        if (pieces == 16)
            return false; // the others have their turn too
        const qint64 at = done % bytes.size();
        const qint64 length = std::min<qint64>(upTo - done, bytes.size() - at);
        const ssize_t count = ::send(client.fd, bytes.constData() + at, size_t(length), MSG_NOSIGNAL);
        if (count < 0 && errno == EAGAIN) {
            wantToWrite(client, true);
            return false;
        }
        if (count < 0) {
            // What the server said before it closed can still be read.
            if (!client.heard) {
                char reply[4096];
                const ssize_t said = ::recv(client.fd, reply, sizeof reply, MSG_DONTWAIT);
                if (said > 0)
                    takeReply(client, reply, said);
            }
            close(client, true);
            return false;
        }
        done += count;
        client.counts->sent += count;
    }
    return true;
}

void Attackers::wantToWrite(Client &client, bool want)
{
    if (client.fd < 0 || client.writing == want)
        return;
    client.writing = want;
    epoll_event event{};
    event.events = (want ? EPOLLOUT : 0u) | (client.attack->reads || !client.heard ? EPOLLIN : 0u);
    event.data.ptr = &client;
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, client.fd, &event);
}
