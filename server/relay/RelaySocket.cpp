// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelaySocket.h"

#include "server/domain/Random.h"
#include "server/relay/RelayAccess.h"
#include "server/relay/RelayFrames.h"

#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QWebSocket>
#include <algorithm>

namespace {

Q_LOGGING_CATEGORY(lcRelaySocket, "scantill.relay")

} // namespace

RelaySocket::RelaySocket(const QUrl &url, Clock &clock, Random &random) : m_url(url), m_clock(clock), m_random(random)
{
}

RelaySocket::~RelaySocket()
{
    if (m_socket)
        m_socket->disconnect(this); // its own end tells us of a loss
}

void RelaySocket::open()
{
    if (m_socket)
        return;
    ++m_generation;
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(quint64(RelayFrames::maxFrameBytes));
    m_socket->setMaxAllowedIncomingFrameSize(quint64(RelayFrames::maxFrameBytes));
    if (RelayAccess::isOnThisMachine(m_url))
        m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QWebSocket::connected, this, &RelaySocket::connected);
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        m_heard = true;
        emit textCame(text);
    });
    connect(m_socket, &QWebSocket::pong, this, [this] { m_heard = true; });
    connect(m_socket, &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState)
            drop();
    });
    after(connectMs, [this] {
        if (!m_up)
            drop();
    });
    m_socket->open(m_url);
}

void RelaySocket::connected()
{
    m_up = m_heard = true;
    after(pingMs, [this] { ping(); });
    after(steadyAfterMs, [this] { m_losses = 0; });
    emit up();
}

void RelaySocket::ping()
{
    if (!m_heard)
        return drop();
    m_heard = false;
    m_socket->ping();
    after(pingMs, [this] { ping(); });
}

void RelaySocket::drop()
{
    if (!m_socket)
        return;
    sayWhy();
    ++m_generation;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
    const qint64 pauseMs = std::min(firstPauseMs << std::min(m_losses++, 7), longestPauseMs);
    const qint64 jitterMs = pauseMs * uchar(m_random.bytes(1)[0]) / 1024; // up to a quarter more
    after(pauseMs + jitterMs, [this] { open(); });
    if (std::exchange(m_up, false))
        emit down();
}

void RelaySocket::close()
{
    ++m_generation;
    m_up = false;
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
    m_socket->deleteLater();
    m_socket = nullptr;
}

/// Once a row of losses: a relay that is away for a night is not worth a thousand lines.
void RelaySocket::sayWhy()
{
    if (m_losses > 0)
        return;
    const QString reason = m_socket->closeReason();
    qCWarning(lcRelaySocket).noquote() << "the relay is gone:"
                                       << (reason.isEmpty() ? m_socket->errorString() : reason.left(128));
}

void RelaySocket::send(const QString &text)
{
    if (m_up)
        m_socket->sendTextMessage(text);
}

void RelaySocket::after(qint64 delayMs, std::function<void()> call)
{
    m_clock.callAfter(std::chrono::milliseconds(delayMs), this,
                      [this, generation = m_generation, call = std::move(call)] {
                          if (generation == m_generation)
                              call();
                      });
}
