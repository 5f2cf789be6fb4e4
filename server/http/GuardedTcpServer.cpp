// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/GuardedTcpServer.h"

#include "server/domain/Clock.h"
#include "server/http/ConnectionGuard.h"
#include "server/http/FileLimit.h"

#include <QSslSocket>

GuardedTcpServer::GuardedTcpServer(std::shared_ptr<Connections> connections) : m_connections(std::move(connections))
{
    setListenBacklogSize(backlog);
    setMaxPendingConnections(backlog);
    connect(m_connections.get(), &Connections::removed, this, &GuardedTcpServer::resumeIfRoom);
    connect(this, &QTcpServer::acceptError, this, &GuardedTcpServer::hold);
}

void GuardedTcpServer::incomingConnection(qintptr handle)
{
    QTcpSocket *socket = m_connections->onlyTls ? new QSslSocket(this) : new QTcpSocket(this);
    ConnectionGuard *guard = nullptr;
    if (!take(*socket, handle)) {
        m_connections->countTurnedAway();
        socket->abort();
        delete socket;
    } else if (m_connections->onlyTls) {
        guard = shakeHands(static_cast<QSslSocket *>(socket));
    } else {
        guard = new ConnectionGuard(socket, m_connections); // owned by the socket
        addPendingConnection(socket);
    }
    if (isFull() && !(guard && guard->makeRoom()))
        hold();
}

bool GuardedTcpServer::isFull() const
{
    return m_connections->count() >= m_connections->limits.maxConnections || FileLimit::isNear();
}

bool GuardedTcpServer::take(QTcpSocket &socket, qintptr handle) const
{
    return socket.setSocketDescriptor(handle) && m_connections->admits(Connections::plain(socket.peerAddress()))
           && (!m_connections->onlyTls || m_connections->tls);
}

ConnectionGuard *GuardedTcpServer::shakeHands(QSslSocket *socket)
{
    auto *guard = new ConnectionGuard(socket, m_connections, ConnectionGuard::Begin::WithTls);
    // Until it is Qt's, nobody else takes it away.
    const auto ending = connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    connect(
        socket, &QSslSocket::encrypted, this,
        [this, socket, guard, ending] {
            if (!isListening())
                return socket->abort(); // nobody would take it any more
            disconnect(ending);
            guard->becomeSecure();
            addPendingConnection(socket);
        },
        Qt::SingleShotConnection);
    socket->setSslConfiguration(*m_connections->tls);
    socket->startServerEncryption();
    return guard;
}

void GuardedTcpServer::hold()
{
    if (m_holding)
        return;
    m_holding = true;
    // pauseAccepting() alone does not end the loop we are called from, and taking a pending connection undoes it;
    // no room for pending ones ends both.
    setMaxPendingConnections(0);
    pauseAccepting();
    tryAgainLater();
}

void GuardedTcpServer::tryAgainLater()
{
    // A descriptor may become free without a connection of ours ending, and a connection may have waited long enough.
    m_connections->clock.callAfter(retryInterval, this, [this] {
        resumeIfRoom();
        if (m_holding && isListening()) // a closed one cannot resume, nor be asked to
            tryAgainLater();
    });
}

void GuardedTcpServer::resumeIfRoom()
{
    if (!m_holding || !isListening())
        return;
    if (isFull() && !m_connections->deadlines.makeRoom(nullptr))
        return;
    m_holding = false;
    setMaxPendingConnections(backlog);
    resumeAccepting();
}
