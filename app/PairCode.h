// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QJsonObject>

/// Leaves a pairing code in the data folder of the server that runs there: whoever may write that folder may pair a
/// till. The code and until when it is good. Configuration: no server runs there, or it is another user's.
Result<QJsonObject> leavePairingCode(const QString &dataDir, bool training);
