// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/PaperDecoder.h"

#include <QFile>
#include <QSocketNotifier>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

/// A stand-in receipt printer that is a file: a terminal line, as devices and serial ports are, or a pipe.
class PaperFile : public QObject
{
public:
    static std::unique_ptr<PaperFile> line(int columns = 48)
    {
        const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
        if (master < 0 || ::grantpt(master) != 0 || ::unlockpt(master) != 0)
            return nullptr;
        const QString path = QFile::decodeName(::ptsname(master));
        const int kept = ::open(::ptsname(master), O_RDWR | O_NOCTTY); // the line stays there between two jobs
        termios plain{};
        ::tcgetattr(kept, &plain);
        ::cfmakeraw(&plain);
        ::tcsetattr(kept, TCSANOW, &plain);
        return std::unique_ptr<PaperFile>(new PaperFile(path, master, kept, columns));
    }
    static std::unique_ptr<PaperFile> pipe(const QString &path, int columns = 48)
    {
        if (::mkfifo(QFile::encodeName(path).constData(), 0600) != 0)
            return nullptr;
        const int reader = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK);
        return std::unique_ptr<PaperFile>(new PaperFile(path, reader, -1, columns));
    }
    ~PaperFile() override
    {
        m_notifier.setEnabled(false);
        ::close(m_file);
        if (m_kept >= 0)
            ::close(m_kept);
    }

    const QString path;
    PaperDecoder decoder;
    /// It reads nothing more, as one without paper does whose buffer is full.
    void stall() { m_notifier.setEnabled(false); }

private:
    PaperFile(QString filePath, int file, int kept, int columns)
        : path(std::move(filePath)), decoder(columns), m_file(file), m_kept(kept),
          m_notifier(file, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
            char bytes[4096];
            const auto count = ::read(m_file, bytes, sizeof bytes);
            if (count <= 0)
                return m_kept < 0 ? m_notifier.setEnabled(false) : void();
            const QByteArray answer = decoder.feed(QByteArray(bytes, count));
            if (!answer.isEmpty() && ::write(m_file, answer.constData(), size_t(answer.size())) < 0)
                qFatal("the line took no answer");
        });
    }

    int m_file;
    int m_kept;
    QSocketNotifier m_notifier;
};
