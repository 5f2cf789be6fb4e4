// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpLimits.h"
#include "server/http/HttpMessage.h"
#include "server/http/RequestHead.h"

#include <optional>

/// Why a whole head may not go on: fields that must be single, a body whose length is not certain or too large, an
/// expectation we do not know, an upgrade that could not succeed. api.md, "Who may ask".
std::optional<HttpReply> faultIn(const RequestHead &head, const HttpLimits &limits);
