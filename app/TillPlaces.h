// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Till.h"
#include "server/DataFolder.h"

class AnswerFile;
class CommandLine;
class ServerThread;

/// Where this till's server is, and where the till keeps its own things.
struct TillPlace
{
    Till::Server server;
    QString simulator;
    QString dataFolder;
    bool training = true;
    std::optional<DataFolder> own =
        {}; ///< a remote server's till keeps its folder to itself; an own server does so for it
};

namespace TillPlaces {

/// A server elsewhere: with the token of --token-file, or as this till was paired.
Result<TillPlace> remote(const CommandLine &line);
/// Whether a till started so may join a server at its window, and goes there by itself from then on: its command line
/// says nothing about a server.
bool mayJoin(const CommandLine &line);
/// Where a till goes that is started so, and shop.conf says no more than the person before it.
/// demoFolder: where a demo's books are.
Result<TillPlace> of(const CommandLine &line, const AnswerFile &shop, const QString &demoFolder, ServerThread &thread);
/// The server it joined last; nothing: none.
Result<std::optional<TillPlace>> joined(const CommandLine &line);
/// The till's own server, on its thread, for the shop's profile unless the line says how that server is to be.
/// demoFolder: where a demo's books are.
Result<TillPlace> own(const CommandLine &line, const AnswerFile &shop, const QString &demoFolder, ServerThread &thread);
/// Without a window: the code is typed where the till is set up. The exit code.
int pair(const CommandLine &line);

} // namespace TillPlaces
