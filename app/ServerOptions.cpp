// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServerOptions.h"

#include "app/CommandLine.h"

namespace {

/// An amount in fen, or the fallback where the option is not given.
Result<Money> moneyIn(const CommandLine &line, const QString &option, Money fallback)
{
    if (!line.has(option))
        return fallback;
    bool isNumber = false;
    const auto money = Money::fromFen(line.value(option).toLongLong(&isNumber));
    if (!isNumber || !money)
        return Error{ErrorCode::InvalidInput, QStringLiteral("--%1 must be an amount in fen").arg(option)};
    return money;
}

/// What a shop's server is told of its relay, and what a relay is not told.
Result<void> readRelay(const CommandLine &line, bool asRelay, ServerConfig &config)
{
    if (asRelay && (config.training || line.has("profile") || line.has("relay-url")))
        return wrongInput("a relay serves no shop itself; leave out --training, --profile and --relay-url");
    if (line.has("relay-url") != line.has("relay-token-file"))
        return wrongInput("--relay-url and --relay-token-file go together");
    if (config.training && line.has("relay-url"))
        return wrongInput("--training has its notifications from the simulator; leave out --relay-url");
    config.relayUrl = QUrl(line.value("relay-url"), QUrl::StrictMode);
    config.relayTokenFile = line.value("relay-token-file");
    return {};
}

} // namespace

QList<QCommandLineOption> serverOptions()
{
    return {
        {"training", "Run the WeChat Pay simulator and open the training routes."},
        {"host", "Address to listen on (127.0.0.1).", "H"},
        {"port", "Port to listen on (8080); 0 picks a free one.", "P"},
        {"simulator-port", "The simulator's port (8090); 0 picks a free one.", "P"},
        {"profile", "The merchant profile.", "FILE"},
        {"store", "sqlite:FILE (default: in the data dir).", "URL"},
        {"public-name", "A name this server answers to; may be repeated.", "NAME"},
        {"trusted-proxy", "A proxy whose Forwarded and X-Forwarded-For are believed; may be repeated.", "ADDR[/BITS]"},
        {"limit", "Sets a limit; may be repeated.", "NAME=VALUE"},
        {"refund-limit", "The most a cashier may give back of one order, in fen (20000); a supervisor more.", "FEN"},
        {"ops-listen", "Where an operator's tools reach /readyz and /metrics.", "ADDR:PORT"},
        {"tls-certificate", "The certificate to serve with, PEM; its authority's behind it.", "FILE"},
        {"tls-key", "Its key, PEM, mode 0600.", "FILE"},
        {"tls-generate", "Serve with a certificate of our own making, which tills pin by its fingerprint."},
        {"phone-listen", "Where customers' phones reach us.", "ADDR:PORT"},
        {"login-by", "What a till's login QR holds: our page, or the Official Account's QR.", "page|official-account",
         "page"},
        {"relay-url", "The relay that takes this shop's notifications in: wss://HOST/relay/link.", "URL"},
        {"relay-token-file", "What the relay's --relay-add-shop said, in a file of mode 0600.", "FILE"},
        {"code-url", "Training: weixin for genuine code URLs, http for ones any phone opens.", "weixin|http", "http"}};
}

Result<ServerConfig> serverConfigFrom(const CommandLine &line, bool trainingUnlessSaid, bool asRelay,
                                      const QString &profileUnlessSaid)
{
    const auto wrong = [](const char *sentence) {
        return Error{ErrorCode::InvalidInput, QString::fromLatin1(sentence)};
    };
    ServerConfig config;
    config.dataDir = line.dataDir();
    const QString otherwise = line.has("training") ? QString() : profileUnlessSaid;
    config.profileFile = line.has("profile") ? line.value("profile") : otherwise;
    config.training = line.has("training") || (trainingUnlessSaid && config.profileFile.isEmpty());
    config.publicNames = line.values("public-name");
    for (const auto &name : config.publicNames) {
        if (QUrl(QStringLiteral("http://") + name, QUrl::StrictMode).authority() != name.toLower())
            return wrong("--public-name must be a host name, with a port where it is not the usual one");
    }
    const auto proxies = TrustedProxies::parse(line.values("trusted-proxy"));
    if (!proxies)
        return proxies.error();
    config.trustedProxies = *proxies;
    if (line.has("tls-certificate") || line.has("tls-key"))
        config.tlsFiles = TlsFiles{line.value("tls-certificate"), line.value("tls-key")};
    config.tlsGenerate = line.has("tls-generate");
    if (config.tlsFiles && config.tlsGenerate)
        return wrong("--tls-generate makes its own certificate; leave out --tls-certificate and --tls-key");
    if (config.training && !config.profileFile.isEmpty())
        return wrong("--training brings its own profile; leave out --profile");
    if (const auto relay = readRelay(line, asRelay, config); !relay)
        return relay.error();
    if (!config.training && !asRelay && config.profileFile.isEmpty())
        return wrong("a merchant profile is needed (--profile FILE), or --training");
    const auto host = line.host("host");
    const auto port = line.port("port", config.port);
    const auto simulatorPort = line.port("simulator-port", config.simulatorPort);
    for (const auto *given : {&port, &simulatorPort}) {
        if (!*given)
            return given->error();
    }
    if (!host)
        return host.error();
    config.host = *host;
    config.port = *port;
    config.simulatorPort = *simulatorPort;
    if (line.has("phone-listen")) {
        const auto where = parseAddressAndPort("phone-listen", line.value("phone-listen"));
        if (!where)
            return where.error();
        config.phoneListen = *where;
    }
    if (line.has("ops-listen")) {
        const auto where = parseAddressAndPort("ops-listen", line.value("ops-listen"));
        if (!where)
            return where.error();
        config.opsListen = *where;
    }
    for (const auto &limit : line.values("limit")) {
        if (const auto applied = applyLimit(limit, config); !applied)
            return applied.error();
    }
    const auto refundLimit = moneyIn(line, "refund-limit", config.refundLimit);
    if (!refundLimit)
        return refundLimit.error();
    config.refundLimit = *refundLimit;
    if (line.has("store")) {
        if (!line.value("store").startsWith(QLatin1String("sqlite:")) || line.value("store").size() < 8)
            return wrong("--store must be sqlite:FILE");
        config.storeFile = line.value("store").mid(7);
    }
    const auto loginBy = line.value("login-by");
    if (loginBy != QLatin1String("page") && loginBy != QLatin1String("official-account"))
        return wrong("--login-by must be page or official-account");
    config.loginBy = loginBy == QLatin1String("page") ? LoginBy::Page : LoginBy::OfficialAccount;
    const auto form = line.value("code-url");
    if (form != QLatin1String("weixin") && form != QLatin1String("http"))
        return wrong("--code-url must be weixin or http");
    config.genuineCodeUrl = form == QLatin1String("weixin");
    return config;
}

QJsonObject readyLine(const ServerAddresses &addresses, bool withToken)
{
    QJsonObject line{{"http", addresses.http}};
    if (!addresses.simulator.isEmpty())
        line["simulator"] = addresses.simulator;
    if (!addresses.phone.isEmpty())
        line["phone"] = addresses.phone;
    if (!addresses.ops.isEmpty())
        line["ops"] = addresses.ops;
    if (!addresses.tlsFingerprint.isEmpty())
        line["tls_fingerprint"] = QString::fromLatin1(addresses.tlsFingerprint);
    if (withToken)
        line["terminal_token"] = QString::fromLatin1(addresses.terminalToken);
    return line;
}
