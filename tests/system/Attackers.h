// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QThread>
#include <atomic>
#include <vector>

/// One way to be a bad client, over and over, on so many connections at once.
struct Attack
{
    QByteArray name;
    int connections = 8;
    QList<QByteArray> openings; ///< what each connection begins with, one after the other
    QByteArray filler; ///< then this, again and again …
    qint64 fillerBytes = 0; ///< … up to so many bytes in all
    bool fillsAfterReply = false; ///< and not before the other side has said something
    int dripMs = 0; ///< a byte of filler each so often, in place of all of it at once
    bool reads = true; ///< false: nothing after the first reply
    int lifeMs = 60'000; ///< how long it stays when it is let
    int pauseMs = 400; ///< before it comes again
};

/// What came of it.
struct AttackCounts
{
    int connected = 0;
    int closedOnUs = 0; ///< by the server
    qint64 sent = 0;
    QHash<int, int> statuses; ///< of the first reply on each connection
};

/// All attacks at once against one port on this machine, from a thread of its own: thousands of sockets in one epoll.
class Attackers
{
public:
    Attackers(quint16 port, const QList<Attack> &attacks);
    ~Attackers();

    /// Each connection is let go. By attack, in their order.
    QList<AttackCounts> stop();
    int connectedNow() const { return m_connectedNow; }

private:
    struct Client;
    void run();
    void open(Client &client);
    void close(Client &client, bool byServer);
    void onEvents(Client &client, quint32 events);
    void takeReply(Client &client, const char *bytes, qsizetype count);
    void send(Client &client);
    bool sendFrom(Client &client, const QByteArray &bytes, qint64 &done, qint64 upTo);
    void wantToWrite(Client &client, bool want);
    void tick(Client &client, qint64 nowMs);

    const quint16 m_port;
    const QList<Attack> m_attacks;
    QList<AttackCounts> m_counts;
    std::vector<Client> m_clients;
    int m_epoll = -1;
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_connectedNow = 0;
    std::unique_ptr<QThread> m_thread;
};
