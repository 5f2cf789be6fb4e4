// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RelayProgram.h"

#include "app/CommandLine.h"
#include "app/ExitCode.h"
#include "app/ServerOptions.h"
#include "app/ServiceTalk.h"
#include "server/RelayServer.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"

#include <QJsonObject>

namespace {

int addShop(const ServerConfig &config, const QString &name)
{
    SystemClock clock;
    SystemRandom random;
    const auto token = RelayServer::addShop(config, name, clock, random);
    if (!token)
        return failWith(token.error());
    sayLine({{"shop", name}, {"token", QString::fromLatin1(*token)}});
    return ExitDone;
}

int removeShop(const ServerConfig &config, const QString &name)
{
    const auto removed = RelayServer::removeShop(config, name);
    return removed ? int(ExitDone) : failWith(removed.error());
}

int serve(const ServerConfig &config)
{
    SystemClock clock;
    SystemRandom random;
    const auto relay = RelayServer::start(config, clock, random);
    if (!relay)
        return failWith(relay.error());
    return ServiceTalk::run(**relay, clock, readyLine((*relay)->addresses(), false));
}

} // namespace

QList<QCommandLineOption> RelayProgram::options()
{
    return {{"relay", "Run as a relay for shops that cannot be reached; without a profile."},
            {"relay-add-shop", "Have the relay serve that shop, say its token once, and end.", "NAME"},
            {"relay-remove-shop", "Have the relay forget that shop, and end.", "NAME"}};
}

bool RelayProgram::isAskedFor(const CommandLine &line)
{
    return line.has("relay") || line.has("relay-add-shop") || line.has("relay-remove-shop");
}

int RelayProgram::run(const CommandLine &line)
{
    if (int(line.has("relay")) + int(line.has("relay-add-shop")) + int(line.has("relay-remove-shop")) > 1)
        return failWith(wrongInput("one of --relay, --relay-add-shop and --relay-remove-shop at a time"));
    const auto config = serverConfigFrom(line, false, true);
    if (!config)
        return failWith(config.error());
    if (line.has("relay-add-shop"))
        return addShop(*config, line.value("relay-add-shop"));
    if (line.has("relay-remove-shop"))
        return removeShop(*config, line.value("relay-remove-shop"));
    return serve(*config);
}
