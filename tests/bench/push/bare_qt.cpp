// SPDX-License-Identifier: GPL-3.0-or-later
// What QtHttpServer and QWebSocket cost by themselves: a notice over HTTP becomes a push over a WebSocket, without a
// limit, a guard or a deadline. The floor of what is built on them.
#include "server/runtime/ServerLoop.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHttpServer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QWebSocket>
#include <cstring>
#include <sys/resource.h>

namespace {

/// Not by the product's adapter, which is what this is compared with.
void allowUpgrades(QHttpServer &http)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    http.addWebSocketUpgradeVerifier(
        &http, [](const QHttpServerRequest &) { return QHttpServerWebSocketUpgradeResponse::accept(); });
#else
    http.route(QStringLiteral("/websocket/myHandler"), [](QHttpServerResponder &&) {});
#endif
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc == 3 && std::strcmp(argv[2], "epoll") == 0)
        ServerLoop::useInApplication();
    QCoreApplication application(argc, argv);
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    QHash<QString, QWebSocket *> waiters;
    QHttpServer http;
    http.route(QStringLiteral("/index/notice"), [&waiters](const QHttpServerRequest &request) {
        const QString key = request.query().queryItemValue(QStringLiteral("outTradeNo"));
        if (auto *waiter = waiters.value(key)) {
            const QJsonObject push{{"result", 1},
                                   {"info", QStringLiteral("ok")},
                                   {"now", QDateTime::currentMSecsSinceEpoch()},
                                   {"outTradeNo", key}};
            waiter->sendTextMessage(QString::fromUtf8(QJsonDocument(push).toJson(QJsonDocument::Compact)));
        }
        return QStringLiteral("支付成功");
    });
    allowUpgrades(http);
    QObject::connect(&http, &QHttpServer::newWebSocketConnection, &http, [&http, &waiters] {
        while (http.hasPendingWebSocketConnections()) {
            auto *socket = http.nextPendingWebSocketConnection().release();
            QObject::connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QWebSocket::textMessageReceived, socket, [socket, &waiters](const QString &text) {
                const auto message = QJsonDocument::fromJson(text.toUtf8()).object();
                if (message["action"].toString() == QLatin1String("create"))
                    waiters.insert(message["outTradeNo"].toString(), socket);
                else
                    socket->sendTextMessage(QStringLiteral("{\"result\":0,\"info\":\"unknown action\"}"));
            });
        }
    });
    auto *server = new QTcpServer; // bind() takes it over
    server->setListenBacklogSize(4096);
    server->setMaxPendingConnections(4096);
    if (!server->listen(QHostAddress::LocalHost, QByteArray(argv[1]).toUShort()))
        return 1;
    http.bind(server);
    return QCoreApplication::exec();
}
