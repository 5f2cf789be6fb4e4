// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a server (LD_PRELOAD): notes when the files of the books reach the disk and when 204 is answered, and
// lets the disk fail on demand. The memory it shares with the test is the file named by SCANTILL_DISK_PROBE.
#include "tests/system/DiskProbe.h"

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

template <class F> F real(const char *name)
{
    return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));
}

DiskProbeMemory *openMemory()
{
    static const auto realOpen = real<int (*)(const char *, int, ...)>("open");
    const char *path = std::getenv("SCANTILL_DISK_PROBE");
    const int file = path ? realOpen(path, O_RDWR | O_CLOEXEC) : -1;
    if (file < 0)
        return nullptr;
    void *memory = ::mmap(nullptr, sizeof(DiskProbeMemory), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    return memory == MAP_FAILED ? nullptr : static_cast<DiskProbeMemory *>(memory);
}

DiskProbeMemory *memory()
{
    static DiskProbeMemory *const shared = openMemory();
    return shared;
}

int64_t nowNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return int64_t(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

void note(DiskProbeMemory::Kind kind, int port, int64_t beginNs, int64_t endNs)
{
    const int64_t place = memory()->count.fetch_add(1);
    if (place >= DiskProbeMemory::mostEvents)
        return;
    auto &event = memory()->events[place];
    event.port = port;
    event.beginNs = beginNs;
    event.endNs = endNs;
    event.kind.store(kind);
}

bool isBooks(const char *path)
{
    return std::strstr(path, "books.sqlite") != nullptr;
}

/// Not the log or the index beside them.
bool isBooksThemselves(const char *path)
{
    const char *found = std::strstr(path, "books.sqlite");
    return found && std::strcmp(found, "books.sqlite") == 0;
}

bool isBooks(int file)
{
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return isBooks(path);
}

/// Whether this call shall fail; errno is set then.
bool fails(const std::atomic<int32_t> DiskProbeMemory::*what, int file)
{
    const int saved = errno;
    const int error = memory() ? (memory()->*what).load() : 0;
    const bool failing = error != 0 && isBooks(file);
    errno = failing ? error : saved;
    return failing;
}

int sync(int file, const char *name)
{
    if (!memory() || !isBooks(file))
        return real<int (*)(int)>(name)(file);
    if (fails(&DiskProbeMemory::syncFails, file))
        return -1;
    const int64_t beginNs = nowNs();
    const int result = real<int (*)(int)>(name)(file);
    note(DiskProbeMemory::Sync, 0, beginNs, nowNs());
    return result;
}

int openOne(const char *name, const char *path, int flags, mode_t mode)
{
    if (memory() && (flags & O_ACCMODE) != O_RDONLY && isBooksThemselves(path)) {
        if (const int error = memory()->openFails.load(); error != 0) {
            errno = error;
            return -1;
        }
    }
    return real<int (*)(const char *, int, ...)>(name)(path, flags, mode);
}

void noteAnswer(int socket, const void *bytes, size_t size)
{
    constexpr char head[] = "HTTP/1.1 204";
    sockaddr_in peer{};
    socklen_t length = sizeof peer;
    const bool isAnswer = memory() && size >= sizeof head - 1 && std::memcmp(bytes, head, sizeof head - 1) == 0;
    if (isAnswer && ::getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &length) == 0)
        note(DiskProbeMemory::Answer204, ntohs(peer.sin_port), nowNs(), nowNs());
}

mode_t modeOf(int flags, va_list arguments)
{
    return (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
}

} // namespace

// NOLINTBEGIN: the C library's own names and shapes
extern "C" {

int fsync(int file)
{
    return sync(file, "fsync");
}
int fdatasync(int file)
{
    return sync(file, "fdatasync");
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return fails(&DiskProbeMemory::writeFails, file) ? -1 : next(file, bytes, size, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return fails(&DiskProbeMemory::writeFails, file) ? -1 : next(file, bytes, size, at);
}
ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t)>("write");
    noteAnswer(file, bytes, size); // before: who is answered must not know it earlier than the test
    return fails(&DiskProbeMemory::writeFails, file) ? -1 : next(file, bytes, size);
}
ssize_t send(int socket, const void *bytes, size_t size, int flags)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, int)>("send");
    noteAnswer(socket, bytes, size);
    return next(socket, bytes, size, flags);
}
ssize_t sendmsg(int socket, const msghdr *message, int flags)
{
    static const auto next = real<ssize_t (*)(int, const msghdr *, int)>("sendmsg");
    if (message->msg_iovlen > 0)
        noteAnswer(socket, message->msg_iov[0].iov_base, message->msg_iov[0].iov_len);
    return next(socket, message, flags);
}
int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return openOne("open", path, flags, mode);
}
int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return openOne("open64", path, flags, mode);
}

} // extern "C"
// NOLINTEND
