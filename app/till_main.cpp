// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AfterFirstPaint.h"
#include "app/CommandLine.h"
#include "app/DemoRun.h"
#include "app/ExitCode.h"
#include "app/PairTill.h"
#include "app/QuitOnSignal.h"
#include "app/ServerOptions.h"
#include "app/ServerThread.h"
#include "server/DataFolder.h"
#include "server/domain/Random.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTextStream>
#include <cstdio>

namespace {

const QList<QCommandLineOption> tillOptions{
    {"server", "A server elsewhere, in place of the till's own.", "URL"},
    {"token-file", "The file with that server's terminal token; without it, the one this till was paired with.",
     "FILE"},
    {"server-fingerprint", "The SHA-256 of the only certificate to believe that server.", "HEX"},
    {"pair", "Pair this till with that server: asks for the code that is shown there, and end."},
    {"demo", "Take one training payment by itself."},
    {"screenshots", "Where the demo's screenshots go (scantill-demo).", "DIR", "scantill-demo"},
    {"kiosk", "Full screen."}};

/// Where this till's server is, and where the till keeps its own things.
struct Place
{
    Till::Server server;
    QString simulator;
    QString dataFolder;
    bool training = true;
    std::optional<DataFolder> own =
        {}; ///< a remote server's till keeps its folder to itself; an own server does so for it
};

Result<ServerPlace> addressOf(const CommandLine &line)
{
    const QUrl url(line.value("server"), QUrl::StrictMode);
    const bool loopback = QHostAddress(url.host()).isLoopback() || url.host() == QLatin1String("localhost");
    if (!url.isValid() || url.host().isEmpty() || !(url.scheme() == "https" || (url.scheme() == "http" && loopback)))
        return Error{ErrorCode::InvalidInput, "--server must be an https:// URL, or http:// on this machine"};
    if (!line.has("server-fingerprint"))
        return ServerPlace(url);
    const auto pin = CertificatePin::parse(line.value("server-fingerprint"));
    if (!pin)
        return Error{ErrorCode::InvalidInput, "--server-fingerprint: " + pin.error().message};
    if (url.scheme() != "https")
        return Error{ErrorCode::InvalidInput, "--server-fingerprint needs an https:// URL"};
    return ServerPlace(url, *pin);
}

Result<Till::Server> tokenFileServer(const CommandLine &line, const ServerPlace &place)
{
    const auto token = tokenFrom(line.value("token-file"), "token-file");
    if (!token)
        return token.error();
    return Till::Server{place, *token};
}

Result<Till::Server> pairedServer(const ServerPlace &place, const QString &folder)
{
    const auto paired = PairedServer::readFrom(folder);
    if (!paired && paired.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::InvalidInput, "--server needs --token-file with the terminal token, or --pair once"};
    if (!paired)
        return paired.error();
    if (paired->place.url != place.url)
        return Error{ErrorCode::Configuration, "this till is paired with " + paired->place.url.toString()
                                                   + "; pair it with this server (--pair)"};
    return Till::Server{place.pin.isSet() ? place : paired->place, paired->token};
}

Result<DataFolder> remoteFolder(const CommandLine &line)
{
    return DataFolder::open(QDir(line.dataDir()).filePath(line.has("training") ? "remote-training" : "remote-live"));
}

Result<Place> remotePlace(const CommandLine &line)
{
    const auto place = addressOf(line);
    if (!place)
        return place.error();
    auto folder = remoteFolder(line);
    if (!folder)
        return folder.error();
    const auto server = line.has("token-file") ? tokenFileServer(line, *place) : pairedServer(*place, folder->path());
    if (!server)
        return server.error();
    const QString path = folder->path();
    return Place{*server, {}, path, line.has("training"), *std::move(folder)};
}

QString typed(const char *question)
{
    std::fputs(question, stderr);
    return QTextStream(stdin).readLine(200).trimmed();
}

/// Without a window: the code is typed where the till is set up.
int pairThisTill(const CommandLine &line)
{
    const auto place = addressOf(line);
    const auto folder = remoteFolder(line);
    for (const auto *error : {place ? nullptr : &place.error(), folder ? nullptr : &folder.error()}) {
        if (error)
            return failWith(*error);
    }
    const auto settings = TillSettings::read(QDir(folder->path()).filePath("till.json"), line.has("training"));
    if (!settings)
        return failWith(settings.error());
    PairTill pairing(*place, folder->path());
    const auto name = settings->identity.till;
    pairing.pair(typed("Code: "), name, [](const Result<QString> &terminal) {
        if (terminal)
            sayLine({{"terminal", *terminal}});
        QCoreApplication::exit(terminal ? ExitDone : failWith(terminal.error()));
    });
    return QCoreApplication::exec();
}

/// With TLS the till's own server shows a certificate that the two of them know.
ServerPlace ownServer(const ServerAddresses &at)
{
    const auto pin = CertificatePin::parse(QString::fromLatin1(at.tlsFingerprint));
    return {QUrl(at.http), pin ? *pin : CertificatePin()};
}

Result<Place> ownPlace(const CommandLine &line, const QString &demoFolder, ServerThread &thread)
{
    const bool demo = line.has("demo");
    const auto given = serverConfigFrom(line, !line.has("profile"));
    if (!given)
        return given.error();
    ServerConfig config = *given;
    config.portMayMove = !line.has("port");
    if (demo) {
        config.port = 0;
        config.simulatorPort = 0;
        config.phoneListen = std::pair(QHostAddress(QHostAddress::LocalHost), quint16(0));
        if (!line.has("data-dir"))
            config.dataDir = demoFolder;
    }
    const auto started = thread.start(config);
    if (!started)
        return started.error();
    return Place{
        {ownServer(*started), started->terminalToken}, started->simulator, started->dataFolder, started->training};
}

} // namespace

/// The cashier's terminal.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName("scantill");
    QCoreApplication::setApplicationVersion(SCANTILL_VERSION);
    CommandLine line("ScanTill, a cashier's terminal for WeChat Pay.", serverOptions() + tillOptions);
    if (const auto parsed = line.parse(QCoreApplication::arguments()); !parsed)
        return failWith(parsed.error());
    if (line.has("pair"))
        return line.has("server") ? pairThisTill(line)
                                  : failWith({ErrorCode::InvalidInput, "--pair needs --server URL"});
    const bool demo = line.has("demo");
    if (demo && (line.has("server") || line.has("profile")))
        return failWith({ErrorCode::InvalidInput, "--demo is training; leave out --server and --profile"});

    const QTemporaryDir demoFolder;
    ServerThread thread;
    const auto place = line.has("server") ? remotePlace(line) : ownPlace(line, demoFolder.path(), thread);
    if (!place)
        return failWith(place.error());
    const auto settings = TillSettings::read(QDir(place->dataFolder).filePath("till.json"), place->training);
    if (!settings)
        return failWith(settings.error());

    SystemClock clock;
    SystemRandom random;
    const auto till =
        Till::open(*settings, place->server, QDir(place->dataFolder).filePath("till-journal.jsonl"), clock, random);
    if (!till)
        return failWith(till.error());
    auto &window = (*till)->window();
    new AfterFirstPaint(window, [&place] { sayReady({{"http", place->server.place.url.toString()}}); });
    if (line.has("kiosk"))
        window.showFullScreen();
    else if (demo)
        window.setGeometry(0, 0, 1366, 768);
    else
        window.showMaximized();
    window.setVisible(true);
    (*till)->openCustomer(line.has("kiosk"));
    (*till)->start();
    quitOnSignal(&application);
    if (!demo)
        return QApplication::exec();
    DemoRun run(**till, QUrl(place->simulator), line.value("screenshots"), clock);
    QObject::connect(
        &run, &DemoRun::finished, &application, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    run.start();
    return QApplication::exec();
}
