// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "app/ExitCode.h"
#include "app/QuitOnSignal.h"
#include "server/DataFolder.h"
#include "server/Listeners.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/net/NetworkTransport.h"
#include "server/simulator/Simulator.h"

#include <QCoreApplication>
#include <QDir>

namespace {

const QList<QCommandLineOption> options{
    {"host", "Address to listen on (127.0.0.1).", "H"},
    {"port", "Port to listen on (8090); 0 picks a free one.", "P"},
    {"notify-url", "The notify_url of the exported profile.", "URL", "http://127.0.0.1:8080/wechatpay/notify"},
    {"export-profile", "Where to write the merchant profile (in the data dir).", "FILE"},
    {"code-url", "weixin for genuine code URLs, http for ones any phone opens.", "weixin|http", "weixin"},
    {"cents", "An amount's fen choose a bad day (README, \"Practise a bad day\")."},
    {"switch", "What WeChat Pay's documents leave open (API.md, \"The simulator\"); may be repeated.", "NAME=VALUE"}};

Result<SimulatorSwitches> switchesOf(const CommandLine &line)
{
    SimulatorSwitches switches;
    for (const auto &one : line.values("switch")) {
        if (const auto set = switches.setFromText(one); !set)
            return Error{set.error().code, "--switch: " + set.error().message};
    }
    return switches;
}

} // namespace

/// A stand-in for WeChat Pay API v3, for training and for tests.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName("scantill-simulator");
    QCoreApplication::setApplicationVersion(SCANTILL_VERSION);
    CommandLine line("A stand-in for WeChat Pay API v3, for training and for tests.", options);
    if (const auto parsed = line.parse(QCoreApplication::arguments()); !parsed)
        return failWith(parsed.error());
    const auto host = line.host("host");
    const auto port = line.port("port", 8090);
    if (!host)
        return failWith(host.error());
    if (!port)
        return failWith(port.error());
    const auto form = line.value("code-url");
    if (form != QLatin1String("weixin") && form != QLatin1String("http"))
        return failWith({ErrorCode::InvalidInput, "--code-url must be weixin or http"});

    const QUrl notifyUrl(line.value("notify-url"), QUrl::StrictMode);
    if (notifyUrl.host().isEmpty()
        || (notifyUrl.scheme() != QLatin1String("http") && notifyUrl.scheme() != QLatin1String("https")))
        return failWith({ErrorCode::InvalidInput, "--notify-url must be an http or https URL"});

    const auto switches = switchesOf(line);
    if (!switches)
        return failWith(switches.error());

    SystemClock clock;
    SystemRandom random;
    NetworkTransport transport;
    const auto listener = bindListener({}, clock, *host, *port, {});
    if (!listener)
        return failWith(listener.error());
    const auto folder = DataFolder::open(QDir(line.dataDir()).filePath("simulator"));
    if (!folder)
        return failWith(folder.error());
    // The Official Account's events go to the server that gets the notifications.
    QUrl eventsUrl = notifyUrl;
    eventsUrl.setPath("/wechat/events");
    eventsUrl.setQuery(QString());
    Simulator::Settings settings{.folder = folder->path(),
                                 .cents = line.has("cents"),
                                 .eventsUrl = eventsUrl.toString(QUrl::FullyEncoded),
                                 .switches = *switches};
    if (form == QLatin1String("http"))
        settings.codeUrl = Simulator::phoneCodeUrl(listener->address);
    const auto simulator = Simulator::open(settings, clock, random, transport);
    if (!simulator)
        return failWith(simulator.error());
    (*simulator)->addGatewayRoutes(*listener->http);
    (*simulator)->addPhoneRoutes(*listener->http);
    const auto profile = QFileInfo(line.has("export-profile") ? line.value("export-profile")
                                                              : QDir(line.dataDir()).filePath("merchant_profile.json"))
                             .absoluteFilePath();
    if (const auto exported = (*simulator)->keys().exportProfile(profile, listener->address, line.value("notify-url"));
        !exported)
        return failWith({exported.error().code, "the merchant profile: " + exported.error().message});
    quitOnSignal(&application);
    sayReady({{"http", listener->address}, {"profile", profile}});
    return QCoreApplication::exec();
}
