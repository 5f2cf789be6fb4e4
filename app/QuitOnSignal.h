// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;

/// SIGINT and SIGTERM call stop, in the event loop; either of them a second time ends the process at once. SIGHUP calls
/// reload, where there is one. Call once, with the application as parent.
void onSignals(QObject *parent, const std::function<void()> &stop, const std::function<void()> &reload = {});

/// SIGINT and SIGTERM end the event loop in peace. Instead of onSignals.
void quitOnSignal(QObject *parent);
