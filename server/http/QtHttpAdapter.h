// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractHttpServer>
#include <QWebSocket>
#include <functional>
#include <memory>

class ConnectionGuard;
class Connections;
class QTcpServer;

/// QtHttpServer as we use it: it parses what the guards let through and makes the WebSockets. Every difference
/// between Qt 6.4 and 6.8 is in this class.
class QtHttpAdapter : public QAbstractHttpServer
{
    Q_OBJECT
public:
    /// A whole request with its body has come in on that connection. `held` is to be kept until its reply is written.
    using Serve = std::function<void(ConnectionGuard &, const QByteArray &body, std::shared_ptr<void> held)>;
    using Welcome = std::function<void(std::unique_ptr<QWebSocket>)>;

    QtHttpAdapter(Connections &connections, Serve serve, Welcome welcome);

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
    Serve m_serve;
    Welcome m_welcome;
};
