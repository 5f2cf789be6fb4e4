// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpListener.h"

#include "server/http/ConnectionGuard.h"
#include "server/http/FileLimit.h"
#include "server/http/GuardedTcpServer.h"
#include "server/http/QtHttpAdapter.h"
#include "server/http/RouteTable.h"
#include "server/http/StatusText.h"
#include "server/http/TlsConfiguration.h"

#include <QPointer>

namespace {

bool isKnownMethod(const QByteArray &method)
{
    static const QList<QByteArray> known{"GET",     "HEAD",  "POST",    "PUT",  "DELETE",
                                         "OPTIONS", "PATCH", "CONNECT", "TRACE"};
    return known.contains(method);
}

QStringList segmentsOf(const QString &path)
{
    return path.mid(1).split(u'/');
}

/// Each segment decoded by itself; nothing when the path cannot be.
std::optional<QStringList> segmentsOf(const HttpRequest &request)
{
    RequestHead head;
    head.target = request.target;
    return head.pathSegments();
}

} // namespace

class HttpListener::Private
{
public:
    Private(const HttpLimits &limits, Clock &clock);

    QFuture<HttpReply> answer(HttpRequest request) const;
    HttpReply missing(const HttpRequest &request, const RouteTable::Match &match, const QStringList &segments) const;
    std::optional<HttpReply> mayUpgrade(const HttpRequest &request) const;
    void welcome(std::unique_ptr<QWebSocket> webSocket) const;
    const HttpListener::Welcome *welcomeFor(const QStringList &segments) const;

    std::shared_ptr<Connections> connections;
    RouteTable routes;
    QList<Handler> handlers; // as the routes are numbered
    QList<std::pair<QStringList, Welcome>> webSockets;
    Gate gate;
    std::unique_ptr<QtHttpAdapter> qt;
    QPointer<GuardedTcpServer> server;
};

HttpListener::Private::Private(const HttpLimits &limits, Clock &clock)
    : connections(std::make_shared<Connections>(limits, clock))
{
    connections->mayUpgrade = [this](const HttpRequest &request) { return mayUpgrade(request); };
    connections->serve = [this](const HttpRequest &request) { return answer(request); };
    qt = std::make_unique<QtHttpAdapter>(
        *connections, [this](std::unique_ptr<QWebSocket> webSocket) { welcome(std::move(webSocket)); });
}

QFuture<HttpReply> HttpListener::Private::answer(HttpRequest request) const
{
    if (gate) {
        if (auto refused = gate(request))
            return ready(*std::move(refused));
    }
    const auto segments = segmentsOf(request);
    if (!segments)
        return ready(refusal(400, QStringLiteral("the path is malformed")));
    RouteTable::Match match = routes.find(request.method, *segments);
    if (match.route < 0)
        return ready(missing(request, match, *segments));
    request.captures = std::move(match.captures);
    return handlers[match.route](request);
}

HttpReply HttpListener::Private::missing(const HttpRequest &request, const RouteTable::Match &match,
                                         const QStringList &segments) const
{
    if (!isKnownMethod(request.method))
        return refusal(501, QStringLiteral("the method is not known"));
    if (!match.allowed.isEmpty()) {
        HttpReply reply = refusal(405, QStringLiteral("the method is not allowed here"));
        reply.headers.add("Allow", match.allowed.join(", "));
        return reply;
    }
    if (welcomeFor(segments)) {
        HttpReply reply = refusal(426, QStringLiteral("this path is a WebSocket"));
        reply.headers.add("Upgrade", "websocket");
        return reply;
    }
    return refusal(404, QStringLiteral("there is nothing at this path"));
}

std::optional<HttpReply> HttpListener::Private::mayUpgrade(const HttpRequest &request) const
{
    if (gate) {
        if (auto refused = gate(request))
            return refused;
    }
    const auto segments = segmentsOf(request);
    if (!segments || !welcomeFor(*segments))
        return refusal(404, QStringLiteral("there is no WebSocket at this path"));
    return std::nullopt;
}

const HttpListener::Welcome *HttpListener::Private::welcomeFor(const QStringList &segments) const
{
    for (const auto &[path, welcome] : webSockets) {
        if (path == segments)
            return &welcome;
    }
    return nullptr;
}

void HttpListener::Private::welcome(std::unique_ptr<QWebSocket> webSocket) const
{
    ConnectionGuard *guard = connections->find(webSocket->peerAddress(), webSocket->peerPort());
    if (!guard)
        return; // it has gone again
    webSocket->setMaxAllowedIncomingFrameSize(quint64(connections->limits.maxWebSocketFrameBytes));
    webSocket->setMaxAllowedIncomingMessageSize(quint64(connections->limits.maxWebSocketFrameBytes));
    const HttpRequest request = guard->handOver(webSocket.get());
    const auto segments = segmentsOf(request);
    if (const auto *taker = segments ? welcomeFor(*segments) : nullptr)
        (*taker)(std::move(webSocket), request);
}

HttpListener::HttpListener(const HttpLimits &limits, Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(limits, clock))
{
}

HttpListener::~HttpListener() = default;

void HttpListener::route(const QByteArray &method, const QString &pattern, Handler handler)
{
    d->routes.add(method, pattern);
    d->handlers.append(std::move(handler));
}

void HttpListener::webSocket(const QString &path, Welcome welcome)
{
    d->webSockets.append({segmentsOf(path), std::move(welcome)});
}

void HttpListener::setGate(Gate gate)
{
    d->gate = std::move(gate);
}

void HttpListener::setReview(Review review)
{
    d->connections->review = std::move(review);
}

void HttpListener::setProxies(const ProxyRule &proxies)
{
    d->connections->proxies = proxies;
}

void HttpListener::requireTls()
{
    d->connections->onlyTls = true;
}

Result<void> HttpListener::useTls(const TlsIdentity &identity)
{
    auto configuration = TlsConfiguration::of(identity);
    if (!configuration)
        return configuration.error();
    d->connections->tls = *std::move(configuration);
    return {};
}

Result<quint16> HttpListener::listen(const QHostAddress &address, quint16 port)
{
    FileLimit::raise();
    auto server = std::make_unique<GuardedTcpServer>(d->connections);
    if (!server->listen(address, port)) {
        const bool inUse = server->serverError() == QAbstractSocket::AddressInUseError;
        return Error{inUse ? ErrorCode::AddressInUse : ErrorCode::Configuration,
                     QStringLiteral("cannot listen on %1 port %2: %3")
                         .arg(address.toString(), QString::number(port), server->errorString())};
    }
    const quint16 listening = server->serverPort();
    stopListening();
    d->server = server.get();
    if (!d->qt->take(std::move(server)))
        return Error{ErrorCode::Internal, QStringLiteral("the HTTP server did not take the port")};
    return listening;
}

void HttpListener::stopListening()
{
    if (d->server)
        d->server->close();
}

bool HttpListener::isListening() const
{
    return d->server && d->server->isListening();
}

void HttpListener::drain()
{
    stopListening();
    d->connections->drain();
}

int HttpListener::connectionCount() const
{
    return d->connections->count();
}

int HttpListener::busyCount() const
{
    return d->connections->busyCount();
}

const QHash<int, qint64> &HttpListener::replyCounts() const
{
    return d->connections->replies();
}

qint64 HttpListener::turnedAwayCount() const
{
    return d->connections->turnedAway();
}
