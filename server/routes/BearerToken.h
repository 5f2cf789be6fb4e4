// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

#include <optional>

/// The token of "Authorization: Bearer …": a secret. Nothing without that header, or where it holds something else.
std::optional<QString> bearerToken(const HttpRequest &request);
