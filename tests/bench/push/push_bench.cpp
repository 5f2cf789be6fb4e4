// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/push/Payments.h"
#include "tests/bench/push/PeerProcess.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>
#include <cstdio>
#include <sys/resource.h>

/// What one push costs with many tills waiting, here and in other servers, in one run.
namespace {

struct Peer
{
    QString name;
    PeerProcess::Command command;
    Dialect::Kind dialect = Dialect::Kind::Seed;
    bool isOurs = false;
};

struct Plan
{
    QList<int> waiting;
    QList<int> atOnce;
    int pushes = 0;
    int payments = 0;
};

/// A peer's CPU by waiting and at once, to compare with.
using Costs = QHash<std::pair<int, int>, double>;

QList<Peer> peersIn(const QString &folder)
{
    const QDir dir(folder);
    const auto nginx =
        QStringLiteral("sed 's#MODULE#%1#; s#DIR#{dir}#; s#PORT#{port}#' %2 > {dir}/nginx.conf && exec %3 "
                       "-p {dir} -c {dir}/nginx.conf -e stderr")
            .arg(dir.filePath("root/usr/lib/nginx/modules/ngx_nchan_module.so"), PUSH_BENCH_DIR "/nginx.conf",
                 dir.filePath("root/usr/sbin/nginx"));
    return {
        {"nginx + nchan", {"sh", {"-c", nginx}}, Dialect::Kind::Nchan},
        {"ScanTill",
         {SCANTILL_SERVER,
          {"--training", "--data-dir", "{dir}", "--port", "{port}", "--simulator-port", "0", "--phone-listen",
           "127.0.0.1:0", "--log-level", "error"}},
         Dialect::Kind::Seed,
         true},
        {"bare Qt, epoll", {BARE_QT, {"{port}", "epoll"}}},
        {"bare Qt", {BARE_QT, {"{port}", "qt"}}},
        {"Node ws", {"node", {dir.filePath("node/server.mjs"), "{port}"}}},
        {"Tomcat 10",
         {"java",
          {"-Xmx1g", "-cp", dir.filePath("classes") + ":" + dir.filePath("root/usr/share/java/*"), "PushServer",
           "{port}", "{dir}"}}},
    };
}

/// Each line calls waiters of its own, and strides over them, so that neighbours in memory are not called one after the
/// other.
std::vector<PushRun::Notice> plainNotices(const Dialect &dialect, int waiting, int atOnce, int count)
{
    std::vector<PushRun::Notice> notices;
    const int ofEachLine = waiting / atOnce;
    for (int i = 0; i < count; ++i) {
        const auto key = Waiters::keyOf(i % atOnce + atOnce * int(i / atOnce * 7919LL % ofEachLine));
        notices.push_back({key, dialect.notice(key)});
    }
    return notices;
}

void print(const QString &name, int waiting, int atOnce, const PushRun::Outcome &outcome, double kib,
           const Costs &yardstick)
{
    const double base = yardstick.value({waiting, atOnce});
    std::printf("| %-22s | %7d | %4d | %8.0f | %6s | %6.2f | %6.2f | %7.0f | %6s |\n", qPrintable(name), waiting,
                atOnce, outcome.cpuUsPerPush,
                base > 0 ? qPrintable(QString::number(outcome.cpuUsPerPush / base, 'f', 2)) : "", outcome.p50Ms,
                outcome.p99Ms, outcome.perSecond, kib > 0 ? qPrintable(QString::number(kib, 'f', 1)) : "");
    std::fflush(stdout);
}

/// False when something did not arrive.
bool measure(const Peer &peer, const Plan &plan, Costs &yardstick)
{
    const quint16 port = PeerProcess::freePort();
    PeerProcess process;
    if (!process.start(peer.command, port)) {
        std::fprintf(stderr, "%s does not start\n", qPrintable(peer.name));
        return false;
    }
    Loop loop;
    const Dialect dialect(peer.dialect, port);
    PushRun run(loop, port, process);
    std::unique_ptr<Payments> payments;
    if (peer.isOurs) {
        const auto ready = QJsonDocument::fromJson(process.firstLine()).object();
        payments =
            std::make_unique<Payments>(loop, port, process.folder(), ready["terminal_token"].toString().toLatin1());
    }
    Waiters waiters(loop, port, dialect, [&run](const QByteArray &key) { run.heard(key); });
    constexpr int fewest = 10;
    const auto warm = [&] { return run.run(plainNotices(dialect, waiters.count(), 10, plan.pushes), 10).has_value(); };
    if (!waiters.growTo(fewest) || !warm())
        return false;
    const qint64 alone = process.memoryKiB();
    for (const int waiting : plan.waiting) {
        if (!waiters.growTo(waiting) || !warm()) {
            std::fprintf(stderr, "%s does not let %d wait\n", qPrintable(peer.name), waiting);
            return false;
        }
        const double kib = double(process.memoryKiB() - alone) / (waiting - fewest);
        for (const int atOnce : plan.atOnce) {
            const int lines = std::min(atOnce, waiting);
            const auto outcome = run.run(plainNotices(dialect, waiting, lines, plan.pushes), lines);
            if (!outcome)
                return false;
            if (peer.dialect == Dialect::Kind::Nchan)
                yardstick.insert({waiting, atOnce}, outcome->cpuUsPerPush);
            print(peer.name, waiting, atOnce, *outcome, kib, yardstick);
        }
        for (const int atOnce : payments ? plan.atOnce : QList<int>()) {
            const auto notices = payments->prepare(plan.payments, waiters);
            const auto outcome = notices.empty() ? std::nullopt : run.run(notices, atOnce);
            if (!outcome)
                return false;
            print(peer.name + ", payment", waiting, atOnce, *outcome, 0, yardstick);
        }
    }
    return true;
}

QList<int> numbers(const QString &text)
{
    QList<int> list;
    for (const auto &one : text.split(u','))
        list << one.toInt();
    return list;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser line;
    line.addHelpOption();
    line.addOptions({{"peers", "Folder that peers.sh has filled.", "DIR", "build/push"},
                     {"only", "Part of a peer's name; may be repeated.", "NAME"},
                     {"waiting", "How many wait.", "N,…", "100,1000,8000"},
                     {"at-once", "How many notices are under way.", "N,…", "1,8,32,128"},
                     {"pushes", "Plain pushes in a measurement.", "N", "2000"},
                     {"payments", "Payments in a measurement.", "N", "512"}});
    line.process(application);
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    const Plan plan{numbers(line.value("waiting")), numbers(line.value("at-once")), line.value("pushes").toInt(),
                    line.value("payments").toInt()};
    const auto only = line.values("only");
    std::printf("| %-22s | %7s | %4s | %8s | %6s | %6s | %6s | %7s | %6s |\n", "server", "waiting", "once", "CPU us",
                "x nchan", "p50 ms", "p99 ms", "per s", "KiB");
    std::printf("| --- | --: | --: | --: | --: | --: | --: | --: | --: |\n");
    Costs yardstick;
    bool whole = true;
    for (const auto &peer : peersIn(QDir(line.value("peers")).absolutePath())) {
        const bool wanted = only.isEmpty() || std::any_of(only.begin(), only.end(), [&peer](const QString &part) {
                                return peer.name.contains(part, Qt::CaseInsensitive);
                            });
        whole = (!wanted || measure(peer, plan, yardstick)) && whole;
    }
    return whole ? 0 : 1;
}
