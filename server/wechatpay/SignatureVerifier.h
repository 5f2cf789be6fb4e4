// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class Clock;
class HttpHeaders;
class PlatformKeys;

/// How the check of a reply's or notification's signature ended.
enum class Verdict {
    Valid,
    MissingHeaders, ///< one of the four is not there, is there twice, or names another algorithm
    Stale, ///< not a time, or 300 s or more away from ours
    UnknownSerial,
    Probe, ///< wrong on purpose, to see whether we look (reference 1.7)
    Forged, ///< the signature does not hold
};

/// Whether the time of signing must be near ours.
enum class Freshness {
    Enforced,
    /// For a notification that waited at a relay, for hours or over a holiday. The window keeps what was seen on its
    /// way from being sent again; here that gains nobody anything: WeChat repeats and reorders notifications itself for
    /// a day (reference 3.6), so a word that comes twice or late changes nothing that a later one has settled. When the
    /// relay says it came is worth nothing, for the relay may lie; what is signed stays what WeChat signed.
    AnyAge,
};

/// Why, in words for a log; no value of the message is in them.
QString describe(Verdict verdict);

/// How many ended which way; probes are counted apart so that an alarm on forgeries means something.
struct SignatureCounts
{
    qint64 valid = 0;
    qint64 probes = 0;
    qint64 refused = 0;
    void add(Verdict verdict);
};

/// Checks that a reply or a notification comes from the provider, in the order of reference 1.4. Always over the raw
/// bytes of the body.
class SignatureVerifier
{
public:
    static constexpr qint64 windowMs = 300'000;

    /// Both must outlive the verifier.
    SignatureVerifier(const PlatformKeys &keys, const Clock &clock) : m_keys(keys), m_clock(clock) {}
    Verdict check(const HttpHeaders &headers, const QByteArray &body, Freshness freshness = Freshness::Enforced) const;

private:
    bool isFresh(const QByteArray &timestamp) const;

    const PlatformKeys &m_keys;
    const Clock &m_clock;
};
