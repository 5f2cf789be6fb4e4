// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/http/HttpLimits.h"
#include "server/http/HttpMessage.h"
#include "server/http/TrustedProxies.h"

#include <QWebSocket>
#include <functional>
#include <memory>
#include <optional>

class Clock;
class TlsIdentity;

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
    /// Answers at once or later. If the client has gone by then, the answer is dropped. A future that is cancelled or
    /// ends without a value is answered with 500.
    using Handler = std::function<QFuture<HttpReply>(const HttpRequest &)>;
    /// Asked before every route and every upgrade; a reply refuses.
    using Gate = std::function<std::optional<HttpReply>(const HttpRequest &)>;
    /// Told of every reply of 400 and above, with its request but for the body; what it answers is said instead.
    using Review = std::function<std::optional<HttpReply>(const HttpRequest &, int status)>;
    /// Takes over an upgraded connection. The request's `connection` then lives as long as the QWebSocket.
    using Welcome = std::function<void(std::unique_ptr<QWebSocket>, const HttpRequest &)>;

    /// The clock outlives the listener and every WebSocket it has handed out.
    HttpListener(const HttpLimits &limits, Clock &clock, QObject *parent = nullptr);
    ~HttpListener() override;

    /// "/api/v1/orders/<arg>/close": each <arg> stands for one whole path segment. A path that has a route but not
    /// with this method answers 405 with Allow; HEAD is GET without its body.
    void route(const QByteArray &method, const QString &pattern, Handler handler);
    /// A plain request for that path answers 426.
    void webSocket(const QString &path, Welcome welcome);
    void setGate(Gate gate);
    void setReview(Review review);
    /// Before listening.
    void setProxies(const ProxyRule &proxies);

    /// Before listening: nobody is let in without TLS, and nobody at all before useTls.
    void requireTls();
    /// Connections from now on are served with this identity over TLS 1.2 or newer; those there are keep theirs.
    /// Configuration: it cannot be used, and everything stays as it was.
    Result<void> useTls(const TlsIdentity &identity);

    /// Port 0 picks a free one. AddressInUse when it is taken, Configuration for any other fault; may be called again
    /// after either. Raises this process's soft limit of open files to the hard one. Answers the port.
    Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Stops accepting; open connections go on until the listener is destroyed.
    void stopListening();
    bool isListening() const;
    /// Stops accepting, and lets go who has asked nothing; what is being answered is answered, and is the last on its
    /// connection. WebSockets go on.
    void drain();
    int connectionCount() const;
    /// Connections with a request that has begun and is not answered yet.
    int busyCount() const;
    const QHash<int, qint64> &replyCounts() const; ///< since the start, by status
    qint64 turnedAwayCount() const; ///< connections of peers that had their fill of them

private:
    class Private;
    std::unique_ptr<Private> d;
};
