// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "app/ExitCode.h"
#include "app/PairCode.h"
#include "app/RelayProgram.h"
#include "app/ServerOptions.h"
#include "app/ServiceTalk.h"
#include "server/Server.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/net/NetworkTransport.h"
#include "server/runtime/ServerLoop.h"

#include <QCoreApplication>

/// The server without a window.
int main(int argc, char *argv[])
{
    ServerLoop::useInApplication();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName("scantill-server");
    QCoreApplication::setApplicationVersion(SCANTILL_VERSION);
    CommandLine line("ScanTill's server: WeChat Pay orders over HTTP and WebSocket.",
                     serverOptions() + RelayProgram::options()
                         + QList<QCommandLineOption>{{"print-terminal-token", "Say the terminal token when ready."},
                                                     {"pair-code", "Say a code with which a till is paired with the "
                                                                   "server that runs in this data dir, and end."}});
    if (const auto parsed = line.parse(QCoreApplication::arguments()); !parsed)
        return failWith(parsed.error());
    if (RelayProgram::isAskedFor(line))
        return RelayProgram::run(line);
    if (line.has("pair-code")) {
        const auto code = leavePairingCode(line.dataDir(), line.has("training"));
        if (!code)
            return failWith(code.error());
        sayLine(*code);
        return ExitDone;
    }
    const auto config = serverConfigFrom(line);
    if (!config)
        return failWith(config.error());

    SystemClock clock;
    SystemRandom random;
    NetworkTransport transport;
    const auto server = Server::start(*config, clock, random, transport);
    if (!server)
        return failWith(server.error());
    return ServiceTalk::run(**server, clock,
                            readyLine((*server)->addresses(), config->training || line.has("print-terminal-token")));
}
