// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ServerConfig.h"

/// Tokens and payments do not travel over a network in the clear. Configuration: this configuration would let them,
/// for it listens on more than this machine, without TLS of its own and with no trusted proxy that brings it. Training
/// may, for no money is in it.
Result<void> refuseInTheClear(const ServerConfig &config);
/// Whether it listens in the clear because a trusted proxy brings the TLS: then nobody may go round the proxy.
bool takesProxiesOnly(const ServerConfig &config);
