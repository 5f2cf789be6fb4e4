// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/LogSink.h"

#include <cstdio>

LogSink::~LogSink() = default;

void LogSink::open(Notice notice)
{
    m_notice = std::move(notice);
}

bool LogSink::writeNow(const QByteArray &line) const
{
    return std::fwrite(line.constData(), 1, size_t(line.size()), stderr) == size_t(line.size());
}

void LogSink::putPatiently(const QByteArray &text, std::chrono::milliseconds)
{
    (void)writeNow(text);
}
