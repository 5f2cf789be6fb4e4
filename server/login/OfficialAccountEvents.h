// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/OfficialAccountEvent.h"
#include "server/login/OfficialAccountMemory.h"

/// What stands in the query of everything WeChat sends to the events address.
struct OfficialAccountSignature
{
    QByteArray signature; ///< SHA-1 in lower-case hex over the sorted token, timestamp and nonce
    QByteArray timestamp; ///< seconds since the epoch
    QByteArray nonce;
};

/// Tells WeChat's pushes from all others (reference 11.3), and each event from its repetitions.
///
/// The signature covers neither the body nor the method: who has one can put any event under it. So the address
/// belongs behind TLS, a signature is good for a few minutes, and its nonce for once, whatever it came with. WeChat
/// itself repeats an event under a new signature; that one is verified and then dropped.
class OfficialAccountEvents
{
public:
    static constexpr std::chrono::seconds freshness{300}; ///< a timestamp may be off by so much, either way
    static constexpr qsizetype maxNonces = 10'000; ///< of 10 minutes
    static constexpr qsizetype maxEvents = 10'000; ///< of 10 minutes

    /// token: the secret shared with WeChat. The clock must outlive this.
    OfficialAccountEvents(const QByteArray &token, const Clock &clock);

    /// Uses the signature up. Unverified: wrong, stale, from the future, or seen before. Busy: maxNonces came within
    /// the time in which they can come again; refused, because forgetting one would open the door to it.
    Result<void> verify(const OfficialAccountSignature &signature);
    /// What is new in it, and from now on known; none for a repetition or what is no event. Errors of verify, and
    /// InvalidInput for a body that is refused.
    Result<std::optional<OfficialAccountEvent>> receive(const OfficialAccountSignature &signature,
                                                        const QByteArray &body);
    /// Its handling failed: WeChat's repetition shall be new again.
    void forget(const OfficialAccountEvent &event);

private:
    QByteArray expectedFor(const OfficialAccountSignature &signature) const;
    static QByteArray keyOf(const OfficialAccountEvent &event);

    QByteArray m_token;
    const Clock &m_clock;
    OfficialAccountMemory m_nonces;
    OfficialAccountMemory m_events;
};
