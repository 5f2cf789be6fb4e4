// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/http/HttpMessage.h"

#include <QWebSocket>
#include <functional>
#include <memory>
#include <optional>

class Clock;

/// What one connection and all of them together may cost. api.md, "Who may ask".
struct HttpLimits
{
    int maxHeaderBytes = 16 * 1024; ///< more: 431
    int maxBodyBytes = 1024 * 1024; ///< more: 413
    std::chrono::milliseconds headerDeadline{10'000}; ///< a header not whole by then: 408
    std::chrono::milliseconds bodyDeadline{10'000}; ///< a body not whole by then: 408
    std::chrono::milliseconds idleDeadline{60'000}; ///< a kept-alive connection with nothing to do is closed
    int maxConnections = 12'000; ///< in all; further ones wait in the kernel's queue
    int maxConnectionsPerPeer = 256; ///< loopback peers are not counted
    int maxWebSocketFrameBytes = 64 * 1024; ///< more: 1009
};

/// One listening port for HTTP and WebSocket. The only user of QtHttpServer, so that the differences between Qt 6.4
/// and 6.8 live here alone. Lives in one thread; everything is called there.
///
/// Connections are guarded before Qt reads them: limits and deadlines above, two Content-Length, Host, Authorization
/// or Wechatpay-* headers or a length together with chunking are 400, a request pipelined behind one that is not yet
/// answered closes the connection. Errors of the listener itself have the body {"code","message"}.
class HttpListener : public QObject
{
    Q_OBJECT
public:
    /// Answers at once or later. If the client has gone by then, the answer is dropped.
    using Handler = std::function<QFuture<HttpReply>(const HttpRequest &)>;
    /// Asked before every route and every upgrade; a reply refuses.
    using Gate = std::function<std::optional<HttpReply>(const HttpRequest &)>;
    /// Takes over an upgraded connection.
    using Welcome = std::function<void(std::unique_ptr<QWebSocket>, const HttpRequest &)>;

    HttpListener(const HttpLimits &limits, Clock &clock, QObject *parent = nullptr);
    ~HttpListener() override;

    /// "/api/v1/orders/<arg>/close": each <arg> stands for one whole path segment. A path that has a route but not
    /// with this method answers 405 with Allow; HEAD is GET without its body.
    void route(const QByteArray &method, const QString &pattern, Handler handler);
    void webSocket(const QString &path, Welcome welcome);
    void setGate(Gate gate);

    /// Port 0 picks a free one. AddressInUse when it is taken. Answers the port.
    Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Stops accepting; open connections go on until the listener is destroyed.
    void stopListening();
    int connectionCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
