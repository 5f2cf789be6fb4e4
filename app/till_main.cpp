// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AfterFirstPaint.h"
#include "app/CommandLine.h"
#include "app/DemoRun.h"
#include "app/ExitCode.h"
#include "app/JoinTill.h"
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

constexpr int beginAnew = -1; ///< in place of an exit code: the till has joined another server

Result<TillPlace> placeOf(const CommandLine &line, const QString &demoFolder, ServerThread &thread)
{
    if (line.has("server"))
        return TillPlaces::remote(line);
    if (TillPlaces::mayJoin(line)) {
        auto joined = TillPlaces::joined(line);
        if (!joined)
            return joined.error();
        if (*joined)
            return std::move(joined).value().value();
    }
    return TillPlaces::own(line, demoFolder, thread);
}

int runDemo(Till &till, const CommandLine &line, const QString &simulator, Clock &clock)
{
    DemoRun run(till, QUrl(simulator), line.value("screenshots"), clock);
    QObject::connect(
        &run, &DemoRun::finished, qApp, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    run.start();
    return QApplication::exec();
}

void showWindow(MainWindow &window, const CommandLine &line)
{
    if (line.has("kiosk"))
        window.showFullScreen();
    else if (line.has("demo"))
        window.setGeometry(0, 0, 1366, 768);
    else
        window.showMaximized();
    window.setVisible(true);
}

/// One till at one server. The exit code, or beginAnew.
int runTill(const CommandLine &line)
{
    const QTemporaryDir demoFolder;
    ServerThread thread;
    auto found = placeOf(line, demoFolder.path(), thread);
    if (!found)
        return failWith(found.error());
    TillPlace place = std::move(found).value();
    const auto settings = TillSettings::read(QDir(place.dataFolder).filePath("till.json"), place.training);
    if (!settings)
        return failWith(settings.error());

    SystemClock clock;
    SystemRandom random;
    JoinTill join(line.dataDir(), place.dataFolder);
    if (TillPlaces::mayJoin(line))
        place.server.join = &join;
    const auto till =
        Till::open(*settings, place.server, QDir(place.dataFolder).filePath("till-journal.jsonl"), clock, random);
    if (!till)
        return failWith(till.error());
    auto &window = (*till)->window();
    new AfterFirstPaint(window, [&place] { sayReady({{"http", place.server.place.url.toString()}}); });
    showWindow(window, line);
    (*till)->openCustomer(line.has("kiosk"));
    (*till)->start();
    if (line.has("demo"))
        return runDemo(**till, line, place.simulator, clock);
    QObject::connect(
        till->get(), &Till::joinedAnother, qApp, [] { QCoreApplication::exit(beginAnew); }, Qt::QueuedConnection);
    return QApplication::exec();
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
        return line.has("server") ? TillPlaces::pair(line)
                                  : failWith({ErrorCode::InvalidInput, "--pair needs --server URL"});
    if (line.has("demo") && (line.has("server") || line.has("profile")))
        return failWith({ErrorCode::InvalidInput, "--demo is training; leave out --server and --profile"});
    quitOnSignal(&application);
    int code = beginAnew;
    while (code == beginAnew)
        code = runTill(line);
    return code;
}
