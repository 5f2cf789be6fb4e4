// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ConnectionGuard.h"

#include "server/domain/Clock.h"
#include "server/http/HeadRules.h"
#include "server/http/ReplyWriter.h"
#include "server/http/SocketOutput.h"
#include "server/http/StatusText.h"

#include <QTcpSocket>
#include <QWebSocket>

ConnectionGuard::ConnectionGuard(QTcpSocket *socket, std::shared_ptr<Connections> connections, Begin begin)
    : QObject(socket), m_socket(socket), m_connections(std::move(connections)),
      m_peer(Connections::plain(socket->peerAddress())), m_peerPort(socket->peerPort()),
      m_phase(begin == Begin::WithTls ? Phase::Handshake : Phase::Head), m_reader(m_connections->limits),
      m_secure(begin == Begin::WithTls), m_life(std::make_unique<QObject>())
{
    m_connections->add(m_peer, m_peerPort, this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(m_connections->limits.maxHeaderBytes);
    connect(m_socket, &QTcpSocket::readyRead, this, &ConnectionGuard::onReadyRead);
    connect(m_socket, &QTcpSocket::disconnected, this, &ConnectionGuard::onDisconnected);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &ConnectionGuard::onBytesWritten);
    const HttpLimits &limits = m_connections->limits;
    wait(m_secure ? limits.handshakeDeadline : limits.headerDeadline);
}

ConnectionGuard::~ConnectionGuard()
{
    m_connections->deadlines.clear(*this);
    giveLargeBack();
    if (m_counts)
        m_connections->remove(m_peer, m_peerPort, this);
}

void ConnectionGuard::becomeSecure()
{
    m_phase = Phase::Head;
    wait(m_connections->limits.headerDeadline);
}

void ConnectionGuard::onReadyRead()
{
    switch (m_phase) {
    case Phase::Head:
        // In a transaction the bytes stay in the buffer, and for Qt there is nothing to read.
        if (!m_socket->isTransactionStarted())
            m_socket->startTransaction();
        return readHead();
    case Phase::Body:
        m_bodyBytes += std::max<qint64>(0, m_socket->skip(m_socket->bytesAvailable()));
        return onBodyGrown();
    case Phase::Whole: // for Qt to parse at once
        return;
    case Phase::Answering:
        if (m_socket->bytesAvailable() > 0)
            abort();
        return;
    case Phase::Closing:
        return discard();
    case Phase::Upgraded:
        return weighFrame();
    case Phase::Handshake:
    case Phase::Gone:
        return;
    }
}

void ConnectionGuard::readHead()
{
    const bool begins = !m_reader.hasBegun();
    if (const auto refused = m_reader.feed(m_socket->readAll()))
        return refuse(*refused);
    if (m_reader.isWhole())
        return headIsWhole();
    if (begins && !m_first && m_reader.hasBegun())
        m_connections->deadlines.set(*this, m_connections->limits.headerDeadline);
}

void ConnectionGuard::headIsWhole()
{
    const RequestHead &head = m_reader.head();
    const HttpLimits &limits = m_connections->limits;
    if (const auto fault = faultIn(head, limits))
        return refuse(*fault);
    const auto origin = m_connections->proxies.trusted.originOf(m_peer, head.headers);
    if (!origin)
        return refuse(refusal(400, origin.error().message));
    m_origin = *origin;
    m_upgrade = head.asksForWebSocket();
    if (m_upgrade) {
        m_upgradeRequest = requestOf(head);
        if (const auto refused = m_connections->mayUpgrade(m_upgradeRequest))
            return refuse(*refused);
    }
    if (head.contentLength() > HttpLimits::smallBytes && !takeLarge(head.contentLength()))
        return refuse(refusal(503, QStringLiteral("too much at once; ask again later")));
    m_phase = Phase::Body;
    m_bodyBytes = m_reader.bytesBehind();
    // One byte more than the request: it shows that another is pipelined behind it, and no more is taken in.
    m_socket->setReadBufferSize(m_reader.headBytes() + head.contentLength() + 1);
    if (head.expectsContinue() && m_bodyBytes == 0 && head.contentLength() > 0)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_connections->deadlines.set(*this, limits.bodyDeadline);
    onBodyGrown();
}

void ConnectionGuard::onBodyGrown()
{
    const qint64 missing = m_reader.head().contentLength() - m_bodyBytes;
    if (missing > 0)
        return;
    m_pipelined = missing < 0;
    m_socket->rollbackTransaction();
    if (!m_upgrade)
        return serve();
    if (m_pipelined)
        return refuse(refusal(400, QStringLiteral("bytes behind an upgrade")));
    // Qt's readyRead slot comes right after ours and finds the whole request. The deadline runs until it has.
    m_phase = Phase::Whole;
}

/// The head has been read once, and Qt need not read it again.
void ConnectionGuard::serve()
{
    m_connections->deadlines.clear(*this);
    m_phase = Phase::Answering;
    giveLargeBack();
    m_closeAfterReply = m_pipelined || !m_reader.head().keepsAlive();
    if (m_pipelined)
        keepQtOut();
    HttpRequest request = requestOf(m_reader.head());
    m_socket->skip(m_reader.headBytes());
    request.body = m_socket->read(m_reader.head().contentLength());
    replyWith(m_connections->serve(request));
}

HttpRequest ConnectionGuard::requestOf(const RequestHead &head)
{
    HttpRequest request;
    request.method = head.method;
    request.target = head.target;
    request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(head.rawPath()));
    request.query = QUrlQuery(QString::fromLatin1(head.rawQuery()));
    request.headers = head.headers;
    request.peer = m_origin.client;
    request.byProxy = m_origin.byProxy;
    request.countsPerPeer = m_origin.counts;
    request.connection = m_life.get();
    return request;
}

void ConnectionGuard::replyWith(const QFuture<HttpReply> &future)
{
    if (m_phase != Phase::Answering)
        return;
    if (future.isFinished())
        return finishReply(future);
    if (m_pipelined)
        return abort(); // its answer could overtake the one that is held
    m_watcher = new QFutureWatcher<HttpReply>(this);
    const auto finish = [this] { finishReply(m_watcher->future()); };
    connect(m_watcher, &QFutureWatcherBase::finished, this, finish);
    connect(m_watcher, &QFutureWatcherBase::canceled, this, finish);
    m_watcher->setFuture(future);
}

void ConnectionGuard::finishReply(const QFuture<HttpReply> &future)
{
    dropWatcher();
    const bool answered = future.isFinished() && !future.isCanceled() && future.resultCount() > 0;
    write(answered ? reviewed(future.resultAt(0)) : refusal(500, QStringLiteral("the request could not be handled")));
    if (m_phase != Phase::Answering)
        return; // the client went away in the middle of it
    if (m_closeAfterReply)
        return closeGently();
    awaitNextHead();
}

HttpReply ConnectionGuard::reviewed(const HttpReply &reply)
{
    if (reply.status < 400 || !m_connections->review)
        return reply;
    return m_connections->review(requestOf(m_reader.head()), reply.status).value_or(reply);
}

void ConnectionGuard::dropWatcher()
{
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
    m_watcher->deleteLater(); // perhaps we are in its signal
    m_watcher = nullptr;
}

void ConnectionGuard::wait(std::chrono::milliseconds atMost)
{
    m_waitsSince = m_connections->clock.steadyMs();
    m_connections->deadlines.set(*this, atMost);
}

void ConnectionGuard::awaitNextHead()
{
    m_phase = Phase::Head;
    m_first = false;
    m_reader = HeadReader(m_connections->limits);
    m_socket->setReadBufferSize(m_connections->limits.maxHeaderBytes);
    wait(m_connections->limits.idleDeadline);
}

bool ConnectionGuard::isBusy() const
{
    return (m_phase == Phase::Head && m_reader.hasBegun()) || m_phase == Phase::Body || m_phase == Phase::Whole
           || m_phase == Phase::Answering;
}

void ConnectionGuard::letGoIfIdle()
{
    if (m_phase == Phase::Head && !m_reader.hasBegun())
        closeGently();
}

void ConnectionGuard::write(const HttpReply &reply)
{
    m_connections->countReply(reply.status);
    m_closeAfterReply |= m_connections->isDraining();
    m_closeAfterReply |= reply.headers.value("Connection").compare("close", Qt::CaseInsensitive) == 0;
    m_socket->write(replyBytes(reply, {.withoutBody = m_reader.head().method == "HEAD",
                                       .closing = m_closeAfterReply,
                                       .nowMs = m_connections->clock.nowMs()}));
    m_socket->flush(); // now, and not after another turn of the loop
}

void ConnectionGuard::refuse(const HttpReply &reply)
{
    m_closeAfterReply = true;
    keepQtOut();
    write(reply);
    closeGently();
}

void ConnectionGuard::becomeWebSocket()
{
    m_connections->deadlines.clear(*this);
    m_phase = Phase::Upgraded;
    // QWebSocket waits for a whole frame in the buffer.
    m_socket->setReadBufferSize(2 * qint64(m_connections->limits.maxWebSocketFrameBytes) + 1024);
}

HttpRequest ConnectionGuard::handOver(QWebSocket *webSocket)
{
    // Qt 6.4 has cut all of the socket's connections. What is left in its buffer after QWebSocket is an unfinished
    // frame.
    QObject::disconnect(m_socket, &QTcpSocket::readyRead, this, nullptr);
    connect(m_socket, &QTcpSocket::readyRead, this, &ConnectionGuard::onReadyRead);
    // A closing QWebSocket waits without an end for a peer that does not read to take its last bytes.
    connect(webSocket, &QWebSocket::aboutToClose, this, [this] {
        m_webSocketCloses = true;
        m_connections->deadlines.set(*this, m_connections->limits.lingerDeadline);
    });
    // The socket's parent is a server that may go first, and QWebSocket would be left with a dead socket.
    m_socket->setParent(nullptr);
    connect(webSocket, &QObject::destroyed, m_socket, &QObject::deleteLater);
    if (m_life)
        m_life.release()->setParent(webSocket);
    return std::exchange(m_upgradeRequest, {});
}

void ConnectionGuard::keepQtOut()
{
    QObject::disconnect(m_socket, &QTcpSocket::readyRead, nullptr, nullptr);
    connect(m_socket, &QTcpSocket::readyRead, this, &ConnectionGuard::onReadyRead);
}

void ConnectionGuard::closeGently()
{
    // Closing with unread bytes in the kernel would reset the connection and could take the reply with it. So our
    // direction is shut first, and what still comes is read until the client has closed too, within bounds.
    m_phase = Phase::Closing;
    keepQtOut();
    if (m_socket->isTransactionStarted())
        m_socket->rollbackTransaction();
    m_socket->setReadBufferSize(m_connections->limits.maxHeaderBytes);
    wait(m_connections->limits.lingerDeadline);
    discard();
    if (m_phase == Phase::Closing && (m_secure || m_socket->bytesToWrite() == 0))
        endOutput();
}

void ConnectionGuard::endOutput()
{
    if (!m_secure)
        return shutDownOutput(*m_socket);
    // close_notify goes out behind what is still to be written, and then the socket closes.
    m_lingering = LingeringClose::of(*m_socket, *m_connections, m_peer);
    m_socket->disconnectFromHost();
}

void ConnectionGuard::discard()
{
    m_discarded += std::max<qint64>(0, m_socket->skip(m_socket->bytesAvailable()));
    if (m_discarded > 2 * qint64(m_connections->limits.maxBodyBytes))
        abort();
}

void ConnectionGuard::onBytesWritten()
{
    if (m_phase == Phase::Closing && !m_secure && m_socket->bytesToWrite() == 0)
        endOutput();
    else if (m_phase == Phase::Head && !m_first && !m_reader.hasBegun()) // a long reply to a slow reader
        m_connections->deadlines.set(*this, m_connections->limits.idleDeadline);
}

void ConnectionGuard::abort()
{
    if (m_phase == Phase::Gone)
        return;
    keepQtOut();
    m_lingering.reset();
    m_socket->abort();
}

void ConnectionGuard::onDisconnected()
{
    m_phase = Phase::Gone;
    m_connections->deadlines.clear(*this);
    giveLargeBack();
    if (m_lingering) {
        LingeringClose::begin(std::move(m_lingering));
        m_connections->remove(m_peer, m_peerPort, this);
        m_counts = false;
    }
    dropWatcher();
    m_life.reset();
}

void ConnectionGuard::deadlinePassed()
{
    if (m_phase == Phase::Upgraded && !m_webSocketCloses && m_socket->bytesAvailable() <= HttpLimits::smallBytes)
        return giveLargeBack(); // the frame was whole in time
    const bool waiting = m_phase == Phase::Head && (m_first || m_reader.hasBegun());
    if (waiting || m_phase == Phase::Body)
        refuse(refusal(408, QStringLiteral("the request was not whole in time")));
    else
        abort();
}

bool ConnectionGuard::giveWay()
{
    if (m_phase != Phase::Handshake && m_phase != Phase::Head && m_phase != Phase::Body && m_phase != Phase::Closing)
        return false;
    if (m_connections->clock.steadyMs() - m_waitsSince < grace.count())
        return false;
    abort();
    return true;
}

bool ConnectionGuard::takeLarge(qint64 bytes)
{
    if (!m_connections->large.take(bytes))
        return false;
    m_largeBytes += bytes;
    return true;
}

void ConnectionGuard::giveLargeBack()
{
    m_connections->large.giveBack(std::exchange(m_largeBytes, 0));
}

void ConnectionGuard::weighFrame()
{
    const bool isLarge = m_socket->bytesAvailable() > HttpLimits::smallBytes;
    if (m_webSocketCloses || isLarge == (m_largeBytes > 0))
        return;
    if (!isLarge) {
        m_connections->deadlines.clear(*this);
        return giveLargeBack();
    }
    if (!takeLarge(m_socket->readBufferSize()))
        return abort();
    m_connections->deadlines.set(*this, m_connections->limits.bodyDeadline);
}
