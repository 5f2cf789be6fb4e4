// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Result.h"
#include "server/http/ConnectionGuard.h"
#include "server/http/HeadRules.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/MemorySocket.h"
#include "tests/support/VirtualClock.h"

#include <QTcpSocket>
#include <QWebSocket>

namespace {

HttpLimits smallLimits()
{
    HttpLimits limits;
    limits.maxHeaderBytes = 600;
    limits.maxHeaderFields = 12;
    limits.maxBodyBytes = 900;
    return limits;
}

/// The refusal's status, or 0, when the bytes come in pieces of that size.
int statusInPieces(HeadReader &reader, const QByteArray &bytes, qsizetype size)
{
    for (qsizetype at = 0; at < bytes.size() && !reader.isWhole(); at += size) {
        if (const auto refused = reader.feed(bytes.mid(at, size)))
            return refused->status;
    }
    return 0;
}

/// Two readers must not understand one head in two ways, whatever the pieces.
void readHead(const QByteArray &bytes, qsizetype size)
{
    const HttpLimits limits = smallLimits();
    HeadReader atOnce(limits), inPieces(limits);
    const int status = statusInPieces(atOnce, bytes, std::max<qsizetype>(1, bytes.size()));
    Fuzz::require(statusInPieces(inPieces, bytes, size) == status, "pieces do not matter");
    Fuzz::require(atOnce.isWhole() == inPieces.isWhole(), "pieces do not matter");
    if (status || !atOnce.isWhole())
        return;
    const RequestHead &head = atOnce.head();
    const QByteArray lines = bytes.first(atOnce.headBytes());
    Fuzz::require(lines.count('\n') == lines.count("\r\n"), "every line has one end that all readers see");
    Fuzz::require(atOnce.headBytes() == inPieces.headBytes() && atOnce.headBytes() <= limits.maxHeaderBytes,
                  "a head has one end");
    Fuzz::require(head.headers.fields() == inPieces.head().headers.fields(), "fields are the same");
    if (faultIn(head, limits))
        return;
    Fuzz::require(head.contentLength() >= 0 && head.contentLength() <= limits.maxBodyBytes, "a body has its length");
    Fuzz::require(!head.headers.has("Transfer-Encoding"), "a length is certain");
    Fuzz::require(head.headers.count("Content-Length") <= 1 && head.headers.count("Host") <= 1, "one is one");
    head.pathSegments();
}

/// In the place of Qt's parser, behind the guard: it may see whole and allowed upgrades only.
class Parser : public QObject
{
public:
    Parser(MemorySocket &socket, ConnectionGuard &guard) : m_socket(socket), m_guard(guard)
    {
        connect(&socket, &QTcpSocket::readyRead, this, [this] { look(); });
    }

private:
    void look()
    {
        if (m_socket.isTransactionStarted() || m_socket.bytesAvailable() == 0)
            return;
        const QByteArray seen = m_socket.readAll();
        HeadReader reader(smallLimits());
        Fuzz::require(!reader.feed(seen) && reader.isWhole(), "Qt sees whole heads only");
        Fuzz::require(!faultIn(reader.head(), smallLimits()), "Qt sees allowed heads only");
        const qint64 length = reader.head().contentLength();
        const qsizetype behind = seen.size() - reader.headBytes();
        const qint64 room = std::max<qint64>(smallLimits().maxHeaderBytes, reader.headBytes() + length + 1);
        Fuzz::require(behind >= length && seen.size() <= room, "Qt sees whole bodies, and not much more");
        m_socket.taken();
        Fuzz::require(m_guard.isUpgrading(), "Qt sees upgrades only");
        m_guard.becomeWebSocket();
    }

    MemorySocket &m_socket;
    ConnectionGuard &m_guard;
};

void converse(const QByteArray &bytes, qsizetype size)
{
    VirtualClock clock;
    const auto connections = std::make_shared<Connections>(smallLimits(), clock);
    connections->mayUpgrade = [](const HttpRequest &request) {
        const bool known = request.path == QLatin1String("/watch");
        return known ? std::nullopt : std::optional(HttpReply{.status = 404, .headers = {}, .body = {}});
    };
    MemorySocket socket;
    connections->serve = [&socket](const HttpRequest &request) {
        socket.taken();
        const auto length = request.headers.value("Content-Length");
        Fuzz::require(request.body.size() == length.toLongLong(), "a request is served whole");
        Fuzz::require(request.body.size() <= smallLimits().maxBodyBytes, "a request is served within its limits");
        return ready(HttpReply{.status = 200, .headers = {}, .body = "fine"});
    };
    {
        ConnectionGuard guard(&socket, connections);
        Parser parser(socket, guard);
        for (qsizetype at = 0; at < bytes.size() && socket.isConnected(); at += size) {
            socket.arrive(bytes.mid(at, size));
            while (socket.deliver()) {}
        }
        Fuzz::require(socket.written.isEmpty() || socket.written.startsWith("HTTP/1.1 "), "every reply is one");
        for (int i = 0; i < 10 && socket.isConnected(); ++i)
            clock.advance(std::chrono::seconds(10));
    }
    Fuzz::require(connections->count() == 0, "a connection is counted until it has gone");
}

} // namespace

/// Bytes on a connection, in pieces as long as the first byte says.
void fuzzOne(Fuzz::Input input)
{
    const qsizetype size = 1 + input.byte();
    const QByteArray bytes = input.rest();
    readHead(bytes, size);
    converse(bytes, size);
}
