// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/ServerPlace.h"

#include <QJsonObject>
#include <QUrl>
#include <QWebSocket>

class Random;

/// One WebSocket to the server that comes back by itself: 0.25 s after a loss, doubling to 5 s, with jitter. A server
/// that has gone silent is found by pings and dropped. The upgrade carries the terminal's token, so that no flood of
/// strangers has it refused; the token goes to that place and, as no redirect is followed, to no other.
class ServerSocket final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 pingMs = 5'000; ///< no answer until the next one: the peer is dead
    static constexpr qint64 connectMs = 5'000;
    static constexpr qint64 maxMessageBytes = 256LL * 1024;

    ServerSocket(const ServerPlace &place, const QByteArray &terminalToken, Clock &clock, Random &random,
                 QObject *parent = nullptr);
    ~ServerSocket() override;

    void open();
    bool isUp() const { return m_up; }
    /// Dropped while the socket is down: what matters is said again on upChanged.
    void send(const QJsonObject &message);

signals:
    void upChanged(bool up);
    void received(const QJsonObject &message);
    /// Something came that is no message: it may have been an important one.
    void garbled();

private:
    void believe(); ///< the certificate, where it is the one we know
    void connected();
    void lost();
    void ping();
    void heardOf();
    void textCame(const QString &text);
    void after(qint64 delayMs, std::function<void()> call); ///< not if the connection has gone by then

    QUrl m_url;
    CertificatePin m_pin;
    QByteArray m_token;
    Clock &m_clock;
    Random &m_random;
    QWebSocket *m_socket = nullptr; ///< a new one for each connection; owned as a child
    int m_generation = 0;
    int m_losses = 0; ///< in a row
    bool m_up = false;
    bool m_heard = false; ///< since the last ping
};
