// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/LogSink.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

bool takesMore(int descriptor, int waitMs)
{
    pollfd asked{descriptor, POLLOUT, 0};
    return ::poll(&asked, 1, waitMs) == 1 && (asked.revents & POLLOUT);
}

} // namespace

LogSink::~LogSink()
{
    if (m_own >= 0)
        ::close(m_own);
}

void LogSink::open(Notice notice)
{
    m_notice = std::move(notice);
    struct stat what = {};
    if (m_own >= 0 || ::fstat(m_descriptor, &what) != 0)
        return;
    if (S_ISSOCK(what.st_mode)) {
        m_way = Way::Socket;
    } else if (S_ISFIFO(what.st_mode) || S_ISCHR(what.st_mode)) {
        const auto path = "/proc/self/fd/" + QByteArray::number(m_descriptor);
        m_own = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
        m_way = m_own >= 0 ? Way::NonBlocking : Way::LookFirst;
    }
}

bool LogSink::writeNow(const QByteArray &line) const
{
    const auto size = size_t(line.size());
    switch (m_way) {
    case Way::Socket:
        return ::send(m_descriptor, line.constData(), size, MSG_DONTWAIT | MSG_NOSIGNAL) == ssize_t(size);
    case Way::NonBlocking: // a pipe takes so few bytes whole, or none of them
        return ::write(m_own, line.constData(), size) == ssize_t(size);
    case Way::LookFirst:
        return takesMore(m_descriptor, 0) && ::write(m_descriptor, line.constData(), size) == ssize_t(size);
    case Way::Plain:
        break;
    }
    return ::write(m_descriptor, line.constData(), size) == ssize_t(size);
}

void LogSink::putPatiently(const QByteArray &text, std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    for (qsizetype done = 0; done < text.size();) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !takesMore(m_descriptor, int(left.count())))
            return;
        const auto part = text.mid(done, 1024);
        if (writeNow(part))
            done += part.size();
        else if (errno != EAGAIN && errno != EINTR)
            return;
    }
}
