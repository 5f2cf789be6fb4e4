// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/ScanDetector.h"

ScanDetector::Step ScanDetector::character(QChar c, qint64 atMs)
{
    Step step;
    const qint64 gapMs = atMs - m_lastMs;
    if (!m_burst.isEmpty() && gapMs > maxGapMs)
        step = close(gapMs >= silenceMs); // too slow for a scanner, too fast for silence: it was a hand after all
    m_lastMs = m_lastCharacterMs = atMs;
    if (m_burst.size() < longestScan)
        m_burst += c;
    if (m_burst.size() < shortestScan)
        step.echo += c;
    else if (m_burst.size() == shortestScan)
        step.takeBack = m_burst.left(shortestScan - 1);
    return step;
}

ScanDetector::Step ScanDetector::endKey(qint64 atMs)
{
    Step step;
    if (!m_burst.isEmpty()) {
        step = close(true);
        step.swallow = !step.scanned.isEmpty() && atMs - m_lastMs < silenceMs;
    }
    if (atMs - m_lastCharacterMs <= enterIsScannersMs)
        step.swallow = true;
    return step;
}

ScanDetector::Step ScanDetector::silence(qint64 atMs)
{
    return m_burst.isEmpty() || atMs - m_lastMs < silenceMs ? Step{} : close(true);
}

ScanDetector::Step ScanDetector::close(bool asScan)
{
    Step step;
    if (isScan())
        (asScan ? step.scanned : step.echo) = m_burst;
    m_burst.clear();
    return step;
}
