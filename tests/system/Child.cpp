// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/Child.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

Child::Child(QString program, const QString &logFile) : m_program(std::move(program)), m_logFile(logFile) {}

Child::~Child()
{
    (void)killHard();
}

void Child::begin()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_program);
    m_process->setArguments(m_arguments);
    m_process->setProcessEnvironment(m_environment);
    m_process->setStandardErrorFile(m_logFile, QIODevice::Append);
    m_process->setChildProcessModifier([modifier = m_modifier] {
#ifdef Q_OS_LINUX
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nothing is left running when the test itself is killed
#endif
        if (modifier)
            modifier();
    });
    m_process->start();
}

QJsonObject Child::start()
{
    begin();
    const QJsonObject line = QJsonDocument::fromJson(nextLine()).object();
    return line["ready"].toBool() ? line : QJsonObject();
}

int Child::startAndEnd()
{
    begin();
    return end();
}

bool Child::killHard()
{
    if (!isRunning())
        return false;
    m_process->kill();
    m_process->waitForFinished(patienceMs);
    return true;
}

int Child::terminate()
{
    if (!m_process)
        return -1;
    m_process->terminate();
    return end();
}

int Child::end()
{
    if (!QTest::qWaitFor([this] { return m_process->state() == QProcess::NotRunning; }, patienceMs))
        return -1;
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -2;
}

int Child::openFiles() const
{
    const QDir files(QStringLiteral("/proc/%1/fd").arg(pid()));
    return int(files.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

qint64 Child::mostMemoryKiB() const
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid()));
    const QByteArray status = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const qsizetype at = status.indexOf("VmHWM:");
    return at < 0 ? -1 : status.mid(at + 6, 20).simplified().split(' ').first().toLongLong();
}

void Child::say(const QByteArray &line)
{
    if (m_process)
        m_process->write(line + '\n');
}

QByteArray Child::nextLine(int timeoutMs)
{
    const auto toldOrGone = [this] { return m_process->canReadLine() || m_process->state() == QProcess::NotRunning; };
    if (!m_process || !QTest::qWaitFor(toldOrGone, timeoutMs) || !m_process->canReadLine())
        return {};
    return m_process->readLine().trimmed();
}

QByteArray Child::log() const
{
    QFile file(m_logFile);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
