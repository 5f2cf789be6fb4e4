// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/Simulator.h"
#include "tests/simulation/Wire.h"
#include "tests/support/SeededRandom.h"

#include <QTemporaryDir>

class MerchantProfile;

/// The provider's twin as the simulated world has it: never down, its books the truth; only the ways to and from it
/// are bad.
class Provider
{
public:
    /// notified: where its notifications arrive.
    Provider(Clock &clock, Trace &trace, quint64 seed, Wire::Serve notified);

    /// The merchant's way to it, and its way to the merchant.
    Wire &api() { return m_api; }
    Wire &notifies() { return m_notifies; }
    Wire::Serve listener();
    /// For the merchant whose provider it is.
    const MerchantProfile &profile() const { return *m_profile; }

    /// A call of the kind of /sim/… by somebody whose own network is fine.
    HttpReply control(const QByteArray &method, const QString &path, const QJsonObject &body);
    /// As control; an answer that is no 200 breaks the run.
    void demand(const QByteArray &method, const QString &path, const QJsonObject &body);
    /// No faults of its own from now on, or these.
    void setFaults(const QJsonObject &faults);
    /// Its API does what it is asked, at once.
    bool isKind() const { return m_isKind; }
    std::optional<qint64> kindSinceMs() const { return m_isKind ? std::optional(m_kindSinceMs) : std::nullopt; }

    Simulator &twin() { return *m_twin; }

private:
    Clock &m_clock;
    Trace &m_trace;
    SeededRandom m_random;
    Wire m_api;
    Wire m_notifies;
    WireTransport m_sender;
    std::unique_ptr<Simulator> m_twin;
    QTemporaryDir m_folder; ///< of the profile's files
    std::unique_ptr<MerchantProfile> m_profile;
    bool m_isKind = true;
    qint64 m_kindSinceMs = 0;
};
