// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QByteArray>

bool isGzip(const QByteArray &bytes);

/// The content of a gzip file, whole or not at all. InvalidInput when it is none, is cut short, or holds more than
/// maxBytes: a few bytes can swell to very many.
Result<QByteArray> gunzip(const QByteArray &packed, qsizetype maxBytes);
