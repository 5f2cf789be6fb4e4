// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTcpSocket;

/// Tells the peer that nothing more will come, while we go on reading. QTcpSocket has no call for it.
void shutDownOutput(QTcpSocket &socket);
