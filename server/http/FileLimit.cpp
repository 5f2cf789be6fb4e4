// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/FileLimit.h"

#ifdef Q_OS_UNIX
#include <algorithm>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

void FileLimit::raise()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max)
        return;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 1'048'576);
    setrlimit(RLIMIT_NOFILE, &limit);
}

bool FileLimit::isNear()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return false;
    const int descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return true;
    ::close(descriptor);
    const rlim_t kept = std::min<rlim_t>(reserve, limit.rlim_cur / 2);
    return rlim_t(descriptor) >= limit.rlim_cur - kept;
}
#else
void FileLimit::raise() {}
bool FileLimit::isNear()
{
    return false;
}
#endif
