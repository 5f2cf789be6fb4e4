// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Listeners.h"

#include "server/crypto/TlsIdentity.h"

#include <QUdpSocket>

namespace {

QString urlOf(const QHostAddress &address, quint16 port, bool secure)
{
    QUrl url;
    url.setScheme(secure ? QStringLiteral("https") : QStringLiteral("http"));
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
                                   const QStringList &names, const ProxyRule &proxies, bool onlyTls)
{
    auto bound = bindListener(config.limits, clock, address, port, names, proxies, onlyTls);
    if (bound || bound.error().code != ErrorCode::AddressInUse || !config.portMayMove)
        return bound;
    return bindListener(config.limits, clock, address, 0, names, proxies, onlyTls);
}

bool isInTheClear(const ServerConfig &config)
{
    return !config.training && !config.usesTls();
}

/// What is in the clear, and for others than this machine, is for the proxy that brings the TLS: nobody goes round it.
ProxyRule proxiesOf(const ServerConfig &config, const QHostAddress &address)
{
    return {config.trustedProxies, isInTheClear(config) && !address.isLoopback()};
}

/// Money and tokens do not go over a network in the clear.
Result<void> checkedExposure(const ServerConfig &config)
{
    if (!isInTheClear(config) || config.behindProxy())
        return {};
    if (!config.host.isLoopback())
        return Error{ErrorCode::Configuration,
                     QStringLiteral("--host %1 needs TLS outside training: --tls-certificate and --tls-key, or "
                                    "--tls-generate, or a proxy in front that ends it (--trusted-proxy)")
                         .arg(config.host.toString())};
    if (config.phoneListen)
        return Error{ErrorCode::Configuration,
                     QStringLiteral("--phone-listen needs TLS outside training: --tls-certificate and --tls-key, or "
                                    "--tls-generate, or a proxy in front that ends it (--trusted-proxy)")};
    return {};
}

/// Phones know us by the name in the certificate: ours, or that of the proxy in front.
QString phoneAddressOf(const ServerConfig &config, const GuardedListener &phone)
{
    if (config.publicNames.isEmpty() || !(config.usesTls() || config.behindProxy()))
        return phone.address;
    QUrl url(QStringLiteral("https://") + config.publicNames.first());
    if (config.usesTls())
        url.setPort(QUrl(phone.address).port());
    return url.toString();
}

Result<GuardedListener> bindPhones(const ServerConfig &config, Clock &clock)
{
    const auto where = config.phoneListen.value_or(std::pair(addressOfDefaultRoute(), quint16(0)));
    auto phone = bindListener(config.limits, clock, where.first, where.second, config.publicNames,
                              proxiesOf(config, where.first), config.usesTls());
    if (!phone)
        return phone;
    for (const auto &name : config.publicNames)
        phone->guard->answerTo(QUrl(QStringLiteral("https://") + name).host(), quint16(QUrl(phone->address).port()));
    GuardedListener phones = std::move(phone).value();
    phones.address = phoneAddressOf(config, phones);
    return phones;
}

} // namespace

Result<GuardedListener> bindListener(const HttpLimits &limits, Clock &clock, const QHostAddress &address, quint16 port,
                                     const QStringList &names, const ProxyRule &proxies, bool onlyTls)
{
    GuardedListener listener;
    listener.guard = std::make_unique<RequestGuard>(names);
    listener.rates = std::make_unique<RateGate>(*listener.guard, limits.rates, clock);
    listener.http = std::make_unique<HttpListener>(limits, clock);
    listener.http->setProxies(proxies);
    if (onlyTls)
        listener.http->requireTls();
    const auto bound = listener.http->listen(address, port);
    if (!bound)
        return Error{bound.error().code,
                     QStringLiteral("%1 port %2: %3").arg(address.toString()).arg(port).arg(bound.error().message)};
    listener.address = urlOf(address, *bound, onlyTls);
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
    if (const auto checked = checkedExposure(config); !checked)
        return checked.error();
    Listeners listeners;
    auto main = bindOrMove(config, clock, config.host, config.port, config.publicNames, proxiesOf(config, config.host),
                           config.usesTls());
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
    if (config.training) {
        auto simulator =
            bindOrMove(config, clock, QHostAddress(QHostAddress::LocalHost), config.simulatorPort, {}, {}, false);
        if (!simulator)
            return simulator.error();
        listeners.simulator = std::move(simulator).value();
    }
    if (config.training || config.phoneListen) {
        auto phone = bindPhones(config, clock);
        if (!phone)
            return phone.error();
        listeners.phone = std::move(phone).value();
    }
    return listeners;
}

Result<void> Listeners::useTls(const TlsIdentity &identity)
{
    for (const auto *listener : {&main, &phone}) {
        if (!listener->http)
            continue;
        if (auto used = listener->http->useTls(identity); !used)
            return used;
    }
    certificateEnds = identity.notAfter();
    return {};
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
