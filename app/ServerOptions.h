// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ServerConfig.h"

#include <QCommandLineOption>
#include <QJsonObject>

class CommandLine;

/// The options a server takes, alone or inside the till (api.md, "Programs").
QList<QCommandLineOption> serverOptions();
/// InvalidInput, in one sentence, for what cannot be meant.
/// trainingUnlessSaid: what holds without --training and without --profile. asRelay: it is to have neither.
/// profileUnlessSaid: the profile that holds then; empty: none.
Result<ServerConfig> serverConfigFrom(const CommandLine &line, bool trainingUnlessSaid = false, bool asRelay = false,
                                      const QString &profileUnlessSaid = {});
/// What the ready line says.
QJsonObject readyLine(const ServerAddresses &addresses, bool withToken);
