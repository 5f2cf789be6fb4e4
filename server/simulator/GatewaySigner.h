// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpHeaders.h"
#include "server/simulator/SimulatorSwitches.h"

class Clock;
class Random;
class SimulatorKeys;

/// Signs what goes from the gateway to the merchant: replies and notifications alike (reference 1.4). Written from the
/// reference alone, without a line of the client's, so that each checks the other.
class GatewaySigner
{
public:
    /// realClock: signatures never follow the simulator's moved clock.
    GatewaySigner(const SimulatorKeys &keys, const Clock &realClock, Random &random)
        : m_keys(keys), m_realClock(realClock), m_random(random)
    {
    }

    /// Whether a client may ask for this key by Wechatpay-Serial; hex in any case, PUB_KEY_ID_ exactly.
    bool knows(const QByteArray &serial) const;
    /// Which key speaks when nobody asked for one; in mixed mode by chance.
    QByteArray serialFor(GatewayKeyMode mode) const;
    /// The five Wechatpay headers for this body, with a fresh nonce. ageS lets a fault send a stale one.
    HttpHeaders headersFor(const QByteArray &body, const QByteArray &serial, qint64 ageS = 0) const;
    /// Makes a signature probe of them (reference 1.7): 19 + 336 characters that do not verify, as one was seen.
    void spoil(HttpHeaders &headers) const;

private:
    const SimulatorKeys &m_keys;
    const Clock &m_realClock;
    Random &m_random;
};
