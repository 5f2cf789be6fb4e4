// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/relay/RelayAccess.h"
#include "server/relay/RelayFrames.h"
#include "server/relay/RelayInbox.h"
#include "server/relay/RelaySocket.h"

#include <memory>

/// A shop that cannot be reached keeps this open to its relay (API.md, "The relay"), takes what waits there, and says
/// up to which number it has it. The relay is trusted with nothing: what it hands down is verified here.
class RelayLink : public QObject
{
    Q_OBJECT
public:
    static constexpr int linesAMinute = 30; ///< in the log, of what a relay says and leaves out

    /// positions, clock and random must outlive this.
    RelayLink(RelayAccess access, RelayPositionStore &positions, RelayInbox::Take take, Clock &clock, Random &random);

    void start();
    /// Takes nothing more; what is not acknowledged waits at the relay for the next start.
    void stop();
    /// Whether the relay has recognised us, and is still there.
    bool isUp() const { return m_welcomed; }
    const RelayCounts &counts() const { return m_counts; }

private:
    void greet();
    void textCame(const QString &text);
    void welcomed(const RelayFrames::Welcome &welcome);
    void away();
    void giveUp(const char *why);

    RelayAccess m_access;
    RelayPositionStore &m_positions;
    RelayInbox::Take m_take;
    RelayCounts m_counts;
    LineLimit m_lines;
    RelaySocket m_socket;
    std::unique_ptr<RelayInbox> m_inbox; ///< one for each connection
    RelayPosition m_own; ///< as it was said in the hello
    bool m_greeted = false;
    bool m_welcomed = false;
};
