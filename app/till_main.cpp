// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AfterFirstPaint.h"
#include "app/CommandLine.h"
#include "app/DemoRun.h"
#include "app/ExitCode.h"
#include "app/QuitOnSignal.h"
#include "app/ServerOptions.h"
#include "app/ServerThread.h"
#include "app/TillPlaces.h"
#include "app/TillSettings.h"
#include "server/domain/Random.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

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
        return line.has("server") ? TillPlaces::pair(line)
                                  : failWith({ErrorCode::InvalidInput, "--pair needs --server URL"});
    const bool demo = line.has("demo");
    if (demo && (line.has("server") || line.has("profile")))
        return failWith({ErrorCode::InvalidInput, "--demo is training; leave out --server and --profile"});

    const QTemporaryDir demoFolder;
    ServerThread thread;
    const auto place = line.has("server") ? TillPlaces::remote(line) : TillPlaces::own(line, demoFolder.path(), thread);
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
