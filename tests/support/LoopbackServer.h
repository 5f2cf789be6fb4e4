// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/KeptPort.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>
#include <functional>

/// A server on loopback that speaks as much HTTP and WebSocket on one port as a test of the till's client needs.
class LoopbackServer : public QObject
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray path;
        QByteArray head;
        QJsonObject body;
        QByteArray raw = {};
    };
    struct Reply
    {
        int status = 200;
        QByteArray body;
    };

    LoopbackServer() : m_sockets(QStringLiteral("test"), QWebSocketServer::NonSecureMode)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { came(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        connect(&m_sockets, &QWebSocketServer::newConnection, this, [this] {
            while (auto *socket = m_sockets.nextPendingConnection()) {
                clients.append(socket);
                connect(socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
                    messages.append(QJsonDocument::fromJson(text.toUtf8()).object());
                });
                connect(socket, &QWebSocket::disconnected, this, [this, socket] {
                    clients.removeAll(socket);
                    socket->deleteLater();
                });
            }
        });
        listen();
    }
    ~LoopbackServer() override
    {
        for (QWebSocket *client : std::exchange(clients, {})) {
            client->disconnect(this);
            delete client; // it has no parent
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // of those that went before
    }

    void listen()
    {
        if (!m_server.listen(QHostAddress::LocalHost, m_port.number()))
            qFatal("nothing to listen on");
    }
    /// The cable is out: who is connected loses it, and nobody gets in.
    void vanish()
    {
        m_server.close();
        dropSockets();
    }
    void dropSockets()
    {
        for (QWebSocket *client : std::exchange(clients, {}))
            client->abort();
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port.number())); }
    void push(const QByteArray &text)
    {
        for (QWebSocket *client : clients)
            client->sendTextMessage(QString::fromUtf8(text));
    }
    void push(const QJsonObject &message) { push(QJsonDocument(message).toJson(QJsonDocument::Compact)); }
    int count(const QByteArray &method, const QByteArray &path) const
    {
        return int(std::count_if(requests.begin(), requests.end(), [&](const Request &request) {
            return request.method == method && request.path == path;
        }));
    }

    std::function<Reply(const Request &)> answer = [](const Request &) {
        return Reply{404, "{\"code\":\"ORDER_NOT_EXIST\"}"};
    };
    Reply cases = {200, "{\"cases\":[]}"}; ///< asked for on the side, whatever a test is about
    bool silentSockets = false; ///< shakes hands, and then never says a word
    QList<Request> requests; ///< but for the cases
    QList<Request> caseRequests;
    QList<QJsonObject> messages; ///< what came over WebSockets
    QList<QWebSocket *> clients;
    int upgrades = 0;
    QByteArray upgradeHead; ///< of the last one

private:
    /// Field names as RFCs write them: Qt 6.8 sends them in small letters.
    static QByteArray withKnownNames(QByteArray head)
    {
        bool inName = false;
        char before = 0;
        for (char &c : head) {
            if (inName && (before == '\n' || before == '-') && c >= 'a' && c <= 'z')
                c = char(c - 'a' + 'A');
            inName = c == '\n' || (inName && c != ':');
            before = c;
        }
        return head;
    }
    void came(QTcpSocket *socket)
    {
        const QByteArray bytes = socket->peek(256 * 1024);
        const auto end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = withKnownNames(bytes.left(end));
        if (head.toLower().contains("upgrade: websocket"))
            return upgrade(socket, head);
        const auto lengthAt = head.toLower().indexOf("content-length:");
        const qint64 length = lengthAt < 0 ? 0 : head.mid(lengthAt + 15).split('\r')[0].trimmed().toLongLong();
        if (bytes.size() < end + 4 + length)
            return;
        socket->read(end + 4 + length);
        const auto words = head.split('\r')[0].split(' ');
        const Request request{words.value(0), words.value(1), head,
                              QJsonDocument::fromJson(bytes.mid(end + 4, length)).object(), bytes.mid(end + 4, length)};
        const bool aboutCases = request.path.startsWith("/api/v1/cases");
        (aboutCases ? caseRequests : requests).append(request);
        const Reply reply = aboutCases ? cases : answer(request);
        if (reply.status == 0)
            return; // silence
        socket->write("HTTP/1.1 " + QByteArray::number(reply.status)
                      + " X\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body);
    }
    void upgrade(QTcpSocket *socket, const QByteArray &head)
    {
        ++upgrades;
        upgradeHead = head;
        socket->disconnect(this);
        if (!silentSockets) {
            m_sockets.handleConnection(socket);
            emit socket->readyRead(); // what it waits for has come already
            return;
        }
        const auto keyAt = head.toLower().indexOf("sec-websocket-key:");
        const QByteArray key = head.mid(keyAt + 18).split('\r')[0].trimmed() + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        socket->readAll();
        socket->write(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
            + QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n");
    }

    QTcpServer m_server;
    QWebSocketServer m_sockets;
    KeptPort m_port;
};
