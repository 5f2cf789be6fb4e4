// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/ProcessFigures.h"

#include "server/ops/Metrics.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <dirent.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

QByteArray allOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A field of /proc/self/stat, numbered as proc(5) has them. The second may hold blanks.
std::optional<double> statField(int number)
{
    const QByteArray stat = allOf("/proc/self/stat");
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    bool isNumber = false;
    const double value = fields.value(number - 3).toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<double> inSeconds(std::optional<double> ticks)
{
    return ticks ? std::optional(*ticks / double(::getauxval(AT_CLKTCK))) : std::nullopt;
}

} // namespace

std::optional<double> ProcessFigures::cpuSeconds()
{
    rusage usage{};
    if (::getrusage(RUSAGE_SELF, &usage) != 0)
        return std::nullopt;
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::optional<double> ProcessFigures::residentBytes()
{
    const auto pages = statField(24);
    return pages ? std::optional(*pages * double(::getpagesize())) : std::nullopt;
}

std::optional<double> ProcessFigures::virtualBytes()
{
    return statField(23);
}

std::optional<double> ProcessFigures::openFiles()
{
    // Thousands of them are counted at each scrape, so none is looked at.
    DIR *files = ::opendir("/proc/self/fd");
    if (!files)
        return std::nullopt;
    int count = -3; // ".", ".." and the one that reads them
    while (::readdir(files))
        ++count;
    ::closedir(files);
    return count;
}

std::optional<double> ProcessFigures::mostOpenFiles()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return std::nullopt;
    return double(limit.rlim_cur);
}

std::optional<double> ProcessFigures::startedAt()
{
    const auto sinceBoot = inSeconds(statField(22));
    for (const auto &line : allOf("/proc/stat").split('\n')) {
        if (sinceBoot && line.startsWith("btime "))
            return line.mid(6).toDouble() + *sinceBoot;
    }
    return std::nullopt;
}
#else
std::optional<double> ProcessFigures::cpuSeconds()
{
    return std::nullopt;
}
std::optional<double> ProcessFigures::residentBytes()
{
    return std::nullopt;
}
std::optional<double> ProcessFigures::virtualBytes()
{
    return std::nullopt;
}
std::optional<double> ProcessFigures::openFiles()
{
    return std::nullopt;
}
std::optional<double> ProcessFigures::mostOpenFiles()
{
    return std::nullopt;
}
std::optional<double> ProcessFigures::startedAt()
{
    return std::nullopt;
}
#endif

void ProcessFigures::addTo(Metrics &metrics)
{
    using Kind = Metrics::Kind;
    const auto ask = [&metrics](Kind kind, const char *name, const char *help, std::optional<double> (*figure)()) {
        metrics.ask(kind, name, help, [figure] { return Metrics::maybe(figure()); });
    };
    ask(Kind::Counter, "process_cpu_seconds_total", "CPU time, the kernel's for us too.", &cpuSeconds);
    ask(Kind::Gauge, "process_resident_memory_bytes", "Memory in use.", &residentBytes);
    ask(Kind::Gauge, "process_virtual_memory_bytes", "Memory asked for.", &virtualBytes);
    ask(Kind::Gauge, "process_open_fds", "Open files and sockets.", &openFiles);
    ask(Kind::Gauge, "process_max_fds", "As many files and sockets may be open.", &mostOpenFiles);
    ask(Kind::Gauge, "process_start_time_seconds", "When the process began, since the epoch.", &startedAt);
}
