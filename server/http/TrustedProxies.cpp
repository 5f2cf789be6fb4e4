// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/TrustedProxies.h"

#include "server/http/ForwardedNodes.h"

#include <algorithm>

namespace {

/// What proxies add and nobody else has a reason to.
bool bearsMarkOfProxy(const HttpHeaders &headers)
{
    static constexpr QByteArrayView marks[] = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"};
    const auto isMark = [](const HttpHeaders::Field &field) {
        return std::any_of(std::begin(marks), std::end(marks), [&name = field.first](QByteArrayView mark) {
            return name.size() == mark.size() && mark.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    return std::any_of(headers.fields().begin(), headers.fields().end(), isMark);
}

Result<std::pair<QHostAddress, int>> networkFrom(const QString &text)
{
    const Error wrong = {ErrorCode::InvalidInput,
                         QStringLiteral("--trusted-proxy must be ADDR or ADDR/BITS, not %1").arg(text.left(80))};
    const auto parts = text.split(u'/');
    const auto node = ForwardedNode::parse(parts.first().toLatin1());
    const bool hasPort = parts.first().contains(u'[') || parts.first().count(u':') == 1;
    if (parts.size() > 2 || hasPort || !node || !node->address)
        return wrong;
    const int widest = node->address->protocol() == QAbstractSocket::IPv6Protocol ? 128 : 32;
    bool isNumber = true;
    const int bits = parts.size() == 2 ? parts[1].toInt(&isNumber) : widest;
    if (!isNumber || bits < 1 || bits > widest) // of 0 bits: everybody would be believed
        return wrong;
    return std::pair(*node->address, bits);
}

} // namespace

Result<TrustedProxies> TrustedProxies::parse(const QStringList &texts)
{
    TrustedProxies proxies;
    for (const QString &text : texts) {
        const auto network = networkFrom(text);
        if (!network)
            return network.error();
        proxies.m_networks.append(*network);
    }
    return proxies;
}

bool TrustedProxies::contains(const QHostAddress &address) const
{
    return std::any_of(m_networks.begin(), m_networks.end(), [&address](const auto &network) {
        return address.protocol() == network.first.protocol() && address.isInSubnet(network.first, network.second);
    });
}

Result<RequestOrigin> TrustedProxies::originOf(const QHostAddress &peer, const HttpHeaders &headers) const
{
    if (!contains(peer))
        return RequestOrigin{peer, bearsMarkOfProxy(headers), !peer.isLoopback()};
    const bool hasForwarded = headers.has("Forwarded");
    const auto standard = forwardedNodes(headers);
    if (!standard)
        return standard.error();
    const auto byForwarded = walk(peer, *standard);
    if (!byForwarded || !headers.has("X-Forwarded-For"))
        return byForwarded;
    const auto byXForwardedFor = walk(peer, xForwardedForNodes(headers));
    if (!byXForwardedFor || !hasForwarded)
        return byXForwardedFor;
    if (byForwarded->client != byXForwardedFor->client || byForwarded->counts != byXForwardedFor->counts)
        return wrongInput("Forwarded and X-Forwarded-For name two clients");
    return byForwarded;
}

Result<RequestOrigin> TrustedProxies::walk(const QHostAddress &peer, const QList<QByteArray> &nodes) const
{
    RequestOrigin origin{peer, true, false};
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
        const auto hop = ForwardedNode::parse(*node);
        if (!hop)
            return hop.error();
        if (!hop->address)
            return RequestOrigin{origin.client, true, false}; // somebody, and all that is known is who passed it on
        origin = {*hop->address, true, true};
        if (!contains(*hop->address))
            break;
    }
    return origin;
}
