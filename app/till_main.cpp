// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AfterFirstPaint.h"
#include "app/CommandLine.h"
#include "app/DemoRun.h"
#include "app/ExitCode.h"
#include "app/QuitOnSignal.h"
#include "app/ServerOptions.h"
#include "app/ServerThread.h"
#include "server/DataFolder.h"
#include "server/domain/Random.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

namespace {

const QList<QCommandLineOption> tillOptions{
    {"server", "A server elsewhere, in place of the till's own.", "URL"},
    {"token-file", "The file with that server's terminal token.", "FILE"},
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

Result<Place> remotePlace(const CommandLine &line)
{
    const QUrl url(line.value("server"), QUrl::StrictMode);
    const bool loopback = QHostAddress(url.host()).isLoopback() || url.host() == QLatin1String("localhost");
    if (!url.isValid() || url.host().isEmpty() || !(url.scheme() == "https" || (url.scheme() == "http" && loopback)))
        return Error{ErrorCode::InvalidInput, "--server must be an https:// URL, or http:// on this machine"};
    if (!line.has("token-file"))
        return Error{ErrorCode::InvalidInput, "--server needs --token-file with the terminal token"};
    const auto token = tokenFrom(line.value("token-file"), "token-file");
    if (!token)
        return token.error();
    auto folder =
        DataFolder::open(QDir(line.dataDir()).filePath(line.has("training") ? "remote-training" : "remote-live"));
    if (!folder)
        return folder.error();
    const QString path = folder->path();
    return Place{{url, *token}, {}, path, line.has("training"), *std::move(folder)};
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
        {QUrl(started->http), started->terminalToken}, started->simulator, started->dataFolder, started->training};
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
    new AfterFirstPaint(window, [&place] { sayReady({{"http", place->server.url.toString()}}); });
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
