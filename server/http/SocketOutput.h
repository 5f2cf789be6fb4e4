// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QTcpSocket;

/// Tells the peer that nothing more will come, while we go on reading. QTcpSocket has no call for it.
void shutDownOutput(QTcpSocket &socket);
/// Another descriptor of the same connection, which then ends only when both are closed; -1 where there is none.
qintptr secondDescriptorOf(const QTcpSocket &socket);
