// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>

class CommandLine;

/// scantill-server as a relay (API.md, "Programs").
namespace RelayProgram {

QList<QCommandLineOption> options();
bool isAskedFor(const CommandLine &line);
/// Adds or removes a shop, or runs until it is told to end. The exit code.
int run(const CommandLine &line);

} // namespace RelayProgram
