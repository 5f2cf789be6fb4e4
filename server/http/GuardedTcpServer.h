// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Connections.h"

#include <QTcpServer>
#include <memory>

class QSslSocket;

/// Puts a guard on every socket before anyone reads from it, and stops accepting, so that clients wait in the
/// kernel's queue, while there are too many connections or too few free file descriptors. Where there is TLS, Qt gets
/// the socket when it is encrypted.
class GuardedTcpServer : public QTcpServer
{
    Q_OBJECT
public:
    explicit GuardedTcpServer(std::shared_ptr<Connections> connections);

protected:
    void incomingConnection(qintptr handle) override;

private:
    static constexpr int backlog = 4096;

    bool take(QTcpSocket &socket, qintptr handle) const;
    void shakeHands(QSslSocket *socket);
    void hold();
    void tryAgainLater();
    void resumeIfRoom();

    std::shared_ptr<Connections> m_connections;
    bool m_holding = false;
};
