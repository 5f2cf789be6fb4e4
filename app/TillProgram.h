// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"

/// The till as a program: one window at one server, or the keeper of a kiosk's.
namespace TillProgram {

/// Of the till alone; serverOptions are its server's.
QList<QCommandLineOption> options();
/// The exit code.
int run(const CommandLine &line);
/// Says why it does not start: whoever has pressed an icon (--alert) sees no terminal, but a window. The exit code.
int refuse(const CommandLine &line, const Error &error);

} // namespace TillProgram
