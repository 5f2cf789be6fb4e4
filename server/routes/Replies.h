// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"
#include "server/http/HttpMessage.h"

/// Values of the domain as answers of the JSON API (api.md).
namespace Replies {

/// {"code","message"} with a fitting status; what went wrong inside is not told outside.
HttpReply error(const Error &error);
/// {"code","message"} with a code of its own.
HttpReply refusal(int status, const char *code, const QString &message);
HttpReply order(int status, const Order &order);
HttpReply wholeOrder(int status, const Order &order); ///< with its bill

} // namespace Replies
