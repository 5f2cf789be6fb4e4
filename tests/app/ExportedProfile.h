// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/Program.h"

#include <QDirIterator>
#include <unistd.h>

/// A running simulator and the merchant profile it wrote.
class ExportedProfile
{
public:
    ExportedProfile() : m_simulator(SIMULATOR, {"--data-dir", m_data.path(), "--port", "0"})
    {
        const auto ready = m_simulator.ready();
        file = ready["profile"].toString();
        if (file.isEmpty())
            qFatal("%s", m_simulator.err.constData());
    }
    QJsonObject read() const { return QJsonDocument::fromJson(contentOf(file)).object(); }
    void write(const QJsonObject &profile) const { writeFile(file, QJsonDocument(profile).toJson()); }
    /// What root has made becomes another user's, as a till's profile is.
    void leaveRoot() const
    {
        if (::geteuid() != 0)
            return;
        constexpr uid_t nobody = 65534;
        QDirIterator all(m_data.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        QStringList names(m_data.path());
        while (all.hasNext())
            names << all.next();
        for (const QString &name : std::as_const(names)) {
            if (::chown(QFile::encodeName(name).constData(), nobody, nobody) != 0)
                qFatal("%s keeps its owner", qPrintable(name));
        }
    }
    QString beside(const QString &name) const { return QFileInfo(file).dir().filePath(name); }

    QString file;

private:
    DataDir m_data{"simulator"};
    Program m_simulator;
};
