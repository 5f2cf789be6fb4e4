// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Connections.h"
#include "server/http/HeadReader.h"
#include "server/http/LingeringClose.h"

#include <QFuture>
#include <QFutureWatcher>
#include <memory>

class QTcpSocket;
class QWebSocket;

/// Stands between one socket and Qt's parser, which knows no limit and no deadline. It sees every byte first and
/// hides them from Qt, in a read transaction, until a request is whole and allowed; refuses by itself what is not;
/// writes the replies; and closes so that the client can read the last one. Child of the socket.
class ConnectionGuard : public QObject, private DeadlineQueue::Waiter
{
    Q_OBJECT
public:
    enum class Begin {
        Plainly,
        WithTls, ///< a QSslSocket that has not shaken hands
    };
    /// Before anyone else connects to the socket's readyRead.
    ConnectionGuard(QTcpSocket *socket, std::shared_ptr<Connections> connections, Begin begin = Begin::Plainly);
    ~ConnectionGuard() override;

    /// The hands are shaken; a request may come.
    void becomeSecure();

    /// Qt has parsed the request that this guard let through: its deadlines end. `held` is kept until the reply is
    /// written or the client has gone. Nothing when there is no such request.
    std::optional<HttpRequest> takeRequest(const QByteArray &body, std::shared_ptr<void> held);
    void replyWith(const QFuture<HttpReply> &future);

    bool isUpgrading() const { return m_phase == Phase::Whole && m_upgrade; }
    /// From here on the socket is QWebSocket's; only the count goes on.
    void becomeWebSocket();
    /// The request of the upgrade, for its QWebSocket, which now decides how long the connection lives.
    HttpRequest handOver(QWebSocket *webSocket);

private:
    enum class Phase {
        Handshake, ///< of TLS
        Head, ///< nothing or a part of a head is here
        Body,
        Whole, ///< for Qt to parse at once
        Answering, ///< with a handler
        Upgraded,
        Closing, ///< the last reply is on its way; what still comes is thrown away
        Gone,
    };

    void onReadyRead();
    void readHead();
    void headIsWhole();
    void onBodyGrown();
    void finishReply(const QFuture<HttpReply> &future);
    void dropWatcher();
    void write(const HttpReply &reply);
    void refuse(const HttpReply &reply);
    void keepQtOut();
    void closeGently();
    void endOutput();
    void discard();
    void abort();
    void onDisconnected();
    void onBytesWritten();
    void deadlinePassed() override;
    void awaitNextHead();
    HttpRequest requestOf(const RequestHead &head);

    QTcpSocket *m_socket;
    std::shared_ptr<Connections> m_connections;
    const QHostAddress m_peer;
    const quint16 m_peerPort;
    Phase m_phase = Phase::Head;
    HeadReader m_reader;
    qint64 m_bodyBytes = 0; ///< received so far
    qint64 m_discarded = 0;
    const bool m_secure;
    bool m_counts = true; ///< among the connections
    bool m_first = true; ///< nothing was answered yet on this connection
    bool m_upgrade = false;
    bool m_closeAfterReply = false;
    bool m_pipelined = false;
    std::unique_ptr<QObject> m_life; ///< what handlers get as the connection
    HttpRequest m_upgradeRequest;
    std::shared_ptr<void> m_held;
    std::unique_ptr<LingeringClose> m_lingering; ///< for when a secure socket has closed
    QFutureWatcher<HttpReply> *m_watcher = nullptr;
};
