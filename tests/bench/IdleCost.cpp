// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/IdleCost.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QThread>
#include <optional>
#include <unistd.h>

namespace {

QByteArray readOf(qint64 process, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// proc(5): utime and stime, the 14th and 15th fields of stat; the name in the second may hold blanks.
std::optional<qint64> ticksOf(qint64 process)
{
    const QByteArray stat = readOf(process, "stat");
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 13)
        return std::nullopt;
    return fields[11].toLongLong() + fields[12].toLongLong();
}

std::optional<qint64> memoryOf(qint64 process)
{
    for (const QByteArray &line : readOf(process, "smaps_rollup").split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').first().toLongLong();
    }
    return std::nullopt;
}

} // namespace

bool IdleCost::measure()
{
    constexpr int patienceMs = 60'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(m_program, m_arguments);
    while (!process.canReadLine() && process.waitForReadyRead(patienceMs)) {}
    const bool seen = process.readLine().contains("\"ready\":true") && watch(process.processId());
    process.terminate();
    if (!process.waitForFinished(patienceMs))
        process.kill();
    return seen;
}

bool IdleCost::watch(qint64 process)
{
    QThread::msleep(settleMs);
    QElapsedTimer since;
    const auto before = ticksOf(process);
    since.start();
    QThread::msleep(watchMs);
    const auto after = ticksOf(process);
    const double seconds = double(since.elapsed()) / 1000;
    const auto memory = memoryOf(process);
    if (!before || !after || !memory)
        return false;
    memoryKib = *memory;
    cpuPercent = 100 * double(*after - *before) / double(sysconf(_SC_CLK_TCK)) / seconds;
    return true;
}
