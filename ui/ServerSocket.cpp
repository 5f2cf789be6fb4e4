// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ServerSocket.h"

#include "server/domain/Json.h"
#include "server/domain/Random.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

ServerSocket::ServerSocket(const ServerPlace &place, const QByteArray &terminalToken, Clock &clock, Random &random,
                           QObject *parent)
    : QObject(parent), m_url(place.url), m_pin(place.pin), m_token(terminalToken), m_clock(clock), m_random(random)
{
}

ServerSocket::~ServerSocket()
{
    if (m_socket)
        m_socket->disconnect(this); // its own end tells us of a loss
}

void ServerSocket::open()
{
    if (m_socket)
        return;
    ++m_generation;
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(maxMessageBytes);
    m_socket->setMaxAllowedIncomingFrameSize(maxMessageBytes);
    if (m_url.host() == QLatin1String("localhost") || QHostAddress(m_url.host()).isLoopback())
        m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QWebSocket::connected, this, &ServerSocket::connected);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &ServerSocket::textCame);
    connect(m_socket, &QWebSocket::pong, this, &ServerSocket::heardOf);
    connect(m_socket, &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState)
            lost();
    });
    if (m_url.scheme() == QLatin1String("wss"))
        m_socket->setSslConfiguration(m_pin.configuration());
    connect(m_socket, &QWebSocket::sslErrors, this, &ServerSocket::believe);
    after(connectMs, [this] {
        if (!m_up)
            lost();
    });
    QNetworkRequest upgrade(m_url);
    upgrade.setRawHeader("Authorization", "Bearer " + m_token);
    m_socket->open(upgrade);
}

void ServerSocket::believe()
{
    // QWebSocket tells no certificate; the socket below it does. Where there is none, nobody is believed.
    const auto *below = m_socket ? m_socket->findChild<QSslSocket *>() : nullptr;
    if (below && m_pin.fits(below->peerCertificate()))
        m_socket->ignoreSslErrors();
}

void ServerSocket::connected()
{
    m_up = m_heard = true;
    emit upChanged(true);
    after(pingMs, [this] { ping(); });
}

void ServerSocket::ping()
{
    if (!m_heard)
        return lost();
    m_heard = false;
    m_socket->ping();
    after(pingMs, [this] { ping(); });
}

void ServerSocket::heardOf()
{
    m_heard = true;
    m_losses = 0; // a server that accepts and drops at once must not be hammered: only a word resets the pause
}

void ServerSocket::textCame(const QString &text)
{
    heardOf();
    if (const auto message = Json::parseObject(text.toUtf8()))
        emit received(*message);
    else
        emit garbled();
}

void ServerSocket::lost()
{
    if (!m_socket)
        return;
    ++m_generation;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
    const qint64 pauseMs = std::min<qint64>(250LL << std::min(m_losses++, 5), 5'000);
    const qint64 jitterMs =
        pauseMs * uchar(m_random.bytes(1)[0]) / 1024; // up to a quarter more: a chain's tills spread
    after(pauseMs + jitterMs, [this] { open(); });
    if (std::exchange(m_up, false))
        emit upChanged(false);
}

void ServerSocket::send(const QJsonObject &message)
{
    if (m_up)
        m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void ServerSocket::after(qint64 delayMs, std::function<void()> call)
{
    m_clock.callAfter(std::chrono::milliseconds(delayMs), this,
                      [this, generation = m_generation, call = std::move(call)] {
                          if (generation == m_generation)
                              call();
                      });
}
