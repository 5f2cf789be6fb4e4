// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Listeners.h"

#include "server/Exposure.h"

#include <QUdpSocket>

namespace {

QString urlOf(const QHostAddress &address, quint16 port)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    const QList<QHostAddress> everywhere{QHostAddress::AnyIPv4, QHostAddress::AnyIPv6, QHostAddress::Any};
    url.setHost(everywhere.contains(address) ? QStringLiteral("127.0.0.1") : address.toString());
    url.setPort(port);
    return url.toString();
}

/// Two monitors and a person; whoever opens more must not take the shop's files from it.
HttpLimits opsLimits(HttpLimits limits)
{
    limits.maxConnections = 64;
    return limits;
}

Result<GuardedListener> bindOrMove(const ServerConfig &config, Clock &clock, const QHostAddress &address, quint16 port,
                                   const QStringList &names, const ProxyRule &proxies)
{
    auto bound = bindListener(config.limits, clock, address, port, names, proxies);
    if (bound || bound.error().code != ErrorCode::AddressInUse || !config.portMayMove)
        return bound;
    return bindListener(config.limits, clock, address, 0, names, proxies);
}

} // namespace

Result<GuardedListener> bindListener(const HttpLimits &limits, Clock &clock, const QHostAddress &address, quint16 port,
                                     const QStringList &names, const ProxyRule &proxies)
{
    GuardedListener listener;
    listener.guard = std::make_unique<RequestGuard>(names);
    listener.rates = std::make_unique<RateGate>(*listener.guard, limits.rates, clock);
    listener.http = std::make_unique<HttpListener>(limits, clock);
    listener.http->setProxies(proxies);
    const auto bound = listener.http->listen(address, port);
    if (!bound)
        return Error{bound.error().code,
                     QStringLiteral("%1 port %2: %3").arg(address.toString()).arg(port).arg(bound.error().message)};
    listener.address = urlOf(address, *bound);
    listener.guard->answerTo(QStringLiteral("localhost"), *bound);
    listener.guard->answerTo(QStringLiteral("127.0.0.1"), *bound);
    listener.guard->answerTo(QStringLiteral("[::1]"), *bound);
    const auto own =
        address.protocol() == QAbstractSocket::IPv6Protocol ? u'[' + address.toString() + u']' : address.toString();
    listener.guard->answerTo(own, *bound);
    listener.http->setGate([guard = listener.guard.get(), rates = listener.rates.get()](const HttpRequest &request) {
        const auto refused = guard->judge(request);
        return refused ? refused : rates->judge(request);
    });
    listener.http->setReview([rates = listener.rates.get()](const HttpRequest &request, int status) {
        return rates->review(request, status);
    });
    return listener;
}

Result<Listeners> Listeners::bind(const ServerConfig &config, Clock &clock)
{
    const ProxyRule proxies{config.trustedProxies, takesProxiesOnly(config)};
    Listeners listeners;
    auto main = bindOrMove(config, clock, config.host, config.port, config.publicNames, proxies);
    if (!main)
        return main.error();
    listeners.main = std::move(main).value();
    if (config.opsListen) {
        auto ops = bindListener(opsLimits(config.limits), clock, config.opsListen->first, config.opsListen->second, {});
        if (!ops)
            return ops.error();
        listeners.ops = std::move(ops).value();
        const auto port = quint16(QUrl(listeners.ops.address).port());
        for (const auto &name : config.publicNames)
            listeners.ops.guard->answerTo(QUrl(QStringLiteral("http://") + name).host(), port);
    }
    if (!config.training)
        return listeners;

    auto simulator = bindOrMove(config, clock, QHostAddress(QHostAddress::LocalHost), config.simulatorPort, {}, {});
    if (!simulator)
        return simulator.error();
    listeners.simulator = std::move(simulator).value();

    const auto where = config.phoneListen.value_or(std::pair(addressOfDefaultRoute(), quint16(0)));
    auto phone = bindListener(config.limits, clock, where.first, where.second, {}, proxies);
    if (!phone)
        return phone.error();
    listeners.phone = std::move(phone).value();
    return listeners;
}

QHostAddress addressOfDefaultRoute()
{
    // Connecting a UDP socket asks the routing table and sends no packet; the address is one for documentation.
    QUdpSocket socket;
    socket.connectToHost(QHostAddress(QStringLiteral("192.0.2.1")), 9);
    if (socket.waitForConnected(0) && !socket.localAddress().isNull())
        return socket.localAddress();
    return QHostAddress(QHostAddress::LocalHost);
}
