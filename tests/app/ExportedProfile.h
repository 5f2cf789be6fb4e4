// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/Program.h"

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
    QString beside(const QString &name) const { return QFileInfo(file).dir().filePath(name); }

    QString file;

private:
    DataDir m_data{"simulator"};
    Program m_simulator;
};
