// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Tells a scanner's burst from a hand by time alone (product.md, "Scanner"): 4 or more characters at most 50 ms apart,
/// ended by Enter, Tab or 100 ms of silence. A character is echoed at once, for it is most likely a hand's; what turns
/// out to be a burst is taken back at its fourth character, and from there on held until the end is known.
///
/// Pure: times are milliseconds that only grow, handed in. Nothing here waits; silence() is to be called at
/// deadlineMs().
class ScanDetector
{
public:
    static constexpr qint64 maxGapMs = 50;
    static constexpr qint64 silenceMs = 100;
    static constexpr qint64 enterIsScannersMs = 80;
    static constexpr qsizetype shortestScan = 4;
    static constexpr qsizetype longestScan = 256; ///< what comes after belongs to the scan and is dropped with it

    /// What to do now, in this order.
    struct Step
    {
        QString takeBack; ///< characters echoed before, that were the scanner's
        QString scanned; ///< a whole burst, without its end key; empty: none has ended
        QString echo; ///< characters that are a hand's
        bool swallow = false; ///< the end key was the scanner's: it must not act
    };

    Step character(QChar c, qint64 atMs);
    /// Enter or Tab. A scanner's Enter is never Pay, even after a burst too short to be a scan.
    Step endKey(qint64 atMs);
    /// Nothing came until now.
    Step silence(qint64 atMs);
    /// When silence() wants to be called; -1: not at all.
    qint64 deadlineMs() const { return m_burst.isEmpty() ? -1 : m_lastMs + silenceMs; }

private:
    bool isScan() const { return m_burst.size() >= shortestScan; }
    Step close(bool asScan);

    QString m_burst;
    qint64 m_lastMs = 0;
    qint64 m_lastCharacterMs = -1'000'000;
};
