// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Exposure.h"

namespace {

bool hasOwnTls(const ServerConfig &)
{
    return false;
}

bool isInTheClear(const ServerConfig &config)
{
    return !config.training && !config.host.isLoopback() && !hasOwnTls(config);
}

} // namespace

Result<void> refuseInTheClear(const ServerConfig &config)
{
    if (!isInTheClear(config) || !config.trustedProxies.isEmpty())
        return {};
    return Error{
        ErrorCode::Configuration,
        QStringLiteral("--host %1 would let tokens travel in the clear; listen on 127.0.0.1, or name the proxy "
                       "that brings TLS with --trusted-proxy")
            .arg(config.host.toString())};
}

bool takesProxiesOnly(const ServerConfig &config)
{
    return isInTheClear(config) && !config.trustedProxies.isEmpty();
}
