// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// One of our programs, run as a person would run it.
class Program
{
public:
    Program(const QString &file, const QStringList &arguments)
    {
        m_process.setProgram(file);
        m_process.setArguments(arguments);
        m_process.start();
    }
    ~Program()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished();
    }

    /// The exit code; -1 when it does not end by itself, -2 when it crashed.
    int end()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(20'000))
            return -1;
        collect();
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -2;
    }
    int terminate()
    {
        m_process.terminate();
        return end();
    }
    qint64 pid() const { return m_process.processId(); }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Whether its log comes to hold that.
    bool logs(const QByteArray &words)
    {
        return QTest::qWaitFor(
            [this, &words] {
                collect();
                return err.contains(words);
            },
            20'000);
    }
    /// The ready line; empty when it ended instead, or said anything else first.
    QJsonObject ready()
    {
        while (!out.contains('\n') && m_process.waitForReadyRead(20'000))
            collect();
        return QJsonDocument::fromJson(out.left(out.indexOf('\n'))).object();
    }

    /// Whether it says that on stderr sooner or later.
    bool says(const QByteArray &words)
    {
        return QTest::qWaitFor(
            [&] {
                m_process.waitForReadyRead(10);
                collect();
                return err.contains(words);
            },
            20'000);
    }

    QByteArray out; ///< all of stdout so far
    QByteArray err;

private:
    void collect()
    {
        out += m_process.readAllStandardOutput();
        err += m_process.readAllStandardError();
    }

    QProcess m_process;
};

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString &path, const QByteArray &content,
                      QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    QVERIFY(file.setPermissions(permissions));
}

/// Every file and folder below, with mode and content, a line each.
inline QStringList inventory(const QString &folder)
{
    QStringList lines;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo entry(entries.next());
        const auto content = entry.isFile() ? contentOf(entry.filePath()) : QByteArray();
        lines << QStringLiteral("%1 %2 %3")
                     .arg(QDir(folder).relativeFilePath(entry.filePath()))
                     .arg(int(entry.permissions()), 0, 16)
                     .arg(QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()));
    }
    lines.sort();
    return lines;
}

/// A data folder whose simulator has its keys already: making them takes a second.
class DataDir
{
public:
    /// simulatorFolder: where the program looks for them.
    explicit DataDir(const QString &simulatorFolder)
    {
        static QByteArray keys;
        if (keys.isEmpty()) {
            Program maker(SIMULATOR, {"--data-dir", path(), "--port", "0"});
            if (maker.ready().isEmpty() || maker.terminate() != 0)
                qFatal("no keys: %s", maker.err.constData());
            keys = contentOf(path("simulator/simulator-keys.json"));
            QDir(path()).removeRecursively();
        }
        writeFile(path(simulatorFolder + "/simulator-keys.json"), keys);
    }
    QString path(const QString &name = {}) const { return QDir(m_folder.path()).filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// The arguments of a training server that takes only free ports.
inline QStringList trainingServer(const DataDir &data, const QStringList &more = {})
{
    return QStringList{"--training",       "--data-dir", data.path(),      "--port",     "0",
                       "--simulator-port", "0",          "--phone-listen", "127.0.0.1:0"}
           + more;
}
