// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web/OnlyLooks.h"

bool onlyLooks(const HttpRequest &request)
{
    const auto says = [&request](const char *name) {
        return request.headers.value(name).toLower().contains("prefetch");
    };
    return request.method == "HEAD" || says("Sec-Purpose") || says("Purpose") || says("X-Moz");
}
