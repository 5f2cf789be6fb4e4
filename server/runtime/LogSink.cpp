// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/LogSink.h"

#include "server/runtime/LogLine.h"

void LogSink::put(const QByteArray &line)
{
    const qint64 untold = m_untold.exchange(0);
    const QByteArray notice = untold > 0 && m_notice ? m_notice(untold) : QByteArray();
    // Together: a short notice must not squeeze in again and again where the line has no room.
    bool told = true, written = false;
    if (notice.size() + line.size() <= LogLine::maxBytes)
        told = written = writeNow(notice + line);
    else
        written = (told = writeNow(notice)) && writeNow(line);
    if (!told)
        m_untold += untold;
    if (!written) {
        ++m_untold;
        ++m_dropped;
    }
}
