// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/GatewayReply.h"

#include <optional>

class Clock;
class SimulatorKeys;
struct HttpRequest;

/// Whether a request comes from the merchant it names (reference 1.2, 1.3, 12.1): scheme, five pairs, known merchant
/// and serial, clock, signature over the raw bytes.
class Authorization
{
public:
    static constexpr qint64 maxSkewS = 300;

    /// None: it holds. Else the 401 with sign_information, which must be sent unsigned.
    static std::optional<GatewayReply> refusal(const HttpRequest &request, const SimulatorKeys &keys,
                                               const Clock &realClock);
};
