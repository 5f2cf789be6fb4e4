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

/// Stands between one socket and Qt's parser, which knows no limit and no deadline and reads a byte at a time. It sees
/// every byte first, in a read transaction that hides them from Qt; refuses what is not allowed; has whole requests
/// served and writes the replies, and lets Qt see upgrades alone; and closes so that the client can read the last
/// reply. Child of the socket.
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

    /// A request has begun and is not answered yet.
    bool isBusy() const;
    /// Closes a connection on which nothing has begun.
    void letGoIfIdle();

    /// Another connection goes, one that has waited longest for its request, so that there is room for this one.
    bool makeRoom() { return m_connections->deadlines.makeRoom(this); }

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
        Whole, ///< an upgrade, for Qt to make at once
        Answering, ///< with a handler
        Upgraded,
        Closing, ///< the last reply is on its way; what still comes is thrown away
        Gone,
    };

    void onReadyRead();
    void readHead();
    void headIsWhole();
    void onBodyGrown();
    void serve();
    void replyWith(const QFuture<HttpReply> &future);
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
    static constexpr std::chrono::milliseconds grace{20}; ///< before it must give way
    bool giveWay() override;
    bool takeLarge(qint64 bytes);
    void giveLargeBack();
    void weighFrame();
    void wait(std::chrono::milliseconds atMost);
    void awaitNextHead();
    HttpReply reviewed(const HttpReply &reply);
    HttpRequest requestOf(const RequestHead &head);

    QTcpSocket *m_socket;
    std::shared_ptr<Connections> m_connections;
    const QHostAddress m_peer;
    const quint16 m_peerPort;
    Phase m_phase = Phase::Head;
    HeadReader m_reader;
    RequestOrigin m_origin; ///< of the request that is here
    qint64 m_bodyBytes = 0; ///< received so far
    qint64 m_discarded = 0;
    qint64 m_waitsSince = 0; ///< steady milliseconds: for its request, or for its end
    qint64 m_largeBytes = 0; ///< of what all may hold
    const bool m_secure;
    bool m_counts = true; ///< among the connections
    bool m_first = true; ///< nothing was answered yet on this connection
    bool m_upgrade = false;
    bool m_closeAfterReply = false;
    bool m_pipelined = false;
    bool m_webSocketCloses = false;
    std::unique_ptr<QObject> m_life; ///< what handlers get as the connection
    HttpRequest m_upgradeRequest;
    std::unique_ptr<LingeringClose> m_lingering; ///< for when a secure socket has closed
    QFutureWatcher<HttpReply> *m_watcher = nullptr;
};
