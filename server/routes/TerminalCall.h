// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpListener.h"

class RequestGuard;

/// How every call of the JSON API begins.
namespace TerminalCall {

/// Only with the terminal's token; 401 otherwise.
HttpListener::Handler guarded(const RequestGuard &guard, HttpListener::Handler handler);

using JsonHandler = std::function<QFuture<HttpReply>(const HttpRequest &, const QJsonObject &body)>;
/// For a call with a JSON body: 415 when it is not said to be one, 400 when it is none or has other members than the
/// known ones.
HttpListener::Handler json(const QStringList &known, JsonHandler handler);
/// Both.
HttpListener::Handler guardedJson(const RequestGuard &guard, const QStringList &known, JsonHandler handler);

/// Whether the request says that its body is JSON; only then can no form of a foreign page have sent it.
bool hasJsonBody(const HttpRequest &request);
HttpReply notJson();

/// A text of at most so many characters without control characters, trimmed; empty where the member is missing.
/// InvalidInput: anything else.
Result<QString> textOf(const QJsonObject &body, const QString &member, int maxLength);

} // namespace TerminalCall
