// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/QuitOnSignal.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>
#include <cerrno>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace {

int wakeUp[2] = {-1, -1};

void onSignal(int number)
{
    const int before = errno;
    if (number != SIGHUP) { // the next one finds nobody at home, and ends the process
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
    }
    const char byte = number == SIGHUP ? 'r' : 's';
    [[maybe_unused]] const auto written = ::write(wakeUp[0], &byte, 1); // with signal() all a handler may do
    errno = before;
}

void handle(std::initializer_list<int> numbers)
{
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : numbers)
        ::sigaction(number, &action, nullptr);
}

} // namespace

void onSignals(QObject *parent, const std::function<void()> &stop, const std::function<void()> &reload)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, wakeUp) != 0)
        return;
    auto *notifier = new QSocketNotifier(wakeUp[1], QSocketNotifier::Read, parent);
    QObject::connect(notifier, &QSocketNotifier::activated, parent, [stop, reload] {
        char bytes[64];
        const auto count = ::read(wakeUp[1], bytes, sizeof bytes);
        const auto said = QByteArray::fromRawData(bytes, qsizetype(std::max<ssize_t>(0, count)));
        if (said.contains('s'))
            return stop();
        if (said.contains('r'))
            reload();
    });
    handle({SIGINT, SIGTERM});
    if (reload)
        handle({SIGHUP});
}
#else
void onSignals(QObject *, const std::function<void()> &, const std::function<void()> &) {}
#endif

void quitOnSignal(QObject *parent)
{
    onSignals(parent, [] { QCoreApplication::exit(0); }); // quit() would ask the windows first
}
