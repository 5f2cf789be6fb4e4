// SPDX-License-Identifier: GPL-3.0-or-later
// Kills server and tills again and again at work, and compares all books at the end.
#include "tests/system/Killings.h"

#include <QCommandLineParser>
#include <cstdio>

namespace {

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser line;
    line.setApplicationDescription("Kills (-9) a working shop's server and tills and compares the books at the end.");
    line.addHelpOption();
    line.addOptions({{"kills", "How often (20).", "N", "20"},
                     {"tills", "Tills at work (8).", "N", "8"},
                     {"untended", "Orders that only their deadline ends (0).", "N", "0"},
                     {"seed", "Of victims, moments and customers (1).", "S", "1"}});
    line.process(application);
    const KillPlan plan{.kills = line.value("kills").toInt(),
                        .tills = line.value("tills").toInt(),
                        .untended = line.value("untended").toInt(),
                        .seed = line.value("seed").toULongLong()};
    if (plan.kills < 1 || plan.tills < 1 || plan.tills > 32 || plan.untended < 0) {
        std::fputs("kill_harness: --kills and --tills must be 1 or more\n", stderr);
        return 2;
    }
    Killings killings(plan);
    QElapsedTimer since;
    since.start();
    const QStringList problems = killings.run();
    say(QStringLiteral("seed %1: the server killed %2 times, the tills %3 times in %4 s")
            .arg(plan.seed)
            .arg(killings.serverKills)
            .arg(killings.tillKills)
            .arg(since.elapsed() / 1000));
    say(QStringLiteral("customers paid %1 times, %2 came too late; at the end it took %3 s until nothing was open")
            .arg(killings.paid)
            .arg(killings.tooLate)
            .arg(killings.waitedMs / 1000));
    say(killings.summary);
    for (const QString &problem : problems)
        say("WRONG " + problem);
    return problems.isEmpty() ? 0 : 1;
}
