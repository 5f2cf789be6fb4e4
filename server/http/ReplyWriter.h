// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

/// What the reply's framing depends on besides the reply.
struct ReplyFrame
{
    bool withoutBody = false; ///< to a HEAD
    bool closing = false; ///< we close after it
    qint64 nowMs = 0; ///< for the Date field
};

/// A reply as bytes. Framing (Content-Length, Connection, Date) is ours alone; a field whose name or value could break
/// out of its line is left out.
QByteArray replyBytes(const HttpReply &reply, const ReplyFrame &frame);
