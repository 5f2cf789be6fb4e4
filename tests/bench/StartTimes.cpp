// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/StartTimes.h"

#include <QElapsedTimer>
#include <QProcess>

bool StartTimes::measure(bool counts)
{
    constexpr int patienceMs = 60'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer since;
    since.start();
    process.start(m_program, m_arguments);
    while (!process.canReadLine() && process.waitForReadyRead(patienceMs)) {}
    const qint64 ns = since.nsecsElapsed();
    const bool ready = process.readLine().contains("\"ready\":true");
    process.terminate();
    if (!process.waitForFinished(patienceMs))
        process.kill();
    if (ready && counts)
        figures.add(ns);
    return ready;
}
