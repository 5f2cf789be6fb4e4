// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/QtHttpAdapter.h"

#include "server/http/ConnectionGuard.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <QTcpSocket>

QtHttpAdapter::QtHttpAdapter(Connections &connections, Welcome welcome)
    : m_connections(connections), m_welcome(std::move(welcome))
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

/// Nothing but an upgrade gets as far as Qt, and that one goes by the verifier.
bool QtHttpAdapter::handleRequest(const QHttpServerRequest &, QHttpServerResponder &)
{
    return true;
}
#else
bool QtHttpAdapter::take(std::unique_ptr<QTcpServer> server)
{
    bind(server.release());
    return true;
}

bool QtHttpAdapter::handleRequest(const QHttpServerRequest &, QTcpSocket *socket)
{
    auto *guard = socket->findChild<ConnectionGuard *>(QString(), Qt::FindDirectChildrenOnly);
    if (guard && guard->isUpgrading())
        guard->becomeWebSocket(); // the gate was asked before Qt saw the request; true lets Qt go on with the upgrade
    return true;
}
#endif

void QtHttpAdapter::takeWebSockets()
{
    while (hasPendingWebSocketConnections())
        m_welcome(nextPendingWebSocketConnection());
}
