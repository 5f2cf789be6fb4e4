// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/net/HttpHeaders.h"

#include <QHostAddress>
#include <QStringList>

/// Where a request comes from.
struct RequestOrigin
{
    QHostAddress client; ///< whoever connected, or whom a trusted proxy names
    bool byProxy = false; ///< a trusted proxy passed it on, or it bears a proxy's mark
    /// Whether limits per peer count it: not what this machine itself sends, nor what a trusted proxy sends that names
    /// nobody.
    bool counts = false;
};

/// Whose word on where a request comes from is believed: of these peers only, Forwarded (RFC 7239) and
/// X-Forwarded-For name the client. From anybody else they are ignored.
class TrustedProxies
{
public:
    /// None.
    TrustedProxies() = default;
    /// "192.0.2.1", "192.0.2.0/24", "2001:db8::/48". InvalidInput names the one that is not an address.
    static Result<TrustedProxies> parse(const QStringList &texts);

    bool isEmpty() const { return m_networks.isEmpty(); }
    bool contains(const QHostAddress &address) const;
    /// The rightmost address named that is not a trusted proxy's. InvalidInput: what a trusted proxy sent cannot be
    /// read, or the two fields disagree.
    Result<RequestOrigin> originOf(const QHostAddress &peer, const HttpHeaders &headers) const;

private:
    Result<RequestOrigin> walk(const QHostAddress &peer, const QList<QByteArray> &nodes) const;

    QList<std::pair<QHostAddress, int>> m_networks;
};

/// Who may stand between a listener and its clients.
struct ProxyRule
{
    TrustedProxies trusted;
    bool only = false; ///< nobody but they and this machine itself may connect
};
