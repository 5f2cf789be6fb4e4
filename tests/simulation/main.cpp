// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a shop's days from a seed. A seed that breaks something prints what, and how to see it again.
#include "tests/simulation/World.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashFunctions>
#include <QLoggingCategory>
#include <cstdio>

namespace {

/// False: something broke, and it has been told.
bool play(quint64 seed, int days, bool aloud)
{
    std::printf("seed %llu: ", seed);
    std::fflush(stdout);
    QElapsedTimer timer;
    timer.start();
    World world(seed, aloud);
    const bool isWhole = world.play(days);
    const Trace &trace = world.trace();
    std::printf("%d days, %s, %d crashes, %lld steps, trace %016llx, %.1f s\n", days,
                qPrintable(world.ledger().summary()), world.crashes(), trace.steps(), trace.number(),
                double(timer.elapsed()) / 1000);
    if (!isWhole) {
        std::printf("\nBROKEN: %s\n\nthe last steps:\n", qPrintable(trace.whatBroke()));
        for (const QString &step : trace.lastSteps())
            std::printf("  %s\n", qPrintable(step));
        std::printf("\nagain: ./dev simulate --seed %llu --days %d\n", seed, days);
    }
    std::fflush(stdout);
    return isWhole;
}

} // namespace

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{"seed", "the world to play; without it new ones are drawn", "S"},
                        {"days", "how many days to play in all", "N", "3"},
                        {"days-a-seed", "how many of them in one world, without --seed", "N", "3"},
                        {"aloud", "print every step"}});
    options.addHelpOption();
    options.process(app);
    if (!options.isSet(QStringLiteral("aloud")))
        QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    int days = options.value(QStringLiteral("days")).toInt();
    const bool aloud = options.isSet(QStringLiteral("aloud"));
    if (options.isSet(QStringLiteral("seed")))
        return play(options.value(QStringLiteral("seed")).toULongLong(), days, aloud) ? 0 : 1;
    const int daysASeed = std::max(1, options.value(QStringLiteral("days-a-seed")).toInt());
    bool isWhole = true;
    for (; isWhole && days > 0; days -= daysASeed) {
        std::random_device entropy;
        isWhole = play((quint64(entropy()) << 32) | entropy(), std::min(days, daysASeed), aloud);
    }
    return isWhole ? 0 : 1;
}
