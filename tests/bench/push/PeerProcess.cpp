// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/push/PeerProcess.h"

#include <QFile>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <ctime>

QByteArray PeerProcess::lastWords() const
{
    QFile log(m_folder.filePath(QStringLiteral("log")));
    return log.open(QIODevice::ReadOnly) ? log.readAll().right(2000) : QByteArray();
}

bool PeerProcess::start(const Command &command, quint16 port)
{
    QStringList arguments = command.arguments;
    for (auto &argument : arguments)
        argument.replace(QStringLiteral("{dir}"), m_folder.path())
            .replace(QStringLiteral("{port}"), QString::number(port));
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
    m_process.start(command.program, arguments);
    if (!m_process.waitForStarted())
        return false;
    for (int tries = 0; tries < 300 && m_process.state() == QProcess::Running; ++tries) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        if (socket.waitForConnected(1000))
            return true;
        m_process.waitForFinished(100);
    }
    return false;
}

PeerProcess::~PeerProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

QList<qint64> PeerProcess::processes() const
{
    QList<qint64> all{m_process.processId()};
    for (qsizetype i = 0; i < all.size(); ++i) {
        QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(all[i]));
        if (!children.open(QIODevice::ReadOnly))
            continue;
        for (const auto &child : children.readAll().split(' ')) {
            if (!child.trimmed().isEmpty())
                all << child.toLongLong();
        }
    }
    return all;
}

qint64 PeerProcess::cpuNs() const
{
    qint64 sum = 0;
    for (const qint64 process : processes()) {
        clockid_t clock = {};
        timespec spent = {};
        if (::clock_getcpuclockid(pid_t(process), &clock) == 0 && ::clock_gettime(clock, &spent) == 0)
            sum += spent.tv_sec * 1'000'000'000LL + spent.tv_nsec;
    }
    return sum;
}

qint64 PeerProcess::memoryKiB() const
{
    qint64 sum = 0;
    for (const qint64 process : processes()) {
        QFile rollup(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
        if (!rollup.open(QIODevice::ReadOnly))
            continue;
        for (const auto &line : rollup.readAll().split('\n')) {
            if (line.startsWith("Pss:"))
                sum += line.mid(4).chopped(2).trimmed().toLongLong();
        }
    }
    return sum;
}

QByteArray PeerProcess::firstLine()
{
    while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) {}
    return m_process.readLine();
}

quint16 PeerProcess::freePort()
{
    static QSet<quint16> given; // nobody listens on the last one yet
    for (;;) {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        if (const auto port = server.serverPort(); !given.contains(port)) {
            given.insert(port);
            return port;
        }
    }
}
