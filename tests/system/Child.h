// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <functional>

/// One of our programs as a process of its own, which may be killed at any moment and started again. It does not
/// outlive the test that started it, however that ends.
class Child
{
public:
    static constexpr int patienceMs = 30'000;

    /// logFile: where its stderr goes, over all its lives.
    Child(QString program, const QString &logFile);
    ~Child();

    void setArguments(const QStringList &arguments) { m_arguments = arguments; }
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    /// Called in the new process before the program begins; only what is safe between fork and exec.
    void setModifier(std::function<void()> modifier) { m_modifier = std::move(modifier); }

    /// Begins, and waits for its ready line; empty when it ended instead or said nothing in time. Events go on.
    QJsonObject start();
    /// Begins; the exit code when it ends by itself, -1 when it does not in time, -2 when it crashed.
    int startAndEnd();
    /// kill -9. False when it was not running any more.
    bool killHard();
    /// Asks it to end; its exit code as of startAndEnd().
    int terminate();
    bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }
    qint64 pid() const { return m_process ? m_process->processId() : 0; }

    int openFiles() const;
    /// The most memory it ever had.
    qint64 mostMemoryKiB() const;

    void say(const QByteArray &line);
    /// A whole line of its stdout; a null array when none comes in time.
    QByteArray nextLine(int timeoutMs = patienceMs);
    /// What it has said on stderr since its first start.
    QByteArray log() const;

private:
    void begin();
    int end();

    QString m_program;
    QString m_logFile;
    QStringList m_arguments;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    std::function<void()> m_modifier;
    std::unique_ptr<QProcess> m_process;
};
