// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <optional>

class CommandLine;

/// What a package's scripts and a desktop's start ask of the till's program. There need be no screen.
namespace AnswerOrders {

QList<QCommandLineOption> options();
/// Whether the program's arguments hold one of them; they are not parsed yet.
bool areIn(int argc, char *const *argv);
/// The exit code; nothing: the till is to go on. Prints what is wrong.
std::optional<int> follow(const CommandLine &line);

} // namespace AnswerOrders
