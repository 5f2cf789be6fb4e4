// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/DeadlineQueue.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <memory>

class Connections;

/// Keeps a TLS connection from being reset at its end. QSslSocket closes its descriptor once it has said close_notify;
/// with bytes of the client still unread that resets the connection and may take the last reply with it. A second
/// descriptor keeps it open: our direction is shut, and what still comes is thrown away until the client has closed
/// too, within the bounds of every connection.
class LingeringClose : public QObject, private DeadlineQueue::Waiter
{
    Q_OBJECT
public:
    /// Null where the system has no second descriptor to give; the connection then ends as QSslSocket ends it.
    static std::unique_ptr<LingeringClose> of(const QTcpSocket &socket, Connections &connections,
                                              const QHostAddress &peer);
    ~LingeringClose() override;

    /// The other descriptor is closed. From here on it counts and lives by itself, no longer than the connections.
    static void begin(std::unique_ptr<LingeringClose> close);

private:
    LingeringClose(qintptr descriptor, Connections &connections, const QHostAddress &peer);
    void discard();
    void deadlinePassed() override;

    Connections &m_connections;
    const QHostAddress m_peer;
    QTcpSocket m_socket;
    qint64 m_discarded = 0;
};
