// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what the till promises (product.md, "It feels instant"). ./dev bench
#include "tests/bench/StartTimes.h"
#include "tests/bench/TillBench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QScreen>
#include <QSysInfo>
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

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QCommandLineParser line;
    line.setApplicationDescription(QStringLiteral("Measures how long a cashier waits for the till."));
    line.addHelpOption();
    line.addOptions({{"rounds", "Sales to measure (200).", "N", "200"},
                     {"starts", "Starts of the program to measure (10).", "N", "10"}});
    line.process(application);
    const int rounds = line.value(QStringLiteral("rounds")).toInt();
    const int starts = line.value(QStringLiteral("starts")).toInt();
    if (rounds < 1 || rounds > 10'000 || starts < 1 || starts > 1'000) {
        std::fputs("--rounds and --starts must be whole numbers of at least 1\n", stderr);
        return 2;
    }
    sayWhere();

    const QTemporaryDir data; // the simulator's keys are made in the warm-up: nobody's second start makes them
    StartTimes bare(QStringLiteral(BARE_WINDOW), {});
    StartTimes till(QStringLiteral(SCANTILL), {"--training", "--data-dir", data.path(), "--port", "0",
                                               "--simulator-port", "0", "--phone-listen", "127.0.0.1:0"});
    if (!measureStarts(bare, till, starts)) {
        std::fputs("a program does not start\n", stderr);
        return 1;
    }
    TillBench bench(QSize(1366, 768));
    if (!bench.run(rounds))
        return 1;

    say(Figures::heading());
    say(bench.echo.line(QStringLiteral("key press to echo"), 50));
    say(bench.code.line(QStringLiteral("Pay to QR painted"), 300));
    say(bench.green.line(QStringLiteral("notification to green painted"), 150));
    say(till.figures.line(QStringLiteral("till, start to painted window"), 0));
    say(bare.figures.line(QStringLiteral("bare Qt window, the same"), 0));
    say(QStringLiteral("the till takes %1 times as long as the bare window (p50)")
            .arg(till.figures.ms(0.5) / bare.figures.ms(0.5), 0, 'f', 1));
    return bench.echo.meets(50) && bench.code.meets(300) && bench.green.meets(150) ? 0 : 1;
}
