// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

/// Whether nobody asks yet: HEAD, or a browser that prepares a page ahead of a click. Nothing may be changed for it.
bool onlyLooks(const HttpRequest &request);
