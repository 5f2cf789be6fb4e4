// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Fuzz.h"

#include <QtGlobal>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

int Fuzz::Input::byte()
{
    if (m_bytes.isEmpty())
        return 0;
    const int first = uchar(m_bytes.front());
    m_bytes.remove(0, 1);
    return first;
}

QByteArray Fuzz::Input::line()
{
    const qsizetype end = m_bytes.indexOf('\n');
    const QByteArray line = end < 0 ? m_bytes : m_bytes.first(end);
    m_bytes.remove(0, std::min(line.size() + 1, m_bytes.size()));
    return line;
}

QByteArray Fuzz::Input::rest()
{
    return std::exchange(m_bytes, {});
}

void Fuzz::require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

// What libFuzzer calls.
extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {}); // millions of refusals
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzzOne(Fuzz::Input(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))));
    return 0;
}
