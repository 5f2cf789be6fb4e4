// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

#include <optional>

/// Who may pull the simulator's strings: `/sim/...` is for this machine only, and out of reach of web pages.
namespace ControlGuard {

/// A refusal for peers that are not loopback, foreign names in Host, and bodies that are not application/json.
std::optional<HttpReply> outsider(const HttpRequest &request);
HttpReply refused(int status, const char *code, const QString &message);

} // namespace ControlGuard
