// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TillProgram.h"

#include "app/AfterFirstPaint.h"
#include "app/AnswerFile.h"
#include "app/AnswerOrders.h"
#include "app/DemoRun.h"
#include "app/ExitCode.h"
#include "app/JoinTill.h"
#include "app/KeptLine.h"
#include "app/KioskKeeper.h"
#include "app/OneTill.h"
#include "app/QuitOnSignal.h"
#include "app/ServerThread.h"
#include "app/TillPlaces.h"
#include "app/TillSettings.h"
#include "server/domain/Random.h"
#include "server/runtime/Logging.h"
#include "ui/StartRefusal.h"

#include <QApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>

namespace {

Q_LOGGING_CATEGORY(lcKiosk, "scantill.kiosk")

QCommandLineOption keptOption()
{
    QCommandLineOption kept("kept", "The keeper of a kiosk says so to its till.");
    kept.setFlags(QCommandLineOption::HiddenFromHelp);
    return kept;
}

constexpr int beginAnew = -1; ///< in place of an exit code: the till has joined another server

/// One process's share in there being one till: it has the data dir, or it is a kiosk's and its keeper has.
struct Standing
{
    std::unique_ptr<OneTill> one;
    std::unique_ptr<KeptLine> kept;
};

int runDemo(Till &till, const CommandLine &line, const QString &simulator, Clock &clock)
{
    DemoRun run(till, QUrl(simulator), line.value("screenshots"), clock);
    QObject::connect(
        &run, &DemoRun::finished, qApp, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    run.start();
    return QApplication::exec();
}

/// Nobody else would hear of a second start from then on.
void claimAfterKeeper(Standing &standing, const CommandLine &line, Till &till)
{
    qCWarning(lcKiosk) << "the kiosk's keeper has died; this till goes on, and nobody starts it again";
    auto one = OneTill::claim(line.dataDir());
    if (!one) {
        qCWarning(lcKiosk).noquote() << one.error().message;
        return;
    }
    standing.one = std::move(one).value();
    QObject::connect(standing.one.get(), &OneTill::startedAgain, &till, &Till::bringToFront);
}

void connectStanding(Standing &standing, const CommandLine &line, Till &till)
{
    if (standing.one)
        QObject::connect(standing.one.get(), &OneTill::startedAgain, &till, &Till::bringToFront);
    if (!standing.kept || standing.one)
        return;
    QObject::connect(standing.kept.get(), &KeptLine::frontWished, &till, &Till::bringToFront);
    const auto gone = [&standing, &line, &till] { claimAfterKeeper(standing, line, till); };
    if (standing.kept->isUp())
        QObject::connect(standing.kept.get(), &KeptLine::keeperGone, &till, gone);
    else
        gone();
}

/// One till at one server. The exit code, or beginAnew.
Result<int> runTill(const CommandLine &line, const AnswerFile &shop, Standing &standing)
{
    const QTemporaryDir demoFolder;
    const bool demo = line.has("demo");
    ServerThread thread;
    auto found = TillPlaces::of(line, shop, demoFolder.path(), thread);
    if (!found)
        return found.error();
    TillPlace place = std::move(found).value();
    const auto settings = TillSettings::read(QDir(place.dataFolder).filePath("till.json"), place.training, shop.till());
    if (!settings)
        return settings.error();

    SystemClock clock;
    SystemRandom random;
    JoinTill join(line.dataDir(), place.dataFolder);
    if (TillPlaces::mayJoin(line))
        place.server.join = &join;
    place.server.kiosk = !demo && (line.has("kiosk") || shop.kiosk());
    const auto till =
        Till::open(*settings, place.server, QDir(place.dataFolder).filePath("till-journal.jsonl"), clock, random);
    if (!till)
        return till.error();
    auto &window = (*till)->window();
    new AfterFirstPaint(window, [&place, &standing, &settings] {
        sayReady({{"http", place.server.place.url.toString()}});
        if (standing.kept)
            standing.kept->sayUp(settings->members()["language"].toString());
    });
    connectStanding(standing, line, **till);
    if (demo) {
        window.setGeometry(0, 0, 1366, 768);
        line.has("kiosk") ? window.showFullScreen() : window.setVisible(true);
    } else {
        (*till)->showWindow();
    }
    (*till)->openCustomer(place.server.kiosk);
    (*till)->start();
    if (demo)
        return runDemo(**till, line, place.simulator, clock);
    QObject::connect(
        till->get(), &Till::joinedAnother, qApp, [] { QCoreApplication::exit(beginAnew); }, Qt::QueuedConnection);
    QObject::connect(
        till->get(), &Till::leaveSigned, qApp, [] { QCoreApplication::exit(ExitDone); }, Qt::QueuedConnection);
    return QApplication::exec();
}

Language::Tongue tongueOf(const AnswerFile &shop)
{
    return shop.language() == "en" ? Language::Tongue::English : Language::Tongue::Chinese;
}

/// This process keeps another one, which is the till.
Result<int> runKeeper(const CommandLine &line, const AnswerFile &shop, OneTill &one)
{
    SystemClock clock;
    QApplication::setQuitOnLastWindowClosed(false); // its own is hidden most of the time
    QStringList arguments = QCoreApplication::arguments().mid(1) + QStringList("--kept");
    arguments.removeAll("--autostart"); // that has been asked
    KioskKeeper keeper({QCoreApplication::applicationFilePath(), arguments, line.dataDir()}, tongueOf(shop), clock);
    QObject::connect(&one, &OneTill::startedAgain, &keeper, &KioskKeeper::bringToFront);
    QObject::connect(
        &keeper, &KioskKeeper::finished, qApp, [] { QCoreApplication::exit(ExitDone); }, Qt::QueuedConnection);
    const auto stop = [&keeper] { keeper.stop(); };
    onSignals(qApp, stop, stop);
    if (const auto started = keeper.start(); !started)
        return started.error();
    return QApplication::exec();
}

/// Another till of this data dir runs: it comes to the front, and this start is over.
Result<int> leaveToFirst(const CommandLine &line, const Error &error)
{
    if (error.code != ErrorCode::AddressInUse || !OneTill::bringFirstToFront(line.dataDir()))
        return error;
    Logging::lastWords(QCoreApplication::applicationName(), "the till is running already; its window is in front now");
    return ExitDone;
}

Result<int> start(const CommandLine &line)
{
    if (line.has("pair"))
        return line.has("server") ? Result<int>(TillPlaces::pair(line))
                                  : Error{ErrorCode::InvalidInput, "--pair needs --server URL"};
    const bool demo = line.has("demo"); // the same on every computer, and beside any till
    if (demo && (line.has("server") || line.has("profile")))
        return Error{ErrorCode::InvalidInput, "--demo is training; leave out --server and --profile"};
    const auto shop = demo ? AnswerFile() : AnswerFile::readShop(line.value("shop-config"));
    if (!shop)
        return shop.error();
    Standing standing;
    if (line.has("kept")) {
        standing.kept = std::make_unique<KeptLine>(line.dataDir());
    } else if (!demo) {
        auto one = OneTill::claim(line.dataDir());
        if (!one)
            return leaveToFirst(line, one.error());
        standing.one = std::move(one).value();
    }
    if (standing.one && (line.has("kiosk") || shop->kiosk()))
        return runKeeper(line, *shop, *standing.one);
    quitOnSignal(qApp);
    for (;;) {
        auto code = runTill(line, *shop, standing);
        if (!code || *code != beginAnew)
            return code;
    }
}

} // namespace

QList<QCommandLineOption> TillProgram::options()
{
    return QList<QCommandLineOption>{
               {"server", "A server elsewhere, in place of the till's own.", "URL"},
               {"token-file",
                "The file with that server's terminal token; without it, the one this till was paired with.", "FILE"},
               {"server-fingerprint", "The SHA-256 of the only certificate to believe that server.", "HEX"},
               {"pair", "Pair this till with that server: asks for the code that is shown there, and end."},
               {"demo", "Take one training payment by itself."},
               {"screenshots", "Where the demo's screenshots go (scantill-demo).", "DIR", "scantill-demo"},
               {"kiosk", "Full screen, closed with a supervisor's PIN alone, and started again after a crash."},
               {"alert", "Say in a window, too, why it does not start; what icons ask for."},
               keptOption()}
           + AnswerOrders::options();
}

int TillProgram::run(const CommandLine &line)
{
    const auto code = start(line);
    return code ? *code : refuse(line, code.error());
}

int TillProgram::refuse(const CommandLine &line, const Error &error)
{
    const int code = failWith(error);
    if (!line.has("alert") || line.has("kept")) // a keeper's window says it itself
        return code;
    const auto shop = AnswerFile::readShop(line.value("shop-config"));
    const Language language(tongueOf(shop ? *shop : AnswerFile()));
    StartRefusal(error.message).exec();
    return code;
}
