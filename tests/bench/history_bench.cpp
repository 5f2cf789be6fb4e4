// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how long a shop's history takes to answer after one year and after ten. ./dev bench
#include "tests/bench/HistoryBench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>

namespace {

void say(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

/// Whether every search is as fast as it was promised.
bool measure(int orders, int rounds, int targetMs)
{
    HistoryBench bench(orders);
    if (!bench.run(rounds)) {
        std::fputs("the books do not answer as they should\n", stderr);
        return false;
    }
    say(QStringLiteral("%1 orders").arg(orders));
    say(Figures::heading());
    bool meets = true;
    for (const auto &[name, figures] : bench.searches) {
        say(figures.line(name, targetMs));
        meets = meets && figures.meets(targetMs);
    }
    say(bench.sale.line(QStringLiteral("a sale into the books"), 0));
    say(bench.saleWithoutIndexes.line(QStringLiteral("the same without search indexes"), 0));
    return meets;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser line;
    line.setApplicationDescription(QStringLiteral("Measures how long the orders' history takes to answer."));
    line.addHelpOption();
    line.addOptions({{"rounds", "Searches of each kind (50).", "N", "50"}});
    line.process(application);
    const int rounds = line.value(QStringLiteral("rounds")).toInt();
    if (rounds < 1 || rounds > 10'000) {
        std::fputs("--rounds must be a whole number of at least 1\n", stderr);
        return 2;
    }
    const bool one = measure(100'000, rounds, 100);
    const bool ten = measure(1'000'000, rounds, 250);
    return one && ten ? 0 : 1;
}
