// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/push/PeerProcess.h"
#include "tests/bench/push/WatchedOrders.h"

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
    PeerProcess::Command gateway = {}; ///< not empty: payments are measured, and this is the stand-in for WeChat Pay
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
           "127.0.0.1:0", "--limit", "request-rate=100000000", "--log-level", "error"}}},
        {"ScanTill, payment",
         {SCANTILL_SERVER,
          {"--profile", "{gateway}/merchant_profile.json", "--data-dir", "{dir}", "--port", "{port}",
           "--print-terminal-token", "--limit", "provider-query-rate=1", "--log-level", "error"}},
         Dialect::Kind::Seed,
         {SCANTILL_SIMULATOR, {"--data-dir", "{dir}", "--port", "{port}", "--log-level", "error"}}},
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

/// Everything of one peer. False when something did not arrive.
class Measurement
{
public:
    Measurement(const Peer &peer, const Plan &plan, Costs &yardstick)
        : m_peer(peer), m_plan(plan), m_yardstick(yardstick), m_port(PeerProcess::freePort()),
          m_dialect(peer.dialect, m_port), m_run(m_loop, m_port, m_process)
    {
    }

    bool run()
    {
        if (!start())
            return complain("does not start");
        if (!m_waiters->growTo(fewest) || !warm())
            return complain("does not push");
        const qint64 alone = m_process.memoryKiB();
        for (const int waiting : m_plan.waiting) {
            if (!m_waiters->growTo(waiting) || !warm())
                return complain("does not let so many wait");
            const double kib = double(m_process.memoryKiB() - alone) / (waiting - fewest);
            for (const int atOnce : m_plan.atOnce) {
                if (!measure(waiting, std::min(atOnce, waiting), kib))
                    return complain("has lost a push");
            }
        }
        return true;
    }

private:
    static constexpr int fewest = 10;

    bool start()
    {
        PeerProcess::Command command = m_peer.command;
        if (isPaying()) {
            if (!m_gateway.start(m_peer.gateway, PeerProcess::freePort()) || m_gateway.firstLine().isEmpty())
                return false;
            command.arguments.replaceInStrings(QStringLiteral("{gateway}"), m_gateway.folder());
        }
        if (!m_process.start(command, m_port))
            return false;
        QByteArray token;
        if (isPaying()) {
            token = QJsonDocument::fromJson(m_process.firstLine()).object()["terminal_token"].toString().toLatin1();
            m_orders = std::make_unique<WatchedOrders>(m_loop, m_port, m_gateway.folder(), token);
        }
        m_waiters = std::make_unique<Waiters>(m_loop, m_port, m_dialect, token,
                                              [this](const QByteArray &key) { m_run.heard(key); });
        return true;
    }
    bool isPaying() const { return !m_peer.gateway.program.isEmpty(); }

    bool warm()
    {
        const auto notices = isPaying() ? m_orders->prepare(m_plan.payments / 4, *m_waiters)
                                        : plainNotices(m_dialect, m_waiters->count(), fewest, m_plan.pushes);
        return !notices.empty() && m_run.run(notices, fewest);
    }

    bool measure(int waiting, int atOnce, double kib)
    {
        const qint64 cpu = m_process.cpuNs();
        const auto notices = isPaying() ? m_orders->prepare(m_plan.payments, *m_waiters)
                                        : plainNotices(m_dialect, waiting, atOnce, m_plan.pushes);
        const double placedUs = double(m_process.cpuNs() - cpu) / double(notices.size()) / 1e3;
        const auto outcome = notices.empty() ? std::nullopt : m_run.run(notices, atOnce);
        if (!outcome)
            return false;
        if (m_peer.dialect == Dialect::Kind::Nchan)
            m_yardstick.insert({waiting, atOnce}, outcome->cpuUsPerPush);
        print(m_peer.name, waiting, atOnce, *outcome, kib, m_yardstick);
        if (isPaying())
            std::printf("<!-- before that, each order placed and watched: %.0f us -->\n", placedUs);
        return true;
    }

    bool complain(const char *what) const
    {
        std::fprintf(stderr, "%s %s. %s\n", qPrintable(m_peer.name), what, m_process.lastWords().constData());
        return false;
    }

    const Peer &m_peer;
    const Plan &m_plan;
    Costs &m_yardstick;
    quint16 m_port;
    Dialect m_dialect;
    Loop m_loop;
    PeerProcess m_gateway;
    PeerProcess m_process;
    PushRun m_run;
    std::unique_ptr<WatchedOrders> m_orders;
    std::unique_ptr<Waiters> m_waiters;
};

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
                     {"only", "A server's name; may be repeated.", "NAME"},
                     {"waiting", "How many wait.", "N,…", "100,1000,8000"},
                     {"at-once", "How many notices are under way.", "N,…", "1,8,32,128"},
                     {"pushes", "Plain pushes in a measurement.", "N", "20000"},
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
                                return peer.name.compare(part, Qt::CaseInsensitive) == 0;
                            });
        whole = (!wanted || Measurement(peer, plan, yardstick).run()) && whole;
    }
    return whole ? 0 : 1;
}
