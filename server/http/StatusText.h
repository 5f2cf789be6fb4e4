// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

/// The words of a status line; "Status" for a number that has none here.
QByteArray reasonPhrase(int status);

/// What the listener itself says: {"code":"NOT_FOUND","message":…}.
HttpReply refusal(int status, const QString &message);
