// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Trace.h"

#include <cstdio>

void Trace::note(const QString &step)
{
    const QString line = m_clock.now().toString(QStringLiteral("MM-dd HH:mm:ss.zzz  ")) + step;
    const QByteArray bytes = line.toUtf8();
    for (const char byte : bytes)
        m_number = (m_number ^ quint64(uchar(byte))) * 0x100000001b3;
    ++m_steps;
    m_last.push_back(line);
    if (m_last.size() > kept)
        m_last.pop_front();
    if (m_aloud)
        std::printf("%s\n", bytes.constData());
}

void Trace::broke(const QString &what)
{
    note(QStringLiteral("BROKEN: ") + what);
    if (m_broken.isEmpty())
        m_broken = what;
}
