// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/push/Loop.h"

/// A kept-alive connection on which one request after the other is answered.
class HttpLine
{
public:
    using Answered = std::function<void(int status, const QByteArray &body)>;

    HttpLine(Loop &loop, quint16 port);

    bool isOpen() const { return m_socket.isOpen(); }
    /// status 0: the connection ended without an answer.
    void ask(const QByteArray &request, Answered answered);

private:
    void read(QByteArray &unread);

    Answered m_answered;
    Socket m_socket;
};
