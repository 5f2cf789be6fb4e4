// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractHttpServer>
#include <QWebSocket>
#include <functional>
#include <memory>

class ConnectionGuard;
class Connections;
class QTcpServer;

/// QtHttpServer as we use it: it has the sockets, and makes WebSockets of the upgrades that the guards let through.
/// Every difference between Qt 6.4 and 6.8 is in this class.
class QtHttpAdapter : public QAbstractHttpServer
{
    Q_OBJECT
public:
    using Welcome = std::function<void(std::unique_ptr<QWebSocket>)>;

    QtHttpAdapter(Connections &connections, Welcome welcome);

    /// Takes the listening server over.
    bool take(std::unique_ptr<QTcpServer> server);

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override {}
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {}
#endif

private:
    void takeWebSockets();

    Connections &m_connections;
    Welcome m_welcome;
};
