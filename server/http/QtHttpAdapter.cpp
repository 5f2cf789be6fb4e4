// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/QtHttpAdapter.h"

#include "server/http/ConnectionGuard.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <QTcpSocket>

QtHttpAdapter::QtHttpAdapter(Connections &connections, Serve serve, Welcome welcome)
    : m_connections(connections), m_serve(std::move(serve)), m_welcome(std::move(welcome))
{
    connect(this, &QAbstractHttpServer::newWebSocketConnection, this, &QtHttpAdapter::takeWebSockets);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // The guard has asked the gate before Qt saw the request.
    addWebSocketUpgradeVerifier(this, [this](const QHttpServerRequest &request) {
        ConnectionGuard *guard = m_connections.find(request.remoteAddress(), request.remotePort());
        if (!guard || !guard->isUpgrading())
            return QHttpServerWebSocketUpgradeResponse::deny();
        guard->becomeWebSocket();
        return QHttpServerWebSocketUpgradeResponse::accept();
    });
#endif
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
bool QtHttpAdapter::take(std::unique_ptr<QTcpServer> server)
{
    return bind(server.release());
}

bool QtHttpAdapter::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    ConnectionGuard *guard = m_connections.find(request.remoteAddress(), request.remotePort());
    auto held = std::make_shared<QHttpServerResponder>(std::move(responder));
    // A responder that dies before we return makes Qt connect to the socket twice; so it lives a turn longer at least.
    QMetaObject::invokeMethod(
        this, [held] {}, Qt::QueuedConnection);
    if (guard)
        m_serve(*guard, request.body(), held);
    return true;
}
#else
bool QtHttpAdapter::take(std::unique_ptr<QTcpServer> server)
{
    bind(server.release());
    return true;
}

bool QtHttpAdapter::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    auto *guard = socket->findChild<ConnectionGuard *>(QString(), Qt::FindDirectChildrenOnly);
    if (guard && guard->isUpgrading())
        guard->becomeWebSocket(); // the gate was asked before Qt saw the request; true lets Qt go on with the upgrade
    else if (guard)
        m_serve(*guard, request.body(), nullptr);
    return true;
}
#endif

void QtHttpAdapter::takeWebSockets()
{
    while (hasPendingWebSocketConnections())
        m_welcome(nextPendingWebSocketConnection());
}
