// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/ServiceManager.h"

#ifdef Q_OS_LINUX
#include <ctime>
#include <systemd/sd-daemon.h>
#endif

namespace {

/// The protocol has one assignment a line.
QString oneLine(QString text)
{
    return text.replace(u'\n', u' ');
}

qint64 monotonicUs()
{
#ifdef Q_OS_LINUX
    timespec now{}; // systemd compares with this very clock
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
#else
    return 0;
#endif
}

} // namespace

void ServiceManager::ready(const QString &status) const
{
    say(QStringLiteral("READY=1\nSTATUS=") + oneLine(status));
}

void ServiceManager::reloading() const
{
    say(QStringLiteral("RELOADING=1\nMONOTONIC_USEC=%1").arg(monotonicUs()));
}

void ServiceManager::stopping(const QString &status) const
{
    say(QStringLiteral("STOPPING=1\nSTATUS=") + oneLine(status));
}

void ServiceManager::status(const QString &status) const
{
    say(QStringLiteral("STATUS=") + oneLine(status));
}

void ServiceManager::alive() const
{
    say(QStringLiteral("WATCHDOG=1"));
}

#ifdef Q_OS_LINUX
void ServiceManager::say(const QString &state)
{
    (void)::sd_notify(0, state.toUtf8().constData());
}

std::optional<std::chrono::microseconds> ServiceManager::watchdogTime()
{
    uint64_t microseconds = 0;
    if (::sd_watchdog_enabled(0, &microseconds) <= 0)
        return std::nullopt;
    return std::chrono::microseconds(microseconds);
}
#else
void ServiceManager::say(const QString &) {}

std::optional<std::chrono::microseconds> ServiceManager::watchdogTime()
{
    return std::nullopt;
}
#endif
