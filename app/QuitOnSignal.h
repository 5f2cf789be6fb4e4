// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

/// SIGINT and SIGTERM end the event loop in peace. Call once, with the application as parent.
void quitOnSignal(QObject *parent);
