// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QThread;

/// The event loop of a thread with many connections: one whose turn costs the same however many of them wait, where
/// there is one for this system, and Qt's own elsewhere.
namespace ServerLoop {

/// For the main thread, before the QCoreApplication is made.
void useInApplication();
/// Before the thread starts.
void useIn(QThread &thread);

} // namespace ServerLoop
