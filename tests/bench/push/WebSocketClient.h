// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/push/Loop.h"

/// One waiter: a WebSocket client (RFC 6455) that hears text messages.
class WebSocketClient
{
public:
    using Hear = std::function<void(const QByteArray &message)>;

    WebSocketClient(Loop &loop, quint16 port, const QByteArray &path, Hear hear);

    bool isUpgraded() const { return m_upgraded && m_socket.isOpen(); }
    bool hasFailed() const { return !m_socket.isOpen(); }
    void say(const QByteArray &message) { sendFrame(0x1, message); }

private:
    void read(QByteArray &unread);
    void sendFrame(char opcode, const QByteArray &payload);

    Hear m_hear;
    bool m_upgraded = false;
    Socket m_socket;
};
