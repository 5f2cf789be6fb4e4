// SPDX-License-Identifier: GPL-3.0-or-later
// Tills without windows that take sales by themselves until they are told to finish, or killed. Says "ready" when they
// stand, and "idle" once nothing of theirs is open after "finish" came in.
#include "app/CommandLine.h"
#include "server/domain/Random.h"
#include "tests/bench/HurriedClock.h"
#include "tests/system/RobotCashier.h"

#include <QCoreApplication>
#include <QDir>
#include <QSocketNotifier>
#include <cstdio>
#include <vector>

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 6) {
        std::fputs("till_robot SERVER TOKEN_FILE FOLDER TILLS SEED\n", stderr);
        return 2;
    }
    const QDir folder(arguments[3]);
    HurriedClock clock; // five days of sales in one
    SystemRandom random;
    QFile announcements(folder.filePath(QStringLiteral("announced.txt")));
    if (!announcements.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return 2;
    std::vector<std::unique_ptr<RobotCashier>> cashiers;
    for (int till = 0; till < arguments[4].toInt(); ++till) {
        const QuietTill::Place place{QUrl(arguments[1]), contentOf(arguments[2]),
                                     folder.filePath(QStringLiteral("till-%1.jsonl").arg(till))};
        cashiers.push_back(std::make_unique<RobotCashier>(place, clock, random,
                                                          arguments[5].toULongLong() + quint64(till), announcements));
        cashiers.back()->start();
    }
    QSocketNotifier told(0, QSocketNotifier::Read);
    QObject::connect(&told, &QSocketNotifier::activated, &told, [&told, &cashiers] {
        told.setEnabled(false);
        for (const auto &cashier : cashiers)
            cashier->finish();
    });
    QTimer idle;
    QObject::connect(&idle, &QTimer::timeout, &idle, [&] {
        const auto isIdle = [](const auto &cashier) { return cashier->isIdle(); };
        if (told.isEnabled() || !std::all_of(cashiers.begin(), cashiers.end(), isIdle))
            return;
        std::puts("idle");
        std::fflush(stdout);
        idle.stop();
    });
    idle.start(200);
    sayReady({});
    return QCoreApplication::exec();
}
