// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

/// A push server as a process of its own, and what it has cost so far.
class PeerProcess
{
public:
    struct Command
    {
        QString program;
        QStringList arguments;
    };

    /// {dir} in the arguments stands for a folder of its own, {port} for the port. Whether it listens within 30 s.
    bool start(const Command &command, quint16 port);
    ~PeerProcess();

    /// User and system time of the process and its children, by the kernel's own accounting.
    qint64 cpuNs() const;
    /// Proportional set size.
    qint64 memoryKiB() const;
    /// The first line it has printed, at most after 30 s.
    QByteArray firstLine();
    QByteArray lastWords() const; ///< of what it has written as errors
    QString folder() const { return m_folder.path(); }

    static quint16 freePort();

private:
    QList<qint64> processes() const;

    QTemporaryDir m_folder;
    QProcess m_process;
};
