// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Connections.h"

#include <QTcpServer>
#include <memory>

class ConnectionGuard;
class QSslSocket;

/// Puts a guard on every socket before anyone reads from it. While there are too many connections or too few free file
/// descriptors, a new one takes the place of one whose request is not whole or that has none; when all of them are at
/// work it stops accepting, so that clients wait in the kernel's queue. Where there is TLS, Qt gets the socket when it
/// is encrypted.
class GuardedTcpServer : public QTcpServer
{
    Q_OBJECT
public:
    explicit GuardedTcpServer(std::shared_ptr<Connections> connections);

protected:
    void incomingConnection(qintptr handle) override;

private:
    static constexpr int backlog = 4096;
    static constexpr std::chrono::milliseconds retryInterval{20};

    bool isFull() const;
    bool take(QTcpSocket &socket, qintptr handle) const;
    ConnectionGuard *shakeHands(QSslSocket *socket);
    void hold();
    void tryAgainLater();
    void resumeIfRoom();

    std::shared_ptr<Connections> m_connections;
    bool m_holding = false;
};
