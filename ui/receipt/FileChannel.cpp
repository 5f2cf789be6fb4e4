// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/FileChannel.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

FileChannel::~FileChannel()
{
    FileChannel::finish();
}

bool FileChannel::openFile()
{
    const QByteArray path = QFile::encodeName(m_path);
    struct stat about
    {
    };
    if (::stat(path.constData(), &about) != 0)
        return false;
    const bool isDevice = S_ISCHR(about.st_mode);
    if (!isDevice && !S_ISFIFO(about.st_mode))
        return false;
    m_file = ::open(path.constData(), (isDevice ? O_RDWR : O_WRONLY) | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (m_file < 0)
        return false;
    termios plain{};
    if (::isatty(m_file) != 0 && ::tcgetattr(m_file, &plain) == 0) { // bytes are bytes on a line, too
        ::cfmakeraw(&plain);
        ::tcsetattr(m_file, TCSANOW, &plain);
    }
    m_writable = std::make_unique<QSocketNotifier>(m_file, QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &FileChannel::pushBytes);
    if (isDevice) {
        m_readable = std::make_unique<QSocketNotifier>(m_file, QSocketNotifier::Read);
        connect(m_readable.get(), &QSocketNotifier::activated, this, &FileChannel::pullBytes);
    }
    return true;
}

void FileChannel::pushBytes()
{
    const auto count = ::write(m_file, m_waiting.constData(), size_t(m_waiting.size()));
    if (count < 0) {
        if (errno != EAGAIN && errno != EINTR)
            gone();
        return;
    }
    m_taken += count;
    m_waiting.remove(0, count);
    m_writable->setEnabled(!m_waiting.isEmpty());
    if (m_waiting.isEmpty())
        emit written();
}

void FileChannel::pullBytes()
{
    char bytes[256];
    const auto count = ::read(m_file, bytes, sizeof bytes);
    if (count > 0)
        emit received(QByteArray(bytes, count));
    else if (count == 0)
        m_readable->setEnabled(false); // one that only takes
    else if (errno != EAGAIN && errno != EINTR)
        gone();
}

void FileChannel::finish()
{
    for (auto *notifier : {m_writable.release(), m_readable.release()}) {
        if (notifier) { // it may be the one that is telling
            notifier->setEnabled(false);
            notifier->disconnect(this);
            notifier->deleteLater();
        }
    }
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
}
#else
FileChannel::~FileChannel() = default;
bool FileChannel::openFile()
{
    return false;
}
void FileChannel::pushBytes() {}
void FileChannel::pullBytes() {}
void FileChannel::finish() {}
#endif

void FileChannel::open()
{
    if (openFile())
        emit opened();
    else
        emit failed();
}

void FileChannel::write(const QByteArray &bytes)
{
    m_waiting += bytes;
    if (m_writable)
        m_writable->setEnabled(true);
}

void FileChannel::gone()
{
    if (m_writable)
        m_writable->setEnabled(false);
    if (m_readable)
        m_readable->setEnabled(false);
    emit failed();
}
