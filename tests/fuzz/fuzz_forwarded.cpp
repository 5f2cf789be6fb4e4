// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/TrustedProxies.h"
#include "tests/fuzz/Fuzz.h"

/// Whatever a client writes before what the trusted proxy adds, the proxy's word stands or the request is refused.
void fuzzOne(Fuzz::Input input)
{
    const QByteArray bytes = input.rest();
    static const QHostAddress proxy(QStringLiteral("192.0.2.1"));
    static const QHostAddress client(QStringLiteral("198.51.100.7"));
    static const TrustedProxies proxies =
        TrustedProxies::parse({QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::/32")}).value();
    const auto check = [](const HttpHeaders &headers) {
        const auto origin = proxies.originOf(proxy, headers);
        Fuzz::require(!origin || (origin->client == client && origin->byProxy && origin->counts),
                      "the proxy's word stands");
    };
    (void)proxies.originOf(proxy, {{"Forwarded", bytes}});
    (void)proxies.originOf(proxy, {{"X-Forwarded-For", bytes}});
    check({{"Forwarded", bytes + ", for=198.51.100.7"}});
    check({{"Forwarded", bytes}, {"Forwarded", "for=\"198.51.100.7:80\""}});
    check({{"X-Forwarded-For", bytes + ", 198.51.100.7"}});
    check({{"X-Forwarded-For", bytes}, {"X-Forwarded-For", "198.51.100.7"}});
    const auto stranger = proxies.originOf(client, {{"Forwarded", bytes}, {"X-Forwarded-For", bytes}});
    Fuzz::require(stranger && stranger->client == client, "a stranger is not believed");
}
