// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <atomic>
#include <chrono>
#include <functional>

/// Where log lines go: a descriptor whose reader may have stopped reading. A line goes out whole at once, or is
/// dropped; how many were is said before the next one. May be used from any thread.
class LogSink
{
public:
    using Notice = std::function<QByteArray(qint64 dropped)>;

    explicit LogSink(int descriptor) : m_descriptor(descriptor) {}
    ~LogSink();
    LogSink(const LogSink &) = delete;
    LogSink &operator=(const LogSink &) = delete;

    /// Before the first line, once. notice: the line that says how many were dropped.
    void open(Notice notice);
    /// At most LogLine::maxBytes. Never waits for a reader.
    void put(const QByteArray &line);
    /// What must be read, however long; waits for its reader, in all for so long.
    void putPatiently(const QByteArray &text, std::chrono::milliseconds patience);
    qint64 dropped() const { return m_dropped; }

private:
    enum class Way { Plain, NonBlocking, Socket, LookFirst };

    bool writeNow(const QByteArray &line) const;

    const int m_descriptor;
    int m_own = -1; ///< the same pipe or terminal, as one that does not block: the other may be shared with who minds
    Way m_way = Way::Plain;
    Notice m_notice;
    std::atomic<qint64> m_dropped = 0;
    std::atomic<qint64> m_untold = 0; ///< of those
};
