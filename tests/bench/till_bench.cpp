// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what the till promises (product.md, "It feels instant"). ./dev bench
#include "tests/bench/ConfirmBench.h"
#include "tests/bench/IdleCost.h"
#include "tests/bench/SettleBench.h"
#include "tests/bench/StartTimes.h"
#include "tests/bench/TillBench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QScreen>
#include <QSysInfo>
#include <array>
#include <cstdio>

namespace {

void say(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

void sayWhere()
{
    say(QStringLiteral("%1 cores, %2, Qt %3, %4, %5x%6 at %7, %8 build")
            .arg(QThread::idealThreadCount())
            .arg(QSysInfo::prettyProductName(), QString::fromLatin1(qVersion()), QGuiApplication::platformName())
            .arg(QGuiApplication::primaryScreen()->size().width())
            .arg(QGuiApplication::primaryScreen()->size().height())
            .arg(QGuiApplication::primaryScreen()->devicePixelRatio())
#ifdef NDEBUG
            .arg(QStringLiteral("release"))
#else
            .arg(QStringLiteral("debug"))
#endif
    );
}

QString idleLine(const QString &name, const IdleCost &cost)
{
    return QStringLiteral("%1: %2 MiB, %3 % of one core")
        .arg(name)
        .arg(double(cost.memoryKib) / 1024, 0, 'f', 1)
        .arg(cost.cpuPercent, 0, 'f', 2);
}

/// One warm-up, then both programs by turns.
bool measureStarts(StartTimes &bare, StartTimes &till, int rounds)
{
    if (!bare.measure(false) || !till.measure(false))
        return false;
    for (int round = 0; round < rounds; ++round) {
        if (!bare.measure() || !till.measure())
            return false;
    }
    return true;
}

/// From the customer's thumb to green, with WeChat's notifications and with none.
bool measurePayments(int sales, std::array<Figures, 2> &greens)
{
    constexpr int tills = 10;
    ConfirmBench one(1);
    ConfirmBench many(tills);
    if (!one.run(sales, true) || !many.run(sales, false)) {
        std::fputs("a payment does not show\n", stderr);
        return false;
    }
    greens = {one.green, many.green};
    return true;
}

bool measureEvents(Figures &alone, Figures &together)
{
    SettleBench bench;
    if (!bench.runAlone(200) || !bench.runAtOnce(20)) {
        std::fputs("a notification is not answered 204\n", stderr);
        return false;
    }
    alone = bench.alone;
    together = bench.together;
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QCommandLineParser line;
    line.setApplicationDescription(QStringLiteral("Measures how long a cashier waits for the till."));
    line.addHelpOption();
    line.addOptions({{"rounds", "Sales to measure (200).", "N", "200"},
                     {"sales", "Sales to measure from the customer's thumb to green (100).", "N", "100"},
                     {"starts", "Starts of the program to measure (10).", "N", "10"}});
    line.process(application);
    const int rounds = line.value(QStringLiteral("rounds")).toInt();
    const int sales = line.value(QStringLiteral("sales")).toInt();
    const int starts = line.value(QStringLiteral("starts")).toInt();
    if (rounds < 1 || rounds > 10'000 || starts < 1 || starts > 1'000 || sales < 1 || sales > 1'000) {
        std::fputs("--rounds, --sales and --starts must be whole numbers of at least 1\n", stderr);
        return 2;
    }
    sayWhere();

    const QTemporaryDir data; // the simulator's keys are made in the warm-up: nobody's second start makes them
    StartTimes bare(QStringLiteral(BARE_WINDOW), {});
    const QStringList tillArguments{"--training",       "--data-dir", data.path(),      "--port",     "0",
                                    "--simulator-port", "0",          "--phone-listen", "127.0.0.1:0"};
    StartTimes till(QStringLiteral(SCANTILL), tillArguments);
    if (!measureStarts(bare, till, starts)) {
        std::fputs("a program does not start\n", stderr);
        return 1;
    }
    IdleCost bareIdle(QStringLiteral(BARE_WINDOW), {});
    IdleCost tillIdle(QStringLiteral(SCANTILL), tillArguments);
    if (!bareIdle.measure() || !tillIdle.measure()) {
        std::fputs("a program cannot be watched\n", stderr);
        return 1;
    }
    TillBench bench(QSize(1366, 768));
    if (!bench.run(rounds) || !bench.runPages(rounds))
        return 1;
    std::array<Figures, 2> greens;
    Figures alone;
    Figures together;
    if (!measurePayments(sales, greens) || !measureEvents(alone, together))
        return 1;

    say(Figures::heading());
    say(bench.echo.line(QStringLiteral("key press to echo"), 50));
    say(bench.code.line(QStringLiteral("Pay to QR painted"), 300));
    say(bench.green.line(QStringLiteral("notification to green painted"), 150));
    say(bench.page.line(QStringLiteral("key to another page painted"), 150));
    say(greens[0].line(QStringLiteral("confirmation to green"), 0));
    say(greens[1].line(QStringLiteral("the same, notifications dead"), 5000));
    say(alone.line(QStringLiteral("a durable settled event"), 0));
    say(together.line(QStringLiteral("the same, each of %1 at once").arg(SettleBench::atOnce), 0));
    say(till.figures.line(QStringLiteral("till, start to painted window"), 0));
    say(bare.figures.line(QStringLiteral("bare Qt window, the same"), 0));
    say(QStringLiteral("the till takes %1 times as long as the bare window (p50)")
            .arg(till.figures.ms(0.5) / bare.figures.ms(0.5), 0, 'f', 1));
    say(idleLine(QStringLiteral("till with its server and simulator, idle"), tillIdle));
    say(idleLine(QStringLiteral("bare Qt window, the same"), bareIdle));
    return bench.page.meets(150) && bench.echo.meets(50) && bench.code.meets(300) && bench.green.meets(150)
                   && greens[1].meets(5000)
               ? 0
               : 1;
}
