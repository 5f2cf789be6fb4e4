// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>

/// Prometheus's own judge of metrics: the one on this machine, or the one that ./dev test has fetched.
class Promtool
{
public:
    static QString program()
    {
        const auto fetched =
            QStandardPaths::findExecutable(QStringLiteral("promtool"), {QStringLiteral(PROMTOOL_FOLDER)});
        return fetched.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("promtool")) : fetched;
    }
    /// What it finds wrong; empty: nothing.
    static QByteArray faultsIn(const QByteArray &metrics)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program(), {QStringLiteral("check"), QStringLiteral("metrics")});
        process.write(metrics);
        process.closeWriteChannel();
        if (!process.waitForFinished(20'000))
            return "promtool does not end";
        const auto said = process.readAll();
        return process.exitCode() == 0 ? said : "promtool: " + said;
    }
};
