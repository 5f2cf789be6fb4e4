// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpHeaders.h"
#include "tests/http/TestTls.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSslSocket>
#include <QTimer>

/// Runs the event loop until the test holds: without QTest::qWaitFor's naps of 10 ms, which add up.
template <class Test> bool pumpUntil(Test test, int timeoutMs = 20'000)
{
    QTimer heartbeat; // wakes us for the deadline
    heartbeat.start(50);
    const QDeadlineTimer deadline(timeoutMs);
    while (!test() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return test();
}

/// Both ends do what there is to do: so many turns of the event loop, however long each takes.
inline void letBothWork()
{
    for (int turn = 0; turn < 20; ++turn) {
        QTimer::singleShot(1, [] {});
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

/// A client that sends exactly the bytes it is given and reads whatever comes back.
class RawClient
{
public:
    struct Reply
    {
        int status = 0; ///< 0: none came
        HttpHeaders headers;
        QByteArray body;
        bool isError(const QByteArray &code) const { return body.startsWith("{\"code\":\"" + code + "\","); }
    };

    explicit RawClient(quint16 port)
    {
        if (TestTls::isOn) {
            socket.setPeerVerifyMode(QSslSocket::VerifyNone);
            socket.connectToHostEncrypted("127.0.0.1", port);
        } else {
            socket.connectToHost(QHostAddress::LocalHost, port);
        }
    }

    void send(const QByteArray &bytes)
    {
        if (pumpUntil([this] { return socket.state() != QAbstractSocket::ConnectingState; }))
            socket.write(bytes);
    }
    void get(const QByteArray &target, const QByteArray &fields = {})
    {
        send("GET " + target + " HTTP/1.1\r\nHost: till\r\n" + fields + "\r\n");
    }
    void post(const QByteArray &target, const QByteArray &body, const QByteArray &fields = {})
    {
        send("POST " + target + " HTTP/1.1\r\nHost: till\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
             + fields + "\r\n" + body);
    }

    /// The next reply; one without a Content-Length has no body.
    Reply reply(bool toHead = false)
    {
        Reply reply;
        if (!waitFor([this] { return received().contains("\r\n\r\n"); }))
            return reply;
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        const auto lines = m_received.left(end).split('\n');
        m_received.remove(0, end + 4);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            reply.headers.add(lines[i].left(colon), lines[i].mid(colon + 1).trimmed());
        }
        const qsizetype length = toHead ? 0 : reply.headers.value("Content-Length").toLongLong();
        if (!waitFor([this, length] { return received().size() >= length; }))
            return reply;
        reply.body = m_received.left(length);
        m_received.remove(0, length);
        reply.status = lines[0].split(' ').value(1).toInt();
        return reply;
    }

    /// Everything not yet taken as a reply.
    const QByteArray &received()
    {
        m_received += socket.readAll();
        return m_received;
    }
    bool waitForClose()
    {
        return pumpUntil([this] { return socket.state() == QAbstractSocket::UnconnectedState; });
    }
    /// With the handshake behind it, where there is one: a clock that is moved meanwhile would end that, and nothing
    /// else.
    bool waitForReady()
    {
        return pumpUntil([this] { return isOpen() && (!TestTls::isOn || socket.isEncrypted()); });
    }
    bool isOpen() const { return socket.state() == QAbstractSocket::ConnectedState; }

    QSslSocket socket; ///< speaks plainly unless it is told otherwise

private:
    template <class Test> bool waitFor(Test test)
    {
        return pumpUntil([&] { return test() || socket.state() == QAbstractSocket::UnconnectedState; }) && test();
    }

    QByteArray m_received;
};
