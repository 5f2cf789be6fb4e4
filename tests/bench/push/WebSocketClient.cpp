// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/push/WebSocketClient.h"

WebSocketClient::WebSocketClient(Loop &loop, quint16 port, const QByteArray &path, Hear hear)
    : m_hear(std::move(hear)), m_socket(loop, port, [this](QByteArray &unread) { read(unread); })
{
    m_socket.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
                  + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
}

void WebSocketClient::read(QByteArray &unread)
{
    if (!m_upgraded) {
        const auto end = unread.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        m_upgraded = unread.startsWith("HTTP/1.1 101");
        unread.remove(0, m_upgraded ? end + 4 : unread.size());
    }
    while (unread.size() >= 2) {
        const char opcode = char(unread[0] & 0x0f);
        qsizetype length = uchar(unread[1]) & 0x7f;
        qsizetype head = 2;
        if (length == 126) {
            if (unread.size() < 4)
                return;
            length = uchar(unread[2]) << 8 | uchar(unread[3]);
            head = 4;
        }
        if (unread.size() < head + length)
            return;
        const QByteArray payload = unread.mid(head, length);
        unread.remove(0, head + length);
        if (opcode == 0x1)
            m_hear(payload);
        else if (opcode == 0x9)
            sendFrame(0xA, payload);
    }
}

/// Masked with zeros, which is a mask.
void WebSocketClient::sendFrame(char opcode, const QByteArray &payload)
{
    QByteArray frame(1, char(0x80 | opcode));
    if (payload.size() < 126)
        frame += char(0x80 | payload.size());
    else
        frame += QByteArray(1, char(0x80 | 126)) + char(payload.size() >> 8) + char(payload.size());
    m_socket.send(frame + QByteArray(4, 0) + payload);
}
